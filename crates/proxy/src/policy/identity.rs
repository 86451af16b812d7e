//! Who asks: every way of proving identity ends in one `Operator`.
//!
//! Today there is one way, a bearer token in the `Authorization` header. A token in a query is never read.

use axum::http::{HeaderMap, StatusCode, header::AUTHORIZATION};
use push_api::proxy::{ErrorCode, Scope};

use crate::problem::Problem;
use crate::secret::Fingerprint;

/// Somebody whom the proxy knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator {
    /// Name in the ledger.
    pub name: String,
    /// What the operator may do.
    pub scopes: Vec<Scope>,
}

/// The operators that the proxy knows, by the fingerprint of their token.
pub struct Operators {
    known: Vec<(Fingerprint, Operator)>,
}

impl Operators {
    /// One operator who may do everything.
    pub fn single(token: &Fingerprint) -> Self {
        let operator = Operator { name: "operator".into(), scopes: vec![Scope::Read, Scope::Send] };
        Self { known: vec![(token.clone(), operator)] }
    }

    /// The operator that a request proves to be.
    ///
    /// # Errors
    /// 401 `token_missing` or `token_wrong`.
    pub fn identify(&self, headers: &HeaderMap) -> Result<&Operator, Problem> {
        let mut values = headers.get_all(AUTHORIZATION).iter();
        let (Some(value), None) = (values.next(), values.next()) else {
            return Err(missing());
        };
        let presented = bearer(value.as_bytes()).ok_or_else(missing)?;
        let presented = Fingerprint::of(presented);
        // Every entry is compared, so that the time taken does not tell which one came close.
        let mut found = None;
        for (fingerprint, operator) in &self.known {
            if fingerprint.matches(&presented) {
                found = Some(operator);
            }
        }
        found.ok_or_else(|| {
            Problem::new(
                StatusCode::UNAUTHORIZED,
                ErrorCode::TokenWrong,
                "The operator token is not one that the proxy knows. Copy it again from where the proxy was started.",
            )
        })
    }
}

/// The token after `Bearer `, whatever the case of the scheme.
fn bearer(value: &[u8]) -> Option<&[u8]> {
    let (scheme, token) = value.split_at_checked(7)?;
    (scheme.eq_ignore_ascii_case(b"bearer ") && !token.is_empty()).then_some(token)
}

fn missing() -> Problem {
    Problem::new(
        StatusCode::UNAUTHORIZED,
        ErrorCode::TokenMissing,
        "The request needs the operator token, as `Authorization: Bearer <token>`.",
    )
}

/// Lets an operator pass who may do what a route asks for.
///
/// # Errors
/// 403 when the token lacks the scope.
pub fn permit(operator: &Operator, scope: &Scope) -> Result<(), Problem> {
    if operator.scopes.contains(scope) {
        return Ok(());
    }
    let message = format!("This token may not {scope}.");
    Err(Problem::new(StatusCode::FORBIDDEN, ErrorCode::from("scope_missing"), message))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::secret::Secret;

    #[test]
    fn only_the_right_bearer_token_is_an_operator() {
        let operators = Operators::single(&Secret::new("right-token-0123456").fingerprint());
        for (value, code) in [
            (None, Some(ErrorCode::TokenMissing)),
            (Some(""), Some(ErrorCode::TokenMissing)),
            (Some("Bearer"), Some(ErrorCode::TokenMissing)),
            (Some("Bearer "), Some(ErrorCode::TokenMissing)),
            (Some("Basic right-token-0123456"), Some(ErrorCode::TokenMissing)),
            (Some("Bearer wrong"), Some(ErrorCode::TokenWrong)),
            (Some("Bearer right-token-0123456 "), Some(ErrorCode::TokenWrong)),
            (Some("Bearer  right-token-0123456"), Some(ErrorCode::TokenWrong)),
            (Some("Bearer right-token-0123456"), None),
            (Some("bearer right-token-0123456"), None),
        ] {
            let mut headers = HeaderMap::new();
            if let Some(value) = value {
                headers.insert(AUTHORIZATION, value.parse().unwrap());
            }
            assert_eq!(operators.identify(&headers).err().map(|p| p.code), code, "{value:?}");
        }
    }

    #[test]
    fn an_operator_without_the_scope_is_told_so() {
        let reader = Operator { name: "reader".into(), scopes: vec![Scope::Read] };
        assert!(permit(&reader, &Scope::Read).is_ok());
        let problem = permit(&reader, &Scope::Send).unwrap_err();
        assert_eq!(problem.status, StatusCode::FORBIDDEN);
    }
}
