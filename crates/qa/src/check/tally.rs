//! How many recipients each thing was found for, and who the first is.

use std::collections::BTreeMap;

use super::detail::{Detail, Found};
use super::message::Message;
use crate::summary::Count;

/// Counts by what was found.
#[derive(Debug, Default)]
pub(super) struct Tally(BTreeMap<Found, Counted>);

#[derive(Debug, Clone, Copy)]
struct Counted {
    recipients: u32,
    first_row: u32,
    last_row: u32,
}

/// More different details than this are counted as others: only the words of faults can be so many.
const MOST: usize = 1000;

impl Tally {
    /// One more thing that was found for the recipient of a row. To be called row by row in the order of the list.
    pub fn add(&mut self, found: Found, row: u32) {
        let found = if self.0.len() < MOST || self.0.contains_key(&found) {
            found
        } else {
            Found { kind: found.kind, detail: Detail::Others }
        };
        let new = Counted { recipients: 0, first_row: row, last_row: 0 };
        let counted = self.0.entry(found).or_insert(new);
        // Others may be found several times for one recipient.
        if counted.last_row != row {
            counted.recipients += 1;
            counted.last_row = row;
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

#[cfg(test)]
mod tests {
    use super::super::message::Part;
    use super::*;
    use crate::finding::FindingKind::{BadRow, RenderFault};
    use push_api::Draft;

    #[test]
    fn details_beyond_the_most_are_counted_as_others_and_none_is_lost() {
        let mut tally = Tally::default();
        for row in 1..=3000_u32 {
            for again in 0..2 {
                let detail = Detail::Words(Part::Body, format!("fault {row} {again}"));
                tally.add(Found { kind: RenderFault, detail }, row);
            }
        }
        tally.add(Found { kind: BadRow, detail: Detail::None }, 3001);
        let message = Message::of(&Draft::default()).unwrap_or_else(|faults| panic!("{faults:?}"));
        let counts = tally.counts(&message);
        assert_eq!(counts.len(), MOST + 2);
        let others = |kind| counts.iter().find(|count| count.kind == kind && count.detail == "others");
        assert_eq!(others(RenderFault).map(|it| (it.recipients, it.first_row)), Some((2500, 501)));
        assert_eq!(others(BadRow).map(|it| (it.recipients, it.first_row)), Some((1, 3001)));
    }
}
