//! The upstream's credential, ready to be sent. It never leaves towards a browser or a log.

use axum::http::HeaderValue;
use base64::{Engine, engine::general_purpose::STANDARD};
use zeroize::Zeroizing;

use super::BadConfig;
use super::key::{ACCOUNT_SID, API_KEY, API_KEY_SECRET, AUTH_TOKEN, Key};
use super::layer::Layers;
use crate::secret::Secret;

/// User and password of HTTP Basic. It has no `Debug`, no `Display` and no `Serialize`.
#[derive(Clone)]
pub struct Credential {
    password: Secret,
    header: HeaderValue,
}

impl Credential {
    /// Takes a user without colon, and a password.
    ///
    /// # Errors
    /// When the user holds a colon, or either holds a control character. The sentence quotes neither.
    pub fn new(user: &str, password: Secret) -> Result<Self, String> {
        if user.is_empty()
            || user.contains(':')
            || user.chars().chain(password.expose().chars()).any(char::is_control)
        {
            return Err("the credential holds a colon or a control character where none may be".into());
        }
        let pair = Zeroizing::new(format!("{user}:{}", password.expose()));
        let text = Zeroizing::new(format!("Basic {}", STANDARD.encode(pair.as_bytes())));
        let mut header = HeaderValue::from_str(&text).map_err(|_| "the credential is not text".to_owned())?;
        header.set_sensitive(true);
        Ok(Self { password, header })
    }

    /// The credential in the keys: the API key's pair when it is whole, else the account's.
    ///
    /// # Errors
    /// Names the keys when neither pair is whole.
    pub fn from_layers(layers: &Layers) -> Result<Self, BadConfig> {
        let pair = |user: &Key, password: &Key| {
            let (user, password) = (layers.get(user)?, layers.get(password)?);
            Some(Self::new(&user.text, Secret::new(password.text.as_str())))
        };
        match pair(&API_KEY, &API_KEY_SECRET).or_else(|| pair(&ACCOUNT_SID, &AUTH_TOKEN)) {
            Some(credential) => credential.map_err(BadConfig::new),
            None => Err(BadConfig::new(
                "An upstream other than the sandbox needs a credential: set TWILIO_ACCOUNT_SID and \
                 TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and TWILIO_API_KEY_SECRET.",
            )),
        }
    }

    /// The value of `Authorization`.
    pub fn header(&self) -> &HeaderValue {
        &self.header
    }

    /// True when a text from the upstream gives the credential away.
    pub fn is_in(&self, text: &str) -> bool {
        let encoded = self.header.as_bytes().get(6..).unwrap_or_default();
        text.contains(self.password.expose())
            || std::str::from_utf8(encoded).is_ok_and(|code| text.contains(code))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_whole_pair_makes_a_basic_header_and_the_api_key_goes_first() {
        let account = [(&ACCOUNT_SID, "AC1"), (&AUTH_TOKEN, "t")];
        let key = [(&API_KEY, "SK1"), (&API_KEY_SECRET, "s")];
        for (given, pair) in [
            (account.to_vec(), Some("AC1:t")),
            (key.to_vec(), Some("SK1:s")),
            ([account, key].concat(), Some("SK1:s")),
            ([&account[..], &key[..1]].concat(), Some("AC1:t")),
            (vec![account[0], key[1]], None),
            (vec![], None),
        ] {
            let mut layers = Layers::default();
            for (key, text) in given {
                layers.put(key, text, "a test");
            }
            let header = Credential::from_layers(&layers).ok().map(|c| c.header().clone());
            let expected = pair.map(|pair| format!("Basic {}", STANDARD.encode(pair)));
            assert_eq!(header.as_ref().and_then(|h| h.to_str().ok()), expected.as_deref());
        }
    }

    #[test]
    fn a_text_that_gives_it_away_is_recognised() {
        let credential = Credential::new("AC1", Secret::new("canary")).unwrap();
        let encoded = STANDARD.encode("AC1:canary");
        for (text, told) in [("bad canary given", true), (encoded.as_str(), true), ("AC1 is unknown", false)]
        {
            assert_eq!(credential.is_in(text), told, "{text}");
        }
        assert!(Credential::new("a:b", Secret::new("x")).is_err());
    }
}
