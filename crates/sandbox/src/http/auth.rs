//! HTTP Basic: the one credential that the sandbox takes. It has no `Debug` and is never written anywhere.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Account and secret, in the form in which they come: `account:secret`.
pub(crate) struct Credential(String);

impl Credential {
    /// The credential of an account; `None` for one that could not be told from another (an account with a colon)
    /// or is no secret at all.
    pub(crate) fn new(account: &str, secret: &str) -> Option<Self> {
        let sound = !account.is_empty() && !account.contains(':') && !secret.is_empty();
        sound.then(|| Self(format!("{account}:{secret}")))
    }

    /// True when the request carries this credential.
    pub(super) fn admits(&self, headers: &HeaderMap) -> bool {
        let mut given = headers.get_all(AUTHORIZATION).iter();
        let (Some(value), None) = (given.next(), given.next()) else { return false };
        let presented = value.to_str().ok().and_then(|text| {
            let (scheme, encoded) = text.split_once(' ')?;
            let encoded = scheme.eq_ignore_ascii_case("basic").then_some(encoded.trim())?;
            STANDARD.decode(encoded).ok()
        });
        presented.is_some_and(|presented| presented == self.0.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn only_the_very_credential_is_admitted() {
        let credential = Credential::new("me", "s:cret").unwrap();
        let basic = |text: &str| format!("Basic {}", STANDARD.encode(text));
        for (value, admitted) in [
            (basic("me:s:cret"), true),
            (basic("me:s:cret").replace("Basic", "bAsIc"), true),
            (basic("me:s"), false),
            (basic("me:"), false),
            (basic("me"), false),
            (basic(":s:cret"), false),
            (basic(""), false),
            (STANDARD.encode("me:s:cret"), false),
            (format!("Bearer {}", STANDARD.encode("me:s:cret")), false),
            ("Basic me:s:cret".into(), false),
            ("Basic".into(), false),
            (String::new(), false),
        ] {
            let headers = HeaderMap::from_iter([(AUTHORIZATION, HeaderValue::from_str(&value).unwrap())]);
            assert_eq!(credential.admits(&headers), admitted, "{value}");
        }
        assert!(!credential.admits(&HeaderMap::new()));
    }

    #[test]
    fn an_empty_secret_is_no_credential() {
        assert!(Credential::new("me", "").is_none());
        assert!(Credential::new("", "x").is_none());
        assert!(Credential::new("a:b", "x").is_none());
    }
}
