//! The test of the connection: four steps, each with what failed and what to do. Pure: it judges answers.

use push_api::proxy::{ErrorCode, Session};

use crate::api::ApiError;

/// The steps in the order in which a request takes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Something answers at the address.
    Reachable,
    /// The proxy lets pages of this origin call it.
    Preflight,
    /// The proxy knows the operator token.
    Token,
    /// The upstream answers through the proxy.
    Upstream,
}

impl Step {
    /// Every step, first to last.
    pub const ALL: [Self; 4] = [Self::Reachable, Self::Preflight, Self::Token, Self::Upstream];

    /// What the step makes sure of.
    pub fn title(self) -> &'static str {
        match self {
            Self::Reachable => "Reachable: something answers at this address",
            Self::Preflight => "Preflight: the proxy lets this page call it",
            Self::Token => "Token: the proxy knows the operator token",
            Self::Upstream => "Upstream: the push service answers through the proxy",
        }
    }
}

/// How a step came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It holds; a word on what was found.
    Passed(String),
    /// It does not hold: what happened and what to do.
    Failed(String),
    /// Not tried, since an earlier step failed.
    Skipped,
}

/// What the test found, as far as it came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// Whether anything answered at the address.
    pub is_reached: bool,
    /// What the proxy said of itself.
    pub session: Option<Result<Session, ApiError>>,
    /// What a small read of the upstream gave.
    pub upstream: Option<Result<(), ApiError>>,
}

/// Judges every step, in order; after the first that failed, the rest is skipped.
pub fn judge(findings: &Findings) -> [(Step, Outcome); 4] {
    let mut is_over = false;
    Step::ALL.map(|step| {
        let outcome = if is_over { Outcome::Skipped } else { outcome(step, findings) };
        is_over |= !matches!(outcome, Outcome::Passed(_));
        (step, outcome)
    })
}

fn outcome(step: Step, findings: &Findings) -> Outcome {
    match step {
        Step::Reachable if findings.is_reached => passed("An answer came."),
        Step::Reachable => failed(
            "Nothing answers. Check the address, that the proxy runs, and that this page may call that address: \
             its hosting allows only the proxy that it was set up for.",
        ),
        Step::Preflight => match &findings.session {
            Some(Err(ApiError::Unreachable { .. })) => failed(
                "Something answers, but the browser may not read it: the proxy's list of origins does not hold this \
                 page's. Add it to PUSH_PROXY_ORIGINS, exactly as shown above.",
            ),
            Some(Err(error)) if is_refusal_of_page(error) => failed(&in_words(error)),
            Some(Err(ApiError::NotJson { .. })) => {
                failed("What answers is not the proxy: a page came back instead of data. Check the address.")
            }
            Some(_) => passed("The proxy lets this page call it."),
            None => Outcome::Skipped,
        },
        Step::Token => match &findings.session {
            Some(Ok(session)) => passed(&known_as(session)),
            Some(Err(error)) => failed(&in_words(error)),
            None => Outcome::Skipped,
        },
        Step::Upstream => match &findings.upstream {
            Some(Ok(())) => passed("The upstream answered."),
            // An upstream that offers no list of operations has answered all the same.
            Some(Err(error)) if error.is_not_found() => passed("The upstream answered; it offers no list."),
            Some(Err(error)) => failed(&in_words(error)),
            None => Outcome::Skipped,
        },
    }
}

fn is_refusal_of_page(error: &ApiError) -> bool {
    matches!(error.code(), Some(ErrorCode::OriginNotAllowed | ErrorCode::HostNotAllowed))
}

fn known_as(session: &Session) -> String {
    let scopes: Vec<&str> = session.scopes.iter().map(|scope| scope.as_str()).collect();
    format!("It may: {}. The proxy is in {} mode.", scopes.join(", "), session.mode)
}

fn in_words(error: &ApiError) -> String {
    let words = error.explain();
    format!("{}. {} {}", words.title, words.meaning, words.action)
}

fn passed(text: &str) -> Outcome {
    Outcome::Passed(text.to_owned())
}

fn failed(text: &str) -> Outcome {
    Outcome::Failed(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use push_api::proxy::{ApiShape, Mode, Scope, SessionLimits};

    fn session() -> Session {
        Session {
            mode: Mode::Sandbox,
            api_shape: ApiShape::Guide,
            upstream: String::new(),
            scopes: vec![Scope::Read, Scope::Send],
            limits: SessionLimits { recipients: 10_000, send_body_bytes: 1 },
            operations_list: true,
            version: String::new(),
        }
    }

    fn refused(status: u16, code: &str) -> ApiError {
        let body =
            format!(r#"{{"error":{{"code":"{code}","message":"words","retryable":false,"requestId":"r"}}}}"#);
        ApiError::from_answer(status, &body, None)
    }

    fn unreachable() -> ApiError {
        ApiError::Unreachable { detail: "Failed to fetch".into() }
    }

    type Case = (bool, Option<Result<Session, ApiError>>, Option<Result<(), ApiError>>, Option<Step>);

    #[test]
    fn the_first_step_that_fails_is_named_and_the_rest_is_skipped() {
        let html = ApiError::from_answer(200, "<html>", None);
        let (up, ok) = (Some(Ok(())), || Some(Ok(session())));
        let table: [Case; 9] = [
            (true, ok(), up.clone(), None),
            (true, ok(), Some(Err(refused(404, "not_found"))), None),
            (false, Some(Err(unreachable())), None, Some(Step::Reachable)),
            (true, Some(Err(unreachable())), None, Some(Step::Preflight)),
            (true, Some(Err(refused(403, "origin_not_allowed"))), None, Some(Step::Preflight)),
            (true, Some(Err(html)), None, Some(Step::Preflight)),
            (true, Some(Err(refused(401, "token_wrong"))), None, Some(Step::Token)),
            (true, ok(), Some(Err(refused(502, "upstream_credential_rejected"))), Some(Step::Upstream)),
            (true, ok(), Some(Err(refused(502, "upstream_unavailable"))), Some(Step::Upstream)),
        ];
        for (is_reached, session, upstream, failing) in table {
            let findings = Findings { is_reached, session, upstream };
            let steps = judge(&findings);
            let first = steps.iter().find(|(_, outcome)| matches!(outcome, Outcome::Failed(_)));
            assert_eq!(first.map(|(step, _)| *step), failing, "{findings:?}");
            let after = steps.iter().skip_while(|(step, _)| Some(*step) != failing).skip(1);
            assert!(after.into_iter().all(|(_, outcome)| *outcome == Outcome::Skipped), "{steps:?}");
        }
    }
}
