//! Tells how a CSV file is written by its beginning: what stands between cells, and whether the first row names them.

use super::roles::{by_name, is_address, is_provider};
use super::rows::CsvRows;
use super::tally::Tally;
use crate::list::table::{Script, Table};

/// How a CSV file is written.
#[derive(Debug)]
pub(super) struct Dialect {
    /// What stands between cells.
    pub delimiter: u8,
    /// The byte where the first row begins: after a byte order mark, and after a line that names the separator.
    pub start: usize,
    /// True when the first row names the columns.
    pub has_header: bool,
    /// The first rows.
    pub sample: Table,
    /// The largest number of cells of these rows.
    pub widest: usize,
}

/// Separators, the more usual ones first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Bytes and rows that are looked at.
const SAMPLE_BYTES: usize = 256 * 1024;
const SAMPLE_ROWS: usize = 1_000;

impl Dialect {
    /// Tells it by the beginning of a text.
    pub fn of(text: &str) -> Self {
        let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        if let Some((delimiter, length)) = named(&text[mark..]) {
            return Self::with(text, delimiter, mark + length);
        }
        let mut best = Self::with(text, DELIMITERS[0], mark);
        for delimiter in &DELIMITERS[1..] {
            let other = Self::with(text, *delimiter, mark);
            if other.rank() > best.rank() {
                best = other;
            }
        }
        best
    }

    fn with(text: &str, delimiter: u8, start: usize) -> Self {
        let end = text.floor_char_boundary(text.len().min(start + SAMPLE_BYTES));
        let mut sample = Table::new(Script::Csv, text[..end].to_owned());
        // A fault ends the sample, and will be told when the whole file is read.
        let _ = CsvRows::new(delimiter, start, 1).step(&mut sample, &mut Tally::new(0), SAMPLE_ROWS);
        let widest = (0..sample.len()).map(|row| sample.cells_in(row)).max().unwrap_or(0);
        let mut dialect = Self { delimiter, start, has_header: true, sample, widest };
        dialect.has_header = dialect.is_header();
        dialect
    }

    /// How many rows have the most frequent number of cells, if that is more than one; and that number.
    fn rank(&self) -> (usize, usize) {
        let counts: Vec<usize> = (0..self.sample.len()).map(|row| self.sample.cells_in(row)).collect();
        let alike = |count: usize| counts.iter().filter(|&&other| other == count).count();
        let several = counts.iter().filter(|&&count| count > 1);
        several.map(|&count| (alike(count), count)).max().unwrap_or((0, 0))
    }

    /// The cells of a row of the sample.
    pub fn row(&self, row: usize) -> Vec<&str> {
        let cells = 0..self.sample.cells_in(row);
        cells.map(|column| self.sample.read(row, column).unwrap_or_default()).collect()
    }

    fn is_header(&self) -> bool {
        let first = self.row(0);
        if first.iter().any(|cell| by_name(cell).is_some()) {
            return true;
        }
        if first.iter().any(|cell| is_address(cell)) || is_bare_id(&first) {
            return false;
        }
        let second = self.row(1);
        let is_below = |column: usize| second.get(column).is_none_or(|cell| is_provider(cell));
        !first.iter().enumerate().any(|(column, cell)| is_provider(cell) && is_below(column))
    }
}

/// True for a row of one cell that no column is called: long, without blanks, with digits.
fn is_bare_id(row: &[&str]) -> bool {
    let [cell] = row else { return false };
    let cell = cell.trim();
    cell.len() >= 20
        && !cell.contains(char::is_whitespace)
        && cell.contains(|letter: char| letter.is_ascii_digit())
}

/// The separator that a first line names, as spreadsheets write it (`sep=;`), and that line's length. Spreadsheets do
/// not number that line.
fn named(text: &str) -> Option<(u8, usize)> {
    let line = text.lines().next()?;
    let word = line.get(..4)?;
    let delimiter = line.as_bytes().get(4).filter(|byte| DELIMITERS.contains(byte))?;
    let length = line.len() + text[line.len()..].bytes().take(2).take_while(u8::is_ascii_whitespace).count();
    (word.eq_ignore_ascii_case("sep=") && line.len() == 5).then_some((*delimiter, length))
}

/// What a separator is called.
pub(super) fn separator(delimiter: u8) -> &'static str {
    match delimiter {
        b';' => "semicolons",
        b'\t' => "tabs",
        b'|' => "bars",
        _ => "commas",
    }
}
