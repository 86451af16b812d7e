//! Recipients in JSON on their way to become a list: an array of them, one after the other (NDJSON), or a whole send
//! request with `to`. Their values are written into a table of the same shape as that of a CSV file.

mod entry;
mod fields;

use super::refusal::{MAX_CELL_BYTES, MAX_CELLS, MAX_ROWS, too_large_cell, too_many_cells, too_many_rows};
use super::refusal::{empty, refuse};
use crate::column::Column;
use crate::list::Source;
use crate::list::table::{Script, Table};
use crate::problem::Unreadable;
use entry::Reader;
use fields::Fields;
use serde_json::value::RawValue;

/// A JSON text that is being read.
#[derive(Debug)]
pub(super) struct Json {
    reader: Reader,
    pub table: Table,
    fields: Fields,
}

/// True for a text that is JSON by its first characters or by its file's name.
pub(super) fn is_json(name: &str, text: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let mut letters =
        text.trim_start_matches('\u{feff}').chars().filter(|letter| !letter.is_ascii_whitespace());
    let first = (letters.next(), letters.next());
    let by_text = matches!(first, (Some('['), Some('{' | '[' | ']')) | (Some('{'), Some('"' | '}')));
    by_text || [".json", ".ndjson", ".jsonl"].iter().any(|ending| name.ends_with(ending))
}

impl Json {
    /// Begins with a text; says in `source` how it is written.
    pub fn new(text: String, source: &mut Source) -> Result<Self, Unreadable> {
        source.delimiter = ',';
        let reader = Reader::new(text, source)?;
        // A cell may end before its row begins, so a row never begins at the first byte.
        let table = Table::new(Script::Json, "\n".to_owned());
        Ok(Self { reader, table, fields: Fields::default() })
    }

    /// Reads this many more entries. True when all are read.
    pub fn step(&mut self, rows: usize) -> Result<bool, Unreadable> {
        for _ in 0..rows {
            let Some(entry) = self.reader.next()? else { return Ok(true) };
            let row = entry.number;
            if self.table.len() == MAX_ROWS {
                return Err(too_many_rows(row));
            }
            let values = self.fields.place(&entry)?;
            write(&mut self.table, &values, row)?;
        }
        Ok(false)
    }

    /// The byte up to which the text is read, and how many there are.
    pub fn done(&self) -> (usize, usize) {
        self.reader.done()
    }

    /// Table and columns, now that all entries are read.
    pub fn finish(self) -> Result<(Table, Vec<Column>), Unreadable> {
        if self.table.len() == 0 {
            return Err(empty());
        }
        let columns = self.fields.columns(&self.table);
        Ok((self.table, columns))
    }
}

/// Writes an entry's values, in the order of their columns, as a row.
fn write(table: &mut Table, values: &[Option<&RawValue>], row: u32) -> Result<(), Unreadable> {
    let (text, cells) = table.writing();
    if !text.ends_with('\n') {
        text.push('\n');
    }
    cells.begin_row(text.len());
    let mut end = text.len() - 1;
    let count = values.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
    for (column, value) in values[..count].iter().enumerate() {
        if let Some(value) = value {
            if text.len() == end {
                text.push(',');
            }
            let raw = value.get();
            if raw.len() > MAX_CELL_BYTES {
                return Err(too_large_cell(row, column + 1, raw.len()));
            }
            text.push_str(raw);
            end = text.len();
        }
        cells.push_end(end);
        if let Some(read) = value.map(RawValue::get).filter(|raw| raw.starts_with('"') && raw.contains('\\'))
        {
            let read: String = serde_json::from_str(read).map_err(|_| broken_text(row, column + 1))?;
            cells.push_escaped(&read);
        }
    }
    cells.end_row(row);
    if cells.count() > MAX_CELLS { Err(too_many_cells(row)) } else { Ok(()) }
}

fn broken_text(row: u32, column: usize) -> Unreadable {
    let advice = format!("Value {column} of entry {row} has an escape that stands for no character.");
    refuse("A text is broken", advice, Some(row))
}
