//! The list of a session with what was found in it.

use push_api::Draft;

use crate::batch::Batch;
use crate::check::Check;
use crate::list::List;

/// A list, its last check, and its last split.
#[derive(Debug)]
pub struct Held {
    /// The list.
    pub list: List,
    /// What was checked last, and what was found; none when the list has changed since.
    pub checked: Option<Checked>,
    /// How it was split last; none when the list has changed since.
    pub split: Option<Split>,
}

/// A draft and what its check has found.
#[derive(Debug)]
pub struct Checked {
    /// What was written.
    pub draft: Draft,
    /// What was found.
    pub check: Check,
}

/// A draft and the sends that it needs.
#[derive(Debug)]
pub struct Split {
    /// What is sent.
    pub draft: Draft,
    /// The sends.
    pub batches: Vec<Batch>,
}

impl Held {
    /// A list in which nothing was looked for yet.
    pub fn new(list: List) -> Self {
        Self { list, checked: None, split: None }
    }
}
