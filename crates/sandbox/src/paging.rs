//! Page tokens: opaque outside, a position inside, bound to the list, its filter and the seed.
//!
//! A position names the first item that may be given, not a count, so that newer sends and forgotten ones
//! never shift a page.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::chance;
use crate::refusal::Refusals;
use crate::shape::cursor::List;

/// Where a page begins. Lists run from the newest send to the oldest, and within a send in the order of `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Number of the send at which to begin, or before.
    pub send: u32,
    /// Place within that send.
    pub index: u32,
}

impl Position {
    /// The very beginning.
    pub const TOP: Self = Self { send: u32::MAX, index: 0 };
}

/// What a token is bound to: only the very list that gave it takes it back.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The seed of this sandbox.
    pub seed: u64,
    /// The list.
    pub list: List,
    /// Digest of its filter. The page size is no part of it and may change between pages.
    pub filter: u64,
}

impl Binding {
    /// The token for a position.
    pub fn token(&self, position: Position) -> String {
        let mut bytes = [0_u8; 16];
        bytes[..4].copy_from_slice(&position.send.to_be_bytes());
        bytes[4..8].copy_from_slice(&position.index.to_be_bytes());
        bytes[8..].copy_from_slice(&self.check(position).to_be_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The position that a token stands for; no token is the beginning.
    ///
    /// # Errors
    /// A refusal of `pageToken` for anything that this list, with this filter, did not give.
    pub fn position(&self, token: Option<&str>) -> Result<Position, Refusals> {
        let Some(token) = token else { return Ok(Position::TOP) };
        self.read(token).ok_or_else(|| {
            Refusals::one(
                "pageToken",
                "This page token was not given for this list and filter. Begin at the first page.",
            )
        })
    }

    fn read(&self, token: &str) -> Option<Position> {
        let bytes: [u8; 16] = URL_SAFE_NO_PAD.decode(token).ok()?.try_into().ok()?;
        let [a, b, c, d, e, f, g, h, check @ ..] = bytes;
        let position =
            Position { send: u32::from_be_bytes([a, b, c, d]), index: u32::from_be_bytes([e, f, g, h]) };
        (u64::from_be_bytes(check) == self.check(position)).then_some(position)
    }

    fn check(&self, position: Position) -> u64 {
        let list = self.list as u64;
        chance::draw(self.seed, &[list, self.filter, position.send.into(), position.index.into()])
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const HERE: Binding = Binding { seed: 1, list: List::Notifications, filter: 2 };

    #[test]
    fn a_token_gives_back_its_position() {
        for position in [Position::TOP, Position { send: 3, index: 9_999 }, Position { send: 0, index: 0 }] {
            assert_eq!(HERE.position(Some(&HERE.token(position))), Ok(position));
        }
        assert_eq!(HERE.position(None), Ok(Position::TOP));
    }

    #[test]
    fn a_token_from_elsewhere_is_refused() {
        let token = HERE.token(Position { send: 3, index: 4 });
        let elsewhere = [
            Binding { seed: 2, ..HERE },
            Binding { list: List::Operations, ..HERE },
            Binding { filter: 3, ..HERE },
        ];
        for binding in elsewhere {
            assert!(binding.position(Some(&token)).is_err(), "{binding:?}");
        }
        let changed = format!("B{}", token.get(1..).unwrap());
        for text in ["", "x", "opaque-token-1", "é", &token[..20], &format!("{token}A"), &changed] {
            assert!(HERE.position(Some(text)).is_err(), "{text}");
        }
    }
}
