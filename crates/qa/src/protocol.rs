//! What the page says to the worker and what the worker answers. JSON texts, so that either side can be of another
//! build only as long as both come from the same folder; the bytes of a file travel beside them.
//!
//! Every request has a number that its answers carry. A request that begins long work is answered by any number of
//! [`Answer::Progress`] and one last answer; a newer request of the same sort ends it with [`Answer::Stopped`].

use push_api::Draft;
use serde::{Deserialize, Serialize};

use crate::batch::{Batch, BatchLimits, Canary};
use crate::column::{Choice, Column};
use crate::finding::FindingKind;
use crate::problem::{Problem, ProblemKind, Unreadable};
use crate::rendered::Rendered;
use crate::summary::Summary;

/// What the page asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Request {
    /// Read the file that travels beside this, or `text` when there is none. Answered by [`Answer::List`].
    Import {
        /// Name of the file, or empty for pasted text.
        name: String,
        /// Pasted text.
        text: Option<String>,
    },
    /// Read the columns as a person chose them, one choice for each. Answered by [`Answer::List`].
    Map {
        /// One for each column.
        choices: Vec<Choice>,
        /// True to leave out the rows that repeat an earlier recipient.
        without_duplicates: bool,
    },
    /// Forget the list. Answered by [`Answer::Done`].
    Forget,
    /// Check every recipient. Answered by [`Answer::Checked`].
    Check {
        /// What is written; its own recipients are not looked at.
        draft: Box<Draft>,
        /// With what.
        settings: CheckSettings,
    },
    /// Rows for a table. Answered by [`Answer::Rows`].
    Rows {
        /// Which rows.
        of: Rows,
        /// The first, from 0, among those.
        start: u32,
        /// How many.
        count: u32,
    },
    /// One recipient's push by the last check. Answered by [`Answer::Rendered`].
    Render {
        /// Places in the list, from 0.
        indices: Vec<u32>,
    },
    /// The next recipient in a direction, round the end. Answered by [`Answer::Found`].
    Find {
        /// Where to begin; this one is not looked at.
        from: u32,
        /// True to go towards the beginning.
        back: bool,
        /// What to look for.
        what: Wanted,
    },
    /// Split the list into sends. Answered by [`Answer::Batches`].
    Split {
        /// What is sent.
        draft: Box<Draft>,
        /// What goes first.
        canary: Canary,
        /// What a send may hold.
        limits: BatchLimits,
    },
    /// The exact JSON of one send of the last split. Answered by [`Answer::Text`].
    Body {
        /// Which, from 0.
        batch: u32,
    },
    /// Rows as a CSV file with the list's own header. Answered by [`Answer::Text`].
    Download {
        /// Which rows.
        of: Rows,
    },
    /// The report of the last check. Answered by [`Answer::Text`].
    Report {
        /// In which form.
        format: Format,
    },
    /// Stop the long work of the request whose number this carries. That request is answered by [`Answer::Stopped`],
    /// this one by nothing of its own.
    Cancel,
}

/// With what a check is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckSettings {
    /// What `now` means in a template, in seconds since 1970.
    pub now: i64,
    /// Bytes that are kept free for what the upstream adds.
    pub reserve: u32,
}

/// Bytes that are kept free when nothing else is asked for.
pub const RESERVE: u32 = 256;

/// Which rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "are", rename_all = "camelCase")]
pub enum Rows {
    /// All of them.
    All,
    /// Those that a problem of the list is about.
    Problem {
        /// Which.
        kind: ProblemKind,
    },
    /// Those that a finding of the last check is about.
    Finding {
        /// Which.
        kind: FindingKind,
    },
}

/// What to look for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
pub enum Wanted {
    /// The next one, whatever it is.
    Any,
    /// One with a blocking finding or a warning.
    Trouble,
    /// One with this finding.
    Finding {
        /// Which.
        kind: FindingKind,
    },
    /// One with this text in any cell, letters small or capital.
    Text {
        /// The text.
        text: String,
    },
    /// The row of this number.
    Row {
        /// As the spreadsheet numbers it.
        row: u32,
    },
}

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Format {
    /// JSON.
    Json,
    /// Markdown.
    Markdown,
    /// JUnit XML.
    Junit,
}

/// What the worker answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Answer {
    /// How far a long work has come.
    Progress {
        /// Bytes or rows that are done.
        done: u64,
        /// Bytes or rows in all.
        of: u64,
        /// Rows that were read or checked so far.
        rows: u32,
    },
    /// The list as it was read.
    List(Box<Listed>),
    /// The list cannot be read; the one before it is kept.
    Unreadable(Unreadable),
    /// What the check found.
    Checked(Box<Summary>),
    /// Rows for a table.
    Rows {
        /// The rows.
        rows: Vec<Line>,
        /// How many such rows there are.
        of: u32,
    },
    /// Recipients' pushes, in the order asked for.
    Rendered {
        /// The pushes.
        pushes: Vec<Rendered>,
    },
    /// A recipient's place in the list, or none.
    Found {
        /// From 0.
        index: Option<u32>,
    },
    /// The sends.
    Batches {
        /// In their order.
        batches: Vec<Batch>,
    },
    /// A text.
    Text {
        /// The text.
        text: String,
    },
    /// It is done.
    Done,
    /// The work was stopped before its end.
    Stopped,
    /// It cannot be done, such as a check without a list.
    Refused {
        /// Why.
        why: String,
    },
}

/// A list as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Listed {
    /// Name of the file, or empty for pasted text.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// How it was read, such as `CSV, separated by semicolons`.
    pub dialect: String,
    /// Words about what was done to read it, such as converting it from UTF-16.
    pub notes: Vec<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Rows, without header and blank rows.
    pub rows: u32,
    /// Recipients that can be sent to.
    pub recipients: u32,
    /// Of them, devices by FCM.
    pub fcm: u32,
    /// Of them, devices by APNs.
    pub apn: u32,
    /// Of them, users.
    pub users: u32,
    /// What is wrong, most fundamental first.
    pub problems: Vec<Problem>,
}

/// One row for a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// Its place in the list, from 0.
    pub index: u32,
    /// Its row as the spreadsheet numbers it.
    pub row: u32,
    /// Its cells, one for each column, shortened.
    pub cells: Vec<String>,
    /// What is wrong with it by the list, worst first.
    pub problems: Vec<ProblemKind>,
    /// What the last check found, worst first.
    pub findings: Vec<FindingKind>,
}
