//! Looks at every row of a table by the roles of its columns: who it is for, what is wrong with it, whether its
//! recipient came before. In steps, so that a long list does not hold up its thread.

use push_api::recipient::Provider;
use push_api::roster;

use super::flags::{Flags, Reach};
use super::provider::provider;
use super::repeats::Repeats;
use super::table::Table;
use super::typed::is_bad;
use crate::column::{CellType, Column, Role};
use crate::problem::ProblemKind;

/// A survey that is under way, or done when it has come to the last row.
#[derive(Debug)]
pub(crate) struct Survey {
    columns: usize,
    has_header: bool,
    address: Address,
    /// Columns whose cells were not found to be of their type when they were read.
    doubtful: Vec<(usize, CellType)>,
    bad_columns: Vec<bool>,
    flags: Vec<Flags>,
    repeats: Repeats,
}

/// Where a row says who it is for.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Address {
    token: Option<usize>,
    provider: Option<usize>,
    user: Option<usize>,
}

impl Address {
    /// The first column of each role counts.
    pub fn of(columns: &[Column]) -> Self {
        let first = |role| columns.iter().position(|column| column.role == role);
        Self { token: first(Role::Token), provider: first(Role::Provider), user: first(Role::UserId) }
    }

    /// True when no column says who a row is for.
    pub fn is_nowhere(self) -> bool {
        self.token.is_none() && self.user.is_none()
    }

    /// A row's token or, without one, its user id, trimmed; empty when it has neither.
    pub fn text(self, table: &Table, row: usize) -> &str {
        let token = cell(table, row, self.token);
        if token.is_empty() { cell(table, row, self.user) } else { token }
    }
}

fn cell(table: &Table, row: usize, column: Option<usize>) -> &str {
    column.and_then(|column| table.read(row, column)).map_or("", str::trim)
}

/// What a survey found.
#[derive(Debug)]
pub(crate) struct Found {
    pub flags: Vec<Flags>,
    /// For each column, whether a cell of it does not fit its type.
    pub bad_columns: Vec<bool>,
}

impl Survey {
    /// Of a table whose columns were found to hold cells of the types `found`. With a header, a row promises as many
    /// cells as that has.
    pub fn new(table: &Table, columns: &[Column], found: &[CellType], has_header: bool) -> Self {
        let doubtful = columns.iter().zip(found).enumerate().filter_map(|(at, (column, found))| {
            let is_sure = column.role != Role::Variable || column.cells == *found;
            (!is_sure && column.cells != CellType::Text).then_some((at, column.cells))
        });
        Self {
            columns: columns.len(),
            has_header,
            address: Address::of(columns),
            doubtful: doubtful.collect(),
            bad_columns: vec![false; columns.len()],
            flags: Vec::with_capacity(table.len()),
            repeats: Repeats::new(table.len()),
        }
    }

    /// Rows that were looked at.
    pub fn done(&self) -> usize {
        self.flags.len()
    }

    /// Looks at this many more rows. True when all are done.
    pub fn step(&mut self, table: &Table, rows: usize) -> bool {
        let end = table.len().min(self.done().saturating_add(rows));
        for row in self.done()..end {
            let flags = self.row(table, row);
            self.flags.push(flags);
        }
        end == table.len()
    }

    /// What was found.
    pub fn finish(self) -> Found {
        Found { flags: self.flags, bad_columns: self.bad_columns }
    }

    fn row(&mut self, table: &Table, row: usize) -> Flags {
        let mut flags = Flags::default();
        let cells = table.cells_in(row);
        if cells > self.columns {
            flags.add(ProblemKind::TooManyCells);
        } else if cells < self.columns && self.has_header {
            flags.add(ProblemKind::TooFewCells);
        }
        for &(column, cells) in &self.doubtful {
            let text = table.read(row, column).unwrap_or_default();
            if !text.is_empty() && is_bad(cells, text) {
                flags.add(ProblemKind::BadCell);
                self.bad_columns[column] = true;
            }
        }
        self.address(table, row, &mut flags);
        flags
    }

    fn address(&mut self, table: &Table, row: usize, flags: &mut Flags) {
        let address = self.address;
        let token = cell(table, row, address.token);
        let user = cell(table, row, address.user);
        let text = match (token.is_empty(), user.is_empty()) {
            (true, true) => return flags.add(ProblemKind::NoAddress),
            (false, false) => return flags.add(ProblemKind::TwoAddresses),
            (false, true) => token,
            (true, false) => user,
        };
        if !is_one_word(text) {
            flags.add(ProblemKind::BadAddress);
        }
        if token.is_empty() || roster::is_user_id(token) {
            flags.set_reach(Reach::User);
        } else {
            let word = cell(table, row, address.provider);
            let (found, otherwise) = match word {
                "" => (roster::recognise(token), ProblemKind::UnknownProvider),
                word => (provider(word), ProblemKind::BadProvider),
            };
            match found {
                Some(Provider::Fcm) => flags.set_reach(Reach::Fcm),
                Some(Provider::Apn) => flags.set_reach(Reach::Apn),
                _ => flags.add(otherwise),
            }
        }
        // Only who gets the push can get it twice: a good row is not left out for a bad one before it.
        if flags.is_sendable() && self.repeats.earlier(row, text, |row| address.text(table, row)).is_some() {
            flags.add(ProblemKind::Duplicate);
        }
    }
}

/// True when there is neither a blank nor a control character in it.
fn is_one_word(text: &str) -> bool {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let is_plain = |word: u64| {
        let low = word & LOW;
        let above_blank = low.wrapping_add(0x5f5f_5f5f_5f5f_5f5f);
        let is_delete = low.wrapping_add(0x0101_0101_0101_0101);
        (word | !above_blank | is_delete) & !LOW == 0
    };
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let is_plain = words.iter().all(|word| is_plain(u64::from_le_bytes(*word)))
        && rest.iter().all(|byte| byte.is_ascii_graphic());
    is_plain || !text.chars().any(|letter| letter.is_whitespace() || letter.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_or_a_control_character_anywhere_makes_two_words() {
        for length in 1..20 {
            assert!(is_one_word(&"~".repeat(length)));
            assert!(is_one_word(&"é".repeat(length)));
            for at in 0..length {
                for bad in [' ', '\n', '\0', '\x7f', '\u{a0}', '\u{85}'] {
                    let mut text: Vec<char> = vec!['!'; length];
                    text[at] = bad;
                    assert!(!is_one_word(&text.iter().collect::<String>()), "{bad:?} at {at} of {length}");
                }
            }
        }
    }
}
