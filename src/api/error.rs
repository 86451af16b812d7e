//! Everything that can go wrong with a call, and the plain words for each.

use push_api::json;
use push_api::proxy::{ErrorBody, ErrorCode, ErrorDetail};

/// Why a call gave no answer that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiError {
    /// No answer at all: the proxy is down, the address is wrong, or the browser blocked the answer (CORS).
    Unreachable {
        /// The browser's words.
        detail: String,
    },
    /// The page that asked is gone; nobody is to be told.
    Aborted,
    /// The proxy, or the upstream through it, refused or failed, and said so in the proxy's error shape.
    Refused {
        /// HTTP status.
        status: u16,
        /// The proxy's error.
        error: ErrorDetail,
        /// Seconds to wait before asking again, where the answer says so.
        retry_after: Option<u32>,
    },
    /// An answer that is not the proxy's JSON, an HTML page of something in between for one.
    NotJson {
        /// HTTP status.
        status: u16,
        /// Its beginning.
        excerpt: String,
    },
    /// JSON of a success that lacks what was asked for.
    Unexpected {
        /// What could not be read.
        detail: String,
    },
}

/// What a person is told: what happened, what it means, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What happened.
    pub title: &'static str,
    /// What it means.
    pub meaning: String,
    /// What to do.
    pub action: &'static str,
    /// Words for whoever looks into it.
    pub detail: Option<String>,
    /// True when asking again may help.
    pub is_retryable: bool,
}

impl ApiError {
    /// Reads an answer that is no success.
    pub fn from_answer(status: u16, body: &str, retry_after: Option<&str>) -> Self {
        let retry_after = retry_after.and_then(|seconds| seconds.trim().parse().ok());
        match json::read::<ErrorBody>(body) {
            Ok(ErrorBody { error }) => Self::Refused { status, error, retry_after },
            Err(_) => Self::NotJson { status, excerpt: body.trim().chars().take(200).collect() },
        }
    }

    /// The proxy's code, where there is one.
    pub fn code(&self) -> Option<&ErrorCode> {
        match self {
            Self::Refused { error, .. } => Some(&error.code),
            _ => None,
        }
    }

    /// Seconds to wait before asking again, where the answer says so.
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Self::Refused { retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    /// True for an answer that says: nothing there.
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::Refused { status: 404, .. })
    }

    /// For a send: true when it is certain that nothing was sent. Everything else may have gone out.
    pub fn is_certainly_not_sent(&self) -> bool {
        use ErrorCode as C;
        match self {
            Self::Refused { status, error, .. } => match &error.code {
                C::UpstreamUnavailable | C::RateLimited => true,
                C::SendInFlight | C::SendOutcomeUnknown | C::Unknown(_) | C::Internal => false,
                _ => (400..500).contains(status) || error.code == C::UpstreamCredentialRejected,
            },
            Self::Unreachable { .. } | Self::Aborted | Self::NotJson { .. } | Self::Unexpected { .. } => {
                false
            }
        }
    }

    /// The words for a person.
    pub fn explain(&self) -> Explanation {
        match self {
            Self::Unreachable { detail } => Explanation {
                title: "The proxy cannot be reached",
                meaning: "No answer came: the proxy is down, its address is wrong, or it does not allow this page's origin.".into(),
                action: "Check that the proxy runs, then test the connection in Settings.",
                detail: Some(detail.clone()),
                is_retryable: true,
            },
            Self::Aborted => Explanation {
                title: "The request was stopped",
                meaning: "The page that asked was left before the answer came.".into(),
                action: "Ask again.",
                detail: None,
                is_retryable: true,
            },
            Self::NotJson { status, excerpt } => Explanation {
                title: "The answer is not from the proxy",
                meaning: format!("A page came back instead of data (HTTP {status}). Something between this page and the proxy answered."),
                action: "Check the proxy's address in Settings, and what stands in front of the proxy.",
                detail: Some(excerpt.clone()),
                is_retryable: true,
            },
            Self::Unexpected { detail } => Explanation {
                title: "The answer cannot be read",
                meaning: "The upstream answered with data of a shape that this console does not know.".into(),
                action: "Try again; if it stays so, report it with the detail below.",
                detail: Some(detail.clone()),
                is_retryable: true,
            },
            Self::Refused { status, error, retry_after } => explain_refusal(*status, error, *retry_after),
        }
    }
}

fn explain_refusal(status: u16, error: &ErrorDetail, retry_after: Option<u32>) -> Explanation {
    use ErrorCode as C;
    let own_words = error.message.clone();
    let (title, meaning, action): (&'static str, String, &'static str) = match &error.code {
        C::TokenMissing => (
            "No operator token",
            "The proxy wants to know who is asking.".into(),
            "Enter the operator token in Settings.",
        ),
        C::TokenWrong => (
            "The operator token is not accepted",
            "The proxy does not know this token; it may have been changed or mistyped.".into(),
            "Enter the right token in Settings.",
        ),
        C::OriginNotAllowed => (
            "This page's origin is not allowed",
            own_words,
            "Ask the operator to add this origin to the proxy's list.",
        ),
        C::HostNotAllowed => (
            "The proxy does not answer to this address",
            own_words,
            "Use the address that the operator gave, in Settings.",
        ),
        C::RateLimited => {
            let wait = retry_after.map_or_else(|| "shortly".into(), |s| format!("in {s} s"));
            (
                "Too many requests",
                format!("The upstream asks to slow down; it takes requests again {wait}."),
                "Wait; nothing was lost.",
            )
        }
        C::NotFound => (
            "Not found",
            "There is nothing with this id. Records are kept for 7 days only.".into(),
            "Check the id.",
        ),
        C::BodyTooLarge => ("Too large", own_words, "Send to fewer recipients at a time."),
        C::UpstreamCredentialRejected => (
            "The upstream refused the proxy's credential",
            "The proxy is up, but the account's credential is wrong or was revoked.".into(),
            "Ask the operator of the proxy to renew the credential.",
        ),
        C::UpstreamForbidden => (
            "Not allowed for this account",
            own_words,
            "Ask the operator whether the account may use this call.",
        ),
        C::UpstreamRejected => {
            ("The upstream refused the request", own_words, "Mend what it names, then try again.")
        }
        C::UpstreamUnavailable => (
            "The upstream cannot be reached",
            "The proxy is up, but could not connect to the upstream. Nothing was sent.".into(),
            "Try again in a moment.",
        ),
        C::UpstreamTimeout => (
            "The upstream took too long",
            "The proxy is up, but the upstream did not answer in time.".into(),
            "Try again in a moment.",
        ),
        C::UpstreamFailed => {
            ("The upstream failed", "The upstream had a fault of its own.".into(), "Try again in a moment.")
        }
        C::UpstreamNotJson => (
            "The upstream answered with a page instead of data",
            "Usually a fault page of the upstream.".into(),
            "Try again in a moment.",
        ),
        C::UpstreamRedirected => (
            "The upstream's address has moved",
            "The proxy never follows a redirect.".into(),
            "Ask the operator to check the upstream's address.",
        ),
        C::SendOutcomeUnknown => {
            ("No clear answer came", own_words, "Do not send it again before you have checked Operations.")
        }
        C::SendInFlight => (
            "This very send is still under way",
            "The proxy is waiting for the upstream's answer to it.".into(),
            "Wait a moment, then look at Operations.",
        ),
        C::IdempotencyKeyReused => {
            ("This key was used for another push", own_words, "Start a new draft from this one.")
        }
        C::IdempotencyKeyMissing | C::BadPath | C::BadRequest | C::MethodNotAllowed | C::NotJson => (
            "The proxy refused the request",
            own_words,
            "This is a fault of the console; report it with the detail below.",
        ),
        C::Internal | C::Unknown(_) => {
            ("The proxy failed", own_words, "Try again; if it stays so, report it with the detail below.")
        }
    };
    let id =
        if error.request_id.is_empty() { String::new() } else { format!(", request {}", error.request_id) };
    Explanation {
        title,
        meaning,
        action,
        detail: Some(format!("HTTP {status}, {}{id}: {}", error.code, error.message)),
        is_retryable: error.retryable
            || status == 429
            || status >= 500 && error.code != C::SendOutcomeUnknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(status: u16, code: &str) -> ApiError {
        let body = format!(
            r#"{{"error":{{"code":"{code}","message":"words","retryable":false,"requestId":"r1"}}}}"#
        );
        ApiError::from_answer(status, &body, Some("7"))
    }

    #[test]
    fn every_code_has_its_own_title() {
        let mut titles: Vec<&str> = Vec::new();
        for code in ErrorCode::KNOWN {
            let explanation = refused(400, code.as_str()).explain();
            assert!(!explanation.action.is_empty() && !explanation.meaning.is_empty(), "{code}");
            titles.push(explanation.title);
        }
        titles.sort_unstable();
        titles.dedup();
        // Five codes mean the same to a person: a fault of the console.
        assert_eq!(titles.len(), ErrorCode::KNOWN.len() - 4);
    }

    #[test]
    fn only_a_clear_refusal_means_that_nothing_was_sent() {
        let table = [
            (refused(400, "upstream_rejected"), true),
            (refused(401, "token_wrong"), true),
            (refused(413, "body_too_large"), true),
            (refused(429, "rate_limited"), true),
            (refused(502, "upstream_unavailable"), true),
            (refused(502, "upstream_credential_rejected"), true),
            (refused(502, "send_outcome_unknown"), false),
            (refused(409, "send_in_flight"), false),
            (refused(500, "internal"), false),
            (refused(418, "teapot"), false),
            (ApiError::Unreachable { detail: String::new() }, false),
            (ApiError::from_answer(504, "<html>gateway</html>", None), false),
            (ApiError::Unexpected { detail: String::new() }, false),
        ];
        for (error, certain) in table {
            assert_eq!(error.is_certainly_not_sent(), certain, "{error:?}");
        }
    }

    #[test]
    fn the_wait_is_read_from_the_answer() {
        assert_eq!(refused(429, "rate_limited").retry_after(), Some(7));
        assert!(refused(429, "rate_limited").explain().meaning.contains("in 7 s"));
    }

    #[test]
    fn html_is_told_apart_from_the_proxys_errors() {
        let error = ApiError::from_answer(502, "<html>Bad gateway</html>", None);
        assert!(matches!(error, ApiError::NotJson { status: 502, .. }));
    }
}
