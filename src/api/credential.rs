//! The operator token: what proves to the proxy who is asking.
//!
//! It can become a header and go into this tab's session storage, and nothing else: no `Display`, no `Debug`, no `Serialize`.

/// A token that the operator of the proxy handed out.
#[derive(Clone, PartialEq, Eq)]
pub struct OperatorToken(String);

impl OperatorToken {
    /// Takes a token as it was pasted; blanks around it are dropped. `None` when nothing is left, or when it
    /// holds something that no header may hold.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_graphic());
        fits.then(|| Self(text.to_owned()))
    }

    /// Value of the `Authorization` header.
    pub(super) fn header(&self) -> String {
        format!("Bearer {}", self.0)
    }

    /// The bare text, for session storage when the person has chosen that.
    pub(crate) fn expose_for_storage(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_that_cannot_be_a_header_is_refused() {
        for text in ["", "  ", "two words", "line\nbreak", "naïve"] {
            assert!(OperatorToken::read(text).is_none(), "{text:?}");
        }
        assert!(OperatorToken::read(" abc\n").is_some_and(|token| token.header() == "Bearer abc"));
    }
}
