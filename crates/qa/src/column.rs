//! The columns of a list: what each is for, and how its cells are read.

use serde::{Deserialize, Serialize};

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// A device's registration token.
    Token,
    /// The provider of that token.
    Provider,
    /// A user's id.
    UserId,
    /// A variable for the text, under the column's name.
    Variable,
    /// Not sent.
    Ignored,
}

impl Role {
    /// Every role, in the order in which a person is offered them.
    pub const ALL: [Self; 5] = [Self::Token, Self::Provider, Self::UserId, Self::Variable, Self::Ignored];

    /// The role in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Token => "Token",
            Self::Provider => "Provider",
            Self::UserId => "User id",
            Self::Variable => "Variable",
            Self::Ignored => "Not used",
        }
    }
}

/// How the cells of a column are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CellType {
    /// As text, leading zeros and all.
    Text,
    /// As numbers.
    Number,
    /// As `true` or `false`.
    Boolean,
    /// As JSON: values of several types, lists, or objects. Only in a list that was JSON.
    Json,
}

impl CellType {
    /// The types that a person can choose for cells that are written as text.
    pub const CHOICES: [Self; 3] = [Self::Text, Self::Number, Self::Boolean];

    /// The type in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Number => "Number",
            Self::Boolean => "Yes or no",
            Self::Json => "JSON",
        }
    }
}

/// A column as it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Its name, trimmed: the name of the variable.
    pub name: String,
    /// What it is for.
    pub role: Role,
    /// How its cells are read.
    pub cells: CellType,
    /// Cells in which something stands.
    pub filled: u32,
    /// The first cell in which something stands, shortened.
    pub sample: String,
}

/// What a person chose for a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// What it is for.
    pub role: Role,
    /// How its cells are read.
    pub cells: CellType,
}
