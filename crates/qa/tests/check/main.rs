//! The check of whole lists, from a file and a draft to what is found.
#![allow(clippy::unwrap_used, missing_docs)]

mod defects;
mod findings;
mod fixture;
mod limits;
mod slices;
mod summary;

use push_api::Draft;
use push_qa::check::{self, Check, Message};
use push_qa::import;
use push_qa::list::List;
use push_qa::protocol::{CheckSettings, RESERVE};

pub const SETTINGS: CheckSettings = CheckSettings { now: 1_800_000_000, reserve: RESERVE };

/// A list from the text of a CSV file.
pub fn list(csv: &str) -> List {
    import::read("list.csv", csv.as_bytes().to_vec()).unwrap()
}

/// A draft with title and body.
pub fn draft(title: &str, body: &str) -> Draft {
    Draft { title: title.to_owned(), body: body.to_owned(), ..Draft::default() }
}

/// A draft ready to be rendered.
pub fn message(draft: &Draft) -> Message {
    Message::of(draft).unwrap()
}

/// A list that was checked with a draft.
pub fn checked(csv: &str, draft: &Draft) -> Check {
    check::run(&list(csv), &message(draft), SETTINGS)
}
