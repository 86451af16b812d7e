//! One thing that was found, whichever part it is about: the rows of every form of the report.

use push_api::issue::{Field, Issue, Severity};
use push_api::roster::{Kinds, Roster};
use serde::Serialize;

use super::kind::{FIELDS, Kind, Part};
use super::{Report, visible};
use crate::check::{Message, TemplateFault};
use crate::finding::Weight;

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    /// Where.
    pub part: Part,
    /// Which kind; one kind can be found several times, with different details.
    pub kind: Kind,
    /// How much it matters.
    pub weight: Weight,
    /// What is wrong, in a few words.
    pub title: String,
    /// Which column, variable, tag or surface; empty when the kind says all.
    pub detail: String,
    /// What to do about it.
    pub advice: String,
    /// How many rows it is about; none when it is about the whole.
    pub count: u32,
    /// The first of them, as the spreadsheet numbers its rows.
    pub rows: Vec<u32>,
}

impl Item {
    /// How much it matters, in a word.
    pub(super) fn weight_word(&self) -> &'static str {
        match self.weight {
            Weight::Blocking => "blocking",
            Weight::Warning => "warning",
            Weight::Note => "note",
        }
    }

    /// The rows that are named, and a word when there are more.
    pub(super) fn rows_named(&self) -> String {
        let named: Vec<String> = self.rows.iter().map(u32::to_string).collect();
        let more = if named.len() < self.count as usize { " and more" } else { "" };
        format!("{}{more}", named.join(", "))
    }

    /// How much it matters, what it is, of how many, and where; in one line without its point.
    pub fn told(&self) -> String {
        let mut text = format!("{}: {}", self.weight_word(), self.title);
        if !self.detail.is_empty() {
            text.push_str(&format!(" ({})", visible(&self.detail)));
        }
        if self.count > 1 {
            text.push_str(&format!(", {} in all", self.count));
        }
        if self.count > 0 {
            let rows = if self.rows.len() == 1 { "row" } else { "rows" };
            text.push_str(&format!(", {rows} {}", self.rows_named()));
        }
        text
    }
}

/// Everything that was found, in the order of [`Kind::all`].
pub(super) fn all(report: &Report<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    if report.list.recipients == 0 {
        items.push(nobody());
    }
    items.extend(of_list(report));
    items.extend(of_draft(report));
    items.extend(of_texts(report));
    items
}

fn nobody() -> Item {
    Item {
        part: Part::List,
        kind: Kind::Nobody,
        weight: Weight::Blocking,
        title: Kind::Nobody.title().to_owned(),
        detail: String::new(),
        advice: "The list has no row that can be sent to. Fill in a token or a user id for each row."
            .to_owned(),
        count: 0,
        rows: Vec::new(),
    }
}

fn of_list(report: &Report<'_>) -> impl Iterator<Item = Item> {
    report.list.problems.iter().map(|problem| Item {
        part: Part::List,
        kind: Kind::List(problem.kind),
        weight: if problem.kind.is_blocking() { Weight::Blocking } else { Weight::Warning },
        title: problem.kind.title().to_owned(),
        detail: problem.columns.join(", "),
        advice: problem.kind.advice().to_owned(),
        count: problem.count,
        rows: problem.rows.clone(),
    })
}

fn of_draft(report: &Report<'_>) -> Vec<Item> {
    let list = report.list;
    let kinds =
        Kinds { fcm: list.fcm as usize, apn: list.apn as usize, other: 0, users: list.users as usize };
    // Title and body are checked as they are rendered, and the moment, for which the clock is here, is not told.
    let is_told = |field| FIELDS.contains(&field) && ![Field::Title, Field::Body].contains(&field);
    let issues = report.draft.issues(&Roster::default(), kinds, 0);
    let issues = issues.into_iter().filter(|issue| is_told(issue.field)).map(of_issue);
    let warnings = Message::of(report.draft).map(|message| message.warnings()).unwrap_or_default();
    let mut items: Vec<Item> = issues.chain(warnings.into_iter().map(of_warning)).collect();
    let place = |item: &Item| FIELDS.iter().position(|field| item.kind == Kind::Draft(*field));
    items.sort_by_key(place);
    items
}

fn of_warning(warning: TemplateFault) -> Item {
    let TemplateFault { field, text, message, hint, line, column } = warning;
    Item {
        part: Part::Draft,
        kind: Kind::Draft(field),
        weight: Weight::Warning,
        title: field.label().to_owned(),
        detail: format!("{text}, line {line}, column {column}"),
        advice: hint.map_or_else(|| format!("{message}."), |hint| format!("{message}. {hint}")),
        count: 0,
        rows: Vec::new(),
    }
}

fn of_issue(issue: Issue) -> Item {
    Item {
        part: Part::Draft,
        kind: Kind::Draft(issue.field),
        weight: match issue.severity {
            Severity::Blocking => Weight::Blocking,
            Severity::Warning => Weight::Warning,
        },
        title: issue.field.label().to_owned(),
        detail: String::new(),
        advice: issue.message,
        count: 0,
        rows: Vec::new(),
    }
}

fn of_texts(report: &Report<'_>) -> impl Iterator<Item = Item> {
    report.summary.counts.iter().map(|count| Item {
        part: Part::Text,
        kind: Kind::Text(count.kind),
        weight: count.kind.weight(),
        title: count.kind.title().to_owned(),
        detail: count.detail.clone(),
        advice: count.kind.advice().to_owned(),
        count: count.recipients,
        rows: vec![count.first_row],
    })
}
