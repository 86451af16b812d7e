//! Counts, while a list is read, what its columns hold: how many cells are filled, whether all are numbers or all are
//! `true` and `false`. A column that was text once stays text, so most cells cost nothing.

use crate::column::CellType;
use crate::list::boolean;
use crate::list::cells::Cells;

/// What is known of a column so far.
#[derive(Debug, Clone)]
struct Known {
    filled: u32,
    may_be_number: bool,
    may_be_boolean: bool,
}

/// What is known of each column so far.
#[derive(Debug)]
pub(super) struct Tally {
    columns: Vec<Known>,
}

impl Tally {
    /// For this many columns.
    pub fn new(columns: usize) -> Self {
        let known = Known { filled: 0, may_be_number: true, may_be_boolean: true };
        Self { columns: vec![known; columns] }
    }

    /// Cells of a column in which something stands.
    pub fn filled(&self, column: usize) -> u32 {
        self.columns.get(column).map_or(0, |known| known.filled)
    }

    /// The type that all cells of a column have.
    pub fn cells(&self, column: usize) -> CellType {
        match self.columns.get(column) {
            Some(known) if known.filled > 0 && known.may_be_number => CellType::Number,
            Some(known) if known.filled > 0 && known.may_be_boolean => CellType::Boolean,
            _ => CellType::Text,
        }
    }

    /// Takes the row that is being written; empty cells beyond the last column are dropped from it. False when it
    /// is blank.
    #[inline]
    pub fn take(&mut self, bytes: &[u8], cells: &mut Cells) -> bool {
        let (mut start, ends) = cells.writing();
        let first = start;
        let mut filled = 0;
        let mut last_filled = 0;
        for (column, &end) in ends.iter().enumerate() {
            let end = end as usize;
            let cell = &bytes[start..end];
            start = end + 1;
            if cell.is_empty() || cell == b"\"\"" {
                continue;
            }
            filled += 1;
            last_filled = column + 1;
            let Some(known) = self.columns.get_mut(column) else { continue };
            known.filled += 1;
            if known.may_be_number || known.may_be_boolean {
                known.narrow(cell);
            }
        }
        let count = ends.len();
        if filled == 0 || count == 1 && bytes[first..start - 1].trim_ascii().is_empty() {
            return false;
        }
        let needed = last_filled.max(self.columns.len());
        if count > needed && !self.columns.is_empty() {
            cells.truncate(needed);
        }
        true
    }
}

impl Known {
    fn narrow(&mut self, cell: &[u8]) {
        let cell = match cell {
            [b'"', inner @ .., b'"'] => inner,
            cell => cell,
        };
        self.may_be_number = self.may_be_number && is_plain_number(cell);
        self.may_be_boolean =
            self.may_be_boolean && std::str::from_utf8(cell).is_ok_and(|cell| boolean(cell).is_some());
    }
}

/// True for a number that would be written again exactly so: no leading zero, no plus sign, no exponent, no zero at
/// the end of a fraction, and no more than fifteen digits, which is what a double keeps.
fn is_plain_number(cell: &[u8]) -> bool {
    let digits = cell.strip_prefix(b"-").unwrap_or(cell);
    if digits.is_empty() || digits.len() > 16 {
        return false;
    }
    let point = digits.iter().position(|&byte| byte == b'.');
    let (whole, fraction) = digits.split_at(point.unwrap_or(digits.len()));
    let is_digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    if !is_digits(whole) || whole.len() > 1 && whole[0] == b'0' {
        return false;
    }
    match fraction {
        [] => whole.len() <= 15 && cell != b"-0",
        [_, fraction @ ..] => {
            is_digits(fraction)
                && whole.len() + fraction.len() <= 15
                && !fraction.ends_with(b"0")
                && !fraction.starts_with(b"00000")
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_what_would_be_written_again_exactly_so_is_a_number() {
        let numbers =
            ["0", "7", "-7", "42", "999999999999999", "1.5", "-0.25", "0.00001", "123456789.123456"];
        for cell in numbers {
            assert!(is_plain_number(cell.as_bytes()), "{cell}");
            let number: serde_json::Number = cell.parse().unwrap();
            assert_eq!(number.to_string(), cell);
        }
        let texts = [
            "",
            "-",
            ".",
            "1.",
            ".5",
            "007",
            "+7",
            "1.50",
            "1e3",
            "-0",
            "0x1",
            "1,5",
            " 7",
            "7 ",
            "1.2.3",
            "--1",
            "9007199254740993",
            "1234567890123456",
            "0.0000001",
            "\u{663}",
            "0.1234567890123456",
        ];
        for cell in texts {
            assert!(!is_plain_number(cell.as_bytes()), "{cell}");
        }
    }
}
