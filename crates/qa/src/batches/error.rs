//! Why a list cannot be split.

use std::fmt;

/// Why a list cannot be split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSplit {
    /// A recipient is too large for a send of its own.
    TooLarge {
        /// Its row, as the spreadsheet numbers it.
        row: u32,
        /// Bytes of a send to it alone.
        bytes: u64,
        /// Most bytes that a send may have.
        limit: u32,
    },
    /// A send may hold no recipient at all.
    NoRoom,
}

impl fmt::Display for NotSplit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { row, bytes, limit } => write!(
                f,
                "Row {row} does not fit in a send: alone it makes {bytes} bytes, and a send takes at most {limit}. \
                 Shorten its cells or the text."
            ),
            Self::NoRoom => f.write_str("A send may hold no recipients: the limit has to be at least 1."),
        }
    }
}

impl std::error::Error for NotSplit {}
