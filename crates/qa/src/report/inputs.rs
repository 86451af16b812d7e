//! What went into a check, in the one form whose fingerprint is taken.
//!
//! Written by way of structs and never of JSON maps, whose order hangs on how the JSON library was built.

use push_api::{Draft, Timestamp};
use serde::Serialize;

use super::Report;
use crate::column::{CellType, Role};
use crate::list::fingerprint;

/// SHA-256 of what went into a check.
#[derive(Debug, Serialize)]
pub(super) struct Inputs {
    /// Of the draft as JSON without blanks, its recipients left empty.
    pub draft: String,
    /// Of the list's file.
    pub list: String,
    /// Of [`Settings`] as JSON without blanks.
    pub settings: String,
}

/// With what a check was made, and how the list's columns were read.
#[derive(Debug, Serialize)]
pub(super) struct Settings<'r> {
    /// What `now` means in a template.
    pub now: Timestamp,
    /// Bytes kept free.
    pub reserve: u32,
    /// Every column as it was read.
    pub columns: Vec<Reading<'r>>,
}

/// How a column was read. Its sample is left out: it may be somebody's token.
#[derive(Debug, Serialize)]
pub(super) struct Reading<'r> {
    name: &'r str,
    role: Role,
    cells: CellType,
}

impl Inputs {
    pub fn of(report: &Report<'_>) -> Self {
        let draft = Draft { recipients: String::new(), ..report.draft.clone() };
        Self {
            draft: of_json(&draft),
            list: report.list_fingerprint.to_owned(),
            settings: of_json(&Settings::of(report)),
        }
    }

    /// Each with its name.
    pub fn named(&self) -> [(&'static str, &str); 3] {
        [("draft", &self.draft), ("list", &self.list), ("settings", &self.settings)]
    }
}

impl<'r> Settings<'r> {
    pub fn of(report: &Report<'r>) -> Self {
        let columns = report.list.columns.iter();
        Self {
            now: Timestamp::from_unix_ms(report.settings.now.saturating_mul(1000)),
            reserve: report.settings.reserve,
            columns: columns
                .map(|column| Reading { name: &column.name, role: column.role, cells: column.cells })
                .collect(),
        }
    }
}

fn of_json(value: &impl Serialize) -> String {
    // Texts, numbers and lists of them: there is nothing in it that JSON cannot hold.
    fingerprint(&serde_json::to_string(value).unwrap_or_default())
}
