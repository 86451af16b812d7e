//! From the answer to a send to what is put down and what is shown. Pure; decides what counts as not known.

use push_api::Accepted;
use push_api::history::{SendRecord, SendState};
use push_api::proxy::ErrorCode;

use super::stage::Stage;
use crate::api::ApiError;
use crate::ui::ErrorView;

/// What the answer to a send means for its record.
pub fn state_of(answer: &Result<Accepted, ApiError>) -> SendState {
    match answer {
        Ok(accepted) => SendState::Accepted { operation_id: accepted.operation_id.clone() },
        Err(error) => {
            let words = error.explain();
            let reason = format!("{}. {}", words.title, words.meaning);
            if error.is_certainly_not_sent() {
                SendState::Refused { reason }
            } else {
                SendState::Unknown { reason }
            }
        }
    }
}

/// What the dialog shows of a settled record. `now` is in Unix milliseconds.
pub fn stage_of(record: SendRecord, answer: Result<Accepted, ApiError>, now: i64) -> Stage {
    let error = match answer {
        Ok(accepted) => return Stage::Accepted(accepted.operation_id),
        Err(error) => error,
    };
    let wait = error.retry_after();
    let why = ErrorView::from(error);
    if record.is_unknown() {
        Stage::Unknown { record: Box::new(record), why }
    } else {
        Stage::NotSent { why, again_at: wait.map(|seconds| now + i64::from(seconds) * 1000) }
    }
}

/// True when the key of a send is of no more use: it was sent, or the key is taken by other bytes.
pub fn frees_key(answer: &Result<Accepted, ApiError>) -> bool {
    match answer {
        Ok(_) => true,
        Err(error) => error.code() == Some(&ErrorCode::IdempotencyKeyReused),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use push_api::OperationId;
    use push_api::proxy::Mode;
    use push_api::roster::Kinds;

    fn refused(status: u16, code: &str, retry_after: Option<&str>) -> Result<Accepted, ApiError> {
        let body = format!(r#"{{"error":{{"code":"{code}","message":"words","retryable":false}}}}"#);
        Err(ApiError::from_answer(status, &body, retry_after))
    }

    fn record() -> SendRecord {
        SendRecord {
            key: "k".into(),
            confirmed_at: 1,
            mode: Mode::Live,
            title: String::new(),
            body: "b".into(),
            kinds: Kinds::default(),
            state: SendState::Leaving,
            is_checked: false,
        }
    }

    fn word(answer: Result<Accepted, ApiError>, earlier: Option<&SendRecord>) -> &'static str {
        let record = record().settled(state_of(&answer), earlier);
        match stage_of(record, answer, 1_000) {
            Stage::Ready | Stage::InFlight => "not settled",
            Stage::NotSent { again_at: None, .. } => "not sent",
            Stage::NotSent { again_at: Some(8_000), .. } => "not sent, wait 7 s",
            Stage::NotSent { .. } => "not sent, another wait",
            Stage::Unknown { .. } => "unknown",
            Stage::Accepted(_) => "accepted",
        }
    }

    fn accepted() -> Result<Accepted, ApiError> {
        Ok(Accepted { operation_id: OperationId::new("op_1"), operation_location: None })
    }

    #[test]
    fn every_answer_has_its_verdict_and_doubt_is_always_unknown() {
        let table = [
            (accepted(), "accepted"),
            (refused(429, "rate_limited", Some("7")), "not sent, wait 7 s"),
            (refused(400, "upstream_rejected", None), "not sent"),
            (refused(401, "token_wrong", None), "not sent"),
            (refused(502, "upstream_unavailable", None), "not sent"),
            (refused(502, "send_outcome_unknown", None), "unknown"),
            (refused(409, "send_in_flight", Some("1")), "unknown"),
            (refused(500, "internal", None), "unknown"),
            (Err(ApiError::Unreachable { detail: String::new() }), "unknown"),
            (Err(ApiError::from_answer(504, "<html>gateway</html>", None)), "unknown"),
            (Err(ApiError::Unexpected { detail: String::new() }), "unknown"),
        ];
        for (answer, verdict) in table {
            assert_eq!(word(answer.clone(), None), verdict, "{answer:?}");
        }
    }

    #[test]
    fn a_refusal_after_a_lost_answer_stays_unknown() {
        let lost = SendRecord { state: SendState::Unknown { reason: "lost".into() }, ..record() };
        assert_eq!(word(refused(429, "rate_limited", Some("7")), Some(&lost)), "unknown");
        assert_eq!(word(accepted(), Some(&lost)), "accepted");
    }

    #[test]
    fn a_key_is_freed_when_it_was_sent_or_belongs_to_other_bytes() {
        let table = [
            (accepted(), true),
            (refused(422, "idempotency_key_reused", None), true),
            (refused(429, "rate_limited", None), false),
            (Err(ApiError::Unreachable { detail: String::new() }), false),
        ];
        for (answer, frees) in table {
            assert_eq!(frees_key(&answer), frees, "{answer:?}");
        }
    }
}
