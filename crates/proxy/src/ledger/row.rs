//! A row of the ledger, and what it says to a send that presents its key. Pure: the moment is passed in.

use axum::body::Bytes;
use axum::http::StatusCode;

use push_api::proxy::SendProgress;

use super::{BodyHash, Claim, Reply};

/// What is kept of a send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Hash of the body.
    pub body_hash: String,
    /// How far it has come.
    pub state: SendProgress,
    /// The try that holds it.
    pub claimant: String,
    /// Status of the upstream's answer.
    pub status: Option<i64>,
    /// JSON of the answer.
    pub reply: Option<String>,
    /// Id of the operation.
    pub operation_id: Option<String>,
    /// When it changed last, in Unix milliseconds.
    pub changed_ms: i64,
    /// From when on nobody is at work on it.
    pub lease_ms: i64,
}

/// What a row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// It has an answer for the send.
    Told(Claim),
    /// Whoever dispatched it is gone: it is unknown from now on.
    Lost,
    /// The send may have it.
    Free,
}

impl Row {
    /// What it says at `now` to a send of this body; finished sends are forgotten after `age` milliseconds.
    pub fn says(&self, body: &BodyHash, now: i64, age: i64) -> Says {
        let is_over = now >= self.lease_ms;
        let is_of_age = now.saturating_sub(self.changed_ms) >= age;
        match &self.state {
            SendProgress::Refused => Says::Free,
            SendProgress::Reserved if is_over => Says::Free,
            SendProgress::Accepted | SendProgress::Doubtful | SendProgress::Unknown(_) if is_of_age => {
                Says::Free
            }
            _ if self.body_hash != body.as_str() => Says::Told(Claim::Reused),
            SendProgress::Dispatched if is_over => Says::Lost,
            SendProgress::Reserved | SendProgress::Dispatched => Says::Told(Claim::InFlight),
            SendProgress::Accepted => Says::Told(self.answer().map_or(Claim::Unknown, Claim::Answered)),
            // A word that is not known is doubt.
            SendProgress::Doubtful | SendProgress::Unknown(_) => Says::Told(Claim::Unknown),
        }
    }

    /// The reply, where the row still holds a whole one.
    fn answer(&self) -> Option<Reply> {
        let status = StatusCode::from_u16(u16::try_from(self.status?).ok()?).ok()?;
        let body = Bytes::from(self.reply.clone()?);
        Some(Reply { status, body, operation_id: self.operation_id.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGE: i64 = 1_000;

    fn row(state: SendProgress) -> Row {
        let accepted = (state == SendProgress::Accepted).then(|| "{}".to_owned());
        Row {
            body_hash: BodyHash::of(b"a").as_str().to_owned(),
            state,
            claimant: "c".into(),
            status: accepted.as_ref().map(|_| 202),
            reply: accepted,
            operation_id: None,
            changed_ms: 100,
            lease_ms: 200,
        }
    }

    fn answered() -> Says {
        let reply =
            Reply { status: StatusCode::ACCEPTED, body: Bytes::from_static(b"{}"), operation_id: None };
        Says::Told(Claim::Answered(reply))
    }

    #[test]
    fn every_state_says_one_thing_within_its_lease_after_it_and_when_of_age() {
        let told = Says::Told;
        for (state, within, after, of_age) in [
            (SendProgress::Reserved, told(Claim::InFlight), Says::Free, Says::Free),
            (SendProgress::Dispatched, told(Claim::InFlight), Says::Lost, Says::Lost),
            (SendProgress::Accepted, answered(), answered(), Says::Free),
            (SendProgress::Refused, Says::Free, Says::Free, Says::Free),
            (SendProgress::Doubtful, told(Claim::Unknown), told(Claim::Unknown), Says::Free),
        ] {
            for (now, expected) in [(199, &within), (200, &after), (1_099, &after), (1_100, &of_age)] {
                let says = row(state.clone()).says(&BodyHash::of(b"a"), now, AGE);
                assert_eq!(says, *expected, "{state:?} at {now}");
            }
        }
    }

    #[test]
    fn another_body_gets_nothing_of_a_key_that_is_in_use() {
        for (state, now, free) in [
            (SendProgress::Reserved, 199, false),
            (SendProgress::Reserved, 200, true),
            (SendProgress::Dispatched, 199, false),
            (SendProgress::Dispatched, 5_000, false),
            (SendProgress::Accepted, 199, false),
            (SendProgress::Accepted, 1_100, true),
            (SendProgress::Refused, 199, true),
            (SendProgress::Doubtful, 199, false),
        ] {
            let says = row(state.clone()).says(&BodyHash::of(b"b"), now, AGE);
            assert_eq!(says == Says::Free, free, "{state:?} at {now}");
            assert!(free || says == Says::Told(Claim::Reused), "{state:?} at {now}: {says:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_doubt_and_never_sent_again() {
        let newer = row(SendProgress::from("a word of a newer proxy"));
        assert_eq!(newer.says(&BodyHash::of(b"a"), 150, AGE), Says::Told(Claim::Unknown));
        let torn = Row { reply: None, ..row(SendProgress::Accepted) };
        assert_eq!(torn.says(&BodyHash::of(b"a"), 150, AGE), Says::Told(Claim::Unknown));
    }
}
