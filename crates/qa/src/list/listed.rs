//! A list and its rows as they are shown: counted, and cells shortened.

use super::List;
use crate::finding::FindingKind;
use crate::protocol::{Line, Listed};

/// Characters of a cell that a table shows.
const SHOWN: usize = 120;

impl List {
    /// The list at a glance.
    pub fn listed(&self) -> Listed {
        let kinds = self.kinds();
        Listed {
            name: self.source.name.clone(),
            bytes: self.source.bytes,
            dialect: self.source.dialect.clone(),
            notes: self.source.notes.clone(),
            columns: self.columns.clone(),
            rows: self.len() as u32,
            recipients: kinds.total() as u32,
            fcm: kinds.fcm as u32,
            apn: kinds.apn as u32,
            users: kinds.users as u32,
            problems: self.problems.clone(),
        }
    }

    /// The row of an index for a table, with what a check found for it.
    pub fn line(&self, index: usize, findings: Vec<FindingKind>) -> Option<Line> {
        let row = self.row(index)?;
        Some(Line {
            index: index as u32,
            row: row.number(),
            cells: (0..self.columns.len()).map(|column| shorten(row.cell(column), SHOWN)).collect(),
            problems: self.flags_at(index).kinds().collect(),
            findings,
        })
    }

    /// The index of the row with this number, or of the next one that there is.
    pub fn index_of(&self, number: u32) -> Option<usize> {
        let at = partition(self.len(), |index| self.table.number(self.place(index)) < number);
        (at < self.len()).then_some(at)
    }
}

/// The first index below `len` for which this is no longer so.
fn partition(len: usize, is_before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, len);
    while low < high {
        let middle = low + (high - low) / 2;
        if is_before(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

/// The first characters of a text, with an ellipsis when there are more.
pub(crate) fn shorten(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
