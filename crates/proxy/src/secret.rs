//! Text that must not be seen: it has no `Debug`, no `Display` and no `Serialize`, and is wiped when dropped.
//!
//! A token that only has to be recognised is kept as a digest, and compared in constant time.

use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A credential or token in clear text.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes the text over.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// The clear text. Every caller is a place to look at twice.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// A new random token of 256 bits in URL-safe base64 without padding.
    ///
    /// # Errors
    /// When the operating system gives no random bytes.
    pub fn generate() -> Result<Self, getrandom::Error> {
        use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
        let mut bytes = Zeroizing::new([0_u8; 32]);
        getrandom::fill(bytes.as_mut())?;
        Ok(Self::new(URL_SAFE_NO_PAD.encode(bytes.as_slice())))
    }

    /// What is kept to recognise this token again.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self.expose().as_bytes())
    }
}

/// SHA-256 of a token: enough to recognise it, useless to present it.
#[derive(Clone)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint of what somebody presented.
    pub fn of(presented: &[u8]) -> Self {
        Self(Sha256::digest(presented).into())
    }

    /// True when both came from the same text; takes the same time either way, whatever the lengths were.
    pub fn matches(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_generated_token_holds_256_bits_and_never_repeats() {
        let (one, two) = (Secret::generate().unwrap(), Secret::generate().unwrap());
        assert_eq!(one.expose().len(), 43);
        assert_ne!(one.expose(), two.expose());
    }

    #[test]
    fn only_the_very_same_text_is_recognised() {
        let token = Secret::new("correct horse battery");
        for (presented, same) in [
            ("correct horse battery", true),
            ("correct horse batterY", false),
            ("correct horse", false),
            ("", false),
            ("correct horse battery ", false),
        ] {
            let matches = token.fingerprint().matches(&Fingerprint::of(presented.as_bytes()));
            assert_eq!(matches, same, "{presented:?}");
        }
    }
}
