//! How many recipients each thing was found for, and who the first is.

use std::collections::BTreeMap;

use super::detail::Found;
use super::message::Message;
use crate::summary::Count;

/// Counts by what was found.
#[derive(Debug, Default)]
pub(super) struct Tally(BTreeMap<Found, Counted>);

#[derive(Debug)]
struct Counted {
    recipients: u32,
    first_row: u32,
}

/// More different details than this are not kept: only the words of faults can be so many.
const MOST: usize = 1000;

impl Tally {
    /// One more recipient. To be called in the order of the list, once for each thing that was found for them.
    /// `row` gives the number of their row.
    pub fn add(&mut self, found: Found, row: impl FnOnce() -> u32) {
        if let Some(counted) = self.0.get_mut(&found) {
            counted.recipients += 1;
        } else if self.0.len() < MOST {
            self.0.insert(found, Counted { recipients: 1, first_row: row() });
        }
    }

    /// What was counted: worst kinds first, and of a kind what is about the most recipients.
    pub fn counts(self, message: &Message) -> Vec<Count> {
        let mut counts: Vec<Count> =
            self.0.into_iter().map(|(found, counted)| counted.named(found, message)).collect();
        counts.sort_by(|a, b| {
            let key = |count: &Count| (count.kind, u32::MAX - count.recipients, count.first_row);
            key(a).cmp(&key(b))
        });
        counts
    }
}

impl Counted {
    fn named(self, found: Found, message: &Message) -> Count {
        let detail = found.detail.words(message);
        Count { kind: found.kind, detail, recipients: self.recipients, first_row: self.first_row }
    }
}
