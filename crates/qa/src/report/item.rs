//! One thing that was found, whichever part it is about: the rows of every form of the report.

use push_api::issue::{Field, Issue, Severity};
use push_api::roster::{Kinds, Roster};
use serde::{Serialize, Serializer};

use super::{Report, visible};
use crate::check::{Message, TemplateFault};
use crate::finding::{FindingKind, Weight};
use crate::problem::ProblemKind;

/// The part that a thing was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// The list of recipients.
    List,
    /// The draft, whoever gets it.
    Draft,
    /// What recipients would read.
    Text,
}

/// What kind of thing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nobody in the list can be sent to.
    Nobody,
    /// A problem of the list.
    List(ProblemKind),
    /// An issue of a field of the draft.
    Draft(Field),
    /// A finding in the texts.
    Text(FindingKind),
}

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

/// The fields of the draft that a report tells of. The recipients' are the list's; whether a moment has passed needs
/// a clock.
const FIELDS: [Field; 6] =
    [Field::Title, Field::Body, Field::Priority, Field::FcmCredential, Field::ApnsCredential, Field::Tags];

impl Kind {
    /// Every kind that a report looks for, in its order.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let lists = std::iter::once(Self::Nobody).chain(ProblemKind::ALL.map(Self::List));
        lists.chain(FIELDS.map(Self::Draft)).chain(FindingKind::ALL.map(Self::Text))
    }

    /// The part that it is found in.
    pub fn part(self) -> Part {
        match self {
            Self::Nobody | Self::List(_) => Part::List,
            Self::Draft(_) => Part::Draft,
            Self::Text(_) => Part::Text,
        }
    }

    /// What is looked for, in a few words.
    pub fn title(self) -> &'static str {
        match self {
            Self::Nobody => "Nobody to send to",
            Self::List(kind) => kind.title(),
            Self::Draft(field) => field.label(),
            Self::Text(kind) => kind.title(),
        }
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nobody => serializer.serialize_str("nobody"),
            Self::List(kind) => kind.serialize(serializer),
            Self::Draft(Field::FcmCredential) => serializer.serialize_str("fcmCredential"),
            Self::Draft(Field::ApnsCredential) => serializer.serialize_str("apnsCredential"),
            Self::Draft(field) => serializer.serialize_str(&field.label().to_lowercase()),
            Self::Text(kind) => kind.serialize(serializer),
        }
    }
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
