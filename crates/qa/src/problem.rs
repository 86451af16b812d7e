//! What is wrong with a list of recipients, before any text is rendered: most fundamental first.

use serde::{Deserialize, Serialize};

/// What can be wrong with a list, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ProblemKind {
    /// No column says who a row is for.
    NoAddressColumn,
    /// Two columns have the same name.
    DoubledColumn,
    /// Two columns have the same role, of which there can be only one.
    DoubledRole,
    /// A column has no name.
    UnnamedColumn,
    /// A row has more cells than there are columns.
    TooManyCells,
    /// A row has fewer cells than there are columns.
    TooFewCells,
    /// A row has neither token nor user id.
    NoAddress,
    /// A row has both a token and a user id.
    TwoAddresses,
    /// A token or user id holds a blank or a control character.
    BadAddress,
    /// A provider is neither FCM nor APN.
    BadProvider,
    /// There is no provider, and the token's shape does not tell it.
    UnknownProvider,
    /// A cell of a number column holds no number, or one of a boolean column neither true nor false.
    BadCell,
    /// A row is for the recipient of an earlier row, who would get the push twice.
    Duplicate,
}

impl ProblemKind {
    /// Every kind, in the order in which it is told.
    pub const ALL: [Self; 13] = [
        Self::NoAddressColumn,
        Self::DoubledColumn,
        Self::DoubledRole,
        Self::UnnamedColumn,
        Self::TooManyCells,
        Self::TooFewCells,
        Self::NoAddress,
        Self::TwoAddresses,
        Self::BadAddress,
        Self::BadProvider,
        Self::UnknownProvider,
        Self::BadCell,
        Self::Duplicate,
    ];

    /// True when nothing can be sent to such a row, or to the whole list when it is about a column.
    pub fn is_blocking(self) -> bool {
        !matches!(self, Self::TooFewCells | Self::UnnamedColumn | Self::Duplicate)
    }

    /// True when it is about the columns and not about rows.
    pub fn is_of_columns(self) -> bool {
        self <= Self::UnnamedColumn
    }

    /// What is wrong, in a few words.
    pub fn title(self) -> &'static str {
        match self {
            Self::NoAddressColumn => "No column for tokens or user ids",
            Self::DoubledColumn => "Two columns with one name",
            Self::DoubledRole => "Two columns for one thing",
            Self::UnnamedColumn => "A column without a name",
            Self::TooManyCells => "More cells than columns",
            Self::TooFewCells => "Fewer cells than columns",
            Self::NoAddress => "No token and no user id",
            Self::TwoAddresses => "Both a token and a user id",
            Self::BadAddress => "A blank in a token or user id",
            Self::BadProvider => "Provider is neither FCM nor APN",
            Self::UnknownProvider => "No provider",
            Self::BadCell => "A cell of another type than its column",
            Self::Duplicate => "The same recipient again",
        }
    }

    /// What to do about it.
    pub fn advice(self) -> &'static str {
        match self {
            Self::NoAddressColumn => {
                "Choose the column that holds the tokens, or the one that holds the user ids."
            }
            Self::DoubledColumn => "Rename one of them in the file, or set one to “Not used”.",
            Self::DoubledRole => "Keep one and set the other to “Variable” or “Not used”.",
            Self::UnnamedColumn => "It is not sent. Give it a name in the first row to use it in the text.",
            Self::TooManyCells => {
                "A text that holds the separator has to stand in quotes. Mend these rows in the file."
            }
            Self::TooFewCells => "The cells that are missing count as empty.",
            Self::NoAddress => "Fill in a token or a user id, or remove these rows.",
            Self::TwoAddresses => "Keep one of the two: a row is for one device or for one user.",
            Self::BadAddress => "Look for two values in one cell, or for a line break in it.",
            Self::BadProvider => "Write FCM or APN.",
            Self::UnknownProvider => {
                "The token's shape does not tell it. Fill in a column “provider” with FCM or APN."
            }
            Self::BadCell => "Mend these cells, or let the column be read as text.",
            Self::Duplicate => "They would get the push twice. Remove these rows unless that is meant.",
        }
    }
}

/// One thing that is wrong, with all rows that it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// What.
    pub kind: ProblemKind,
    /// The columns that it is about, by name; empty when it is about whole rows.
    pub columns: Vec<String>,
    /// How many rows it is about; none when it is about columns.
    pub count: u32,
    /// The first of them, as the spreadsheet numbers its rows: the header is row 1.
    pub rows: Vec<u32>,
}

/// Row numbers that are named in a [`Problem`]; the rest is counted and can be downloaded.
pub const ROWS_NAMED: usize = 20;

/// A list that cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Unreadable {
    /// What is wrong, in a few words.
    pub title: String,
    /// What was found, where, and what to do.
    pub advice: String,
    /// The row where it was found, as the spreadsheet numbers it, when it is about one.
    pub row: Option<u32>,
}
