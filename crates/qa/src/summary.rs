//! What a check of a whole list found, in figures that a page can draw and a report can print.

use serde::{Deserialize, Serialize};

use crate::finding::FindingKind;

/// The whole list at a glance.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Recipients that were checked.
    pub recipients: u32,
    /// Recipients with at least one blocking finding.
    pub blocked: u32,
    /// Recipients with a warning and nothing blocking.
    pub warned: u32,
    /// How many recipients each finding is about; kinds that were not found are left out.
    pub counts: Vec<Count>,
    /// Estimated bytes for those who get it by APNs.
    pub apns: Option<Spread>,
    /// Estimated bytes for those who get it by FCM.
    pub fcm: Option<Spread>,
    /// Every branch of title and body, and how often it was taken.
    pub branches: Vec<Branch>,
    /// Every variable, and how it fared.
    pub variables: Vec<Variable>,
    /// Texts that are exactly alike, the most frequent first; at most [`CLUSTERS_KEPT`].
    pub clusters: Vec<Cluster>,
    /// How many different texts there are.
    pub texts: u32,
    /// Recipients worth a look.
    pub gallery: Vec<Exhibit>,
}

/// Clusters that a summary names; the rest is counted in [`Summary::texts`].
pub const CLUSTERS_KEPT: usize = 50;

/// How many recipients a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Count {
    /// What was found.
    pub kind: FindingKind,
    /// Which variable, tag or surface; empty when the kind says all. Kinds with a detail have one count for each.
    pub detail: String,
    /// How many recipients.
    pub recipients: u32,
    /// The first of them, as the spreadsheet numbers its rows.
    pub first_row: u32,
}

/// How a figure is spread over the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Spread {
    /// Recipients it is about.
    pub recipients: u32,
    /// Smallest, in bytes.
    pub min: u32,
    /// Half of the recipients have at most this many bytes.
    pub median: u32,
    /// Largest, in bytes.
    pub max: u32,
    /// The first row that has the largest.
    pub max_row: u32,
    /// Most bytes that the provider takes.
    pub limit: u32,
    /// Recipients above the limit.
    pub over: u32,
    /// Recipients in steps of equal width from 0 to the limit; the last counts all above the limit.
    pub steps: Vec<u32>,
}

/// A branch of the template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Branch {
    /// `title`, `body`, or `tag` and its key.
    pub text: String,
    /// The tag that begins it.
    pub tag: String,
    /// What that tag says.
    pub markup: String,
    /// Its line and column, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// How often it was taken.
    pub taken: u32,
}

/// A variable of the template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Variable {
    /// As it is written, such as `customer.name`.
    pub path: String,
    /// Recipients for whom it was missing.
    pub missing: u32,
    /// Recipients for whom a default stood in.
    pub defaulted: u32,
    /// True when the list has no column of this name.
    pub is_unknown: bool,
    /// A column whose name is nearly the same.
    pub near: Option<String>,
}

/// Recipients who get exactly the same title and body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cluster {
    /// How many.
    pub recipients: u32,
    /// The first of them.
    pub first_row: u32,
    /// Their title.
    pub title: String,
    /// Their body.
    pub body: String,
}

/// Why a recipient is worth a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Why {
    /// The longest text.
    Longest,
    /// The shortest text.
    Shortest,
    /// The largest payload.
    MostBytes,
    /// The most defaults.
    MostDefaults,
    /// A text written from right to left.
    RightToLeft,
    /// A text with an emoji.
    Emoji,
    /// A variable is missing.
    Missing,
    /// The first row.
    First,
    /// The last row.
    Last,
}

impl Why {
    /// The reason in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Longest => "Longest text",
            Self::Shortest => "Shortest text",
            Self::MostBytes => "Most bytes",
            Self::MostDefaults => "Most defaults",
            Self::RightToLeft => "Right to left",
            Self::Emoji => "With an emoji",
            Self::Missing => "Variable missing",
            Self::First => "First row",
            Self::Last => "Last row",
        }
    }
}

/// A recipient worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Exhibit {
    /// Why.
    pub why: Why,
    /// Who, as the spreadsheet numbers its rows.
    pub row: u32,
    /// Their title.
    pub title: String,
    /// Their body.
    pub body: String,
}
