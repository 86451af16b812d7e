//! Whether a draft can be sent to a list.

use serde::Serialize;

use super::Item;
use crate::finding::Weight;

/// Whether a draft can be sent to a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// Nothing was found, or only notes.
    Clean,
    /// Somebody should look at it first.
    Warnings,
    /// It must not be sent like this.
    Blocked,
}

impl Verdict {
    /// The worst of these.
    pub fn of(items: &[Item]) -> Self {
        match items.iter().map(|item| item.weight).max() {
            Some(Weight::Blocking) => Self::Blocked,
            Some(Weight::Warning) => Self::Warnings,
            Some(Weight::Note) | None => Self::Clean,
        }
    }

    /// It in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Clean => "Nothing stops it",
            Self::Warnings => "Look at the warnings first",
            Self::Blocked => "It must not be sent like this",
        }
    }
}
