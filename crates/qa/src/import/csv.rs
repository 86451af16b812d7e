//! A CSV file on its way to become a list: told how it is written, read row by row, its columns described.

use super::dialect::{Dialect, separator};
use super::refusal::{MAX_COLUMNS, empty, too_many_columns};
use super::roles::propose;
use super::rows::CsvRows;
use super::tally::Tally;
use crate::column::{CellType, Column, Role};
use crate::list::Source;
use crate::list::shorten;
use crate::list::table::{Script, Table};
use crate::problem::Unreadable;

/// Rows by which roles are proposed.
const PROPOSED_BY: usize = 100;
/// Characters of a cell that stand for its column.
const SAMPLE: usize = 40;

/// A CSV file that is being read.
#[derive(Debug)]
pub(super) struct Csv {
    pub table: Table,
    rows: CsvRows,
    tally: Tally,
    names: Vec<String>,
    roles: Vec<Role>,
}

impl Csv {
    /// Begins with a text; says in `source` how it is written.
    pub fn new(text: String, source: &mut Source) -> Result<Self, Unreadable> {
        let dialect = Dialect::of(&text);
        let mut rows = CsvRows::new(dialect.delimiter, dialect.start, 1);
        source.delimiter = char::from(dialect.delimiter);
        source.dialect = match dialect.widest {
            0 | 1 => "One column".to_owned(),
            _ if dialect.delimiter == b'\t' => "TSV, separated by tabs".to_owned(),
            _ => format!("CSV, separated by {}", separator(dialect.delimiter)),
        };
        let mut table = Table::new(Script::Csv, text);
        if dialect.sample.len() == 0 {
            // Either there is nothing, or the fault of the first row is told here.
            while !rows.step(&mut table, &mut Tally::new(0), 1)? && table.len() == 0 {}
            if table.len() == 0 {
                return Err(empty());
            }
        }
        let names = if dialect.has_header {
            header(&mut table, &mut rows, source)?
        } else {
            vec![String::new(); dialect.widest]
        };
        if names.len() > MAX_COLUMNS {
            return Err(too_many_columns(1));
        }
        let first = usize::from(dialect.has_header);
        let rows_after = first..dialect.sample.len().min(first + PROPOSED_BY);
        let sample: Vec<Vec<&str>> = rows_after.map(|row| dialect.row(row)).collect();
        let roles = propose(&names, &sample, dialect.has_header);
        let names = if dialect.has_header { names } else { numbered(&roles, source) };
        reserve(&mut table, &dialect, names.len());
        let tally = Tally::new(names.len());
        Ok(Self { table, rows, tally, names, roles })
    }

    /// Reads this many more rows. True when all are read.
    pub fn step(&mut self, rows: usize) -> Result<bool, Unreadable> {
        self.rows.step(&mut self.table, &mut self.tally, rows)
    }

    /// The byte up to which the text is read, and how many there are.
    pub fn done(&self) -> (usize, usize) {
        (self.rows.at, self.table.text().len())
    }

    /// Table and columns, now that all rows are read.
    pub fn finish(self) -> (Table, Vec<Column>) {
        let Self { table, tally, names, roles, .. } = self;
        let columns = names.into_iter().zip(roles).enumerate().map(|(at, (name, role))| {
            let filled = |row: &usize| table.read(*row, at).is_some_and(|cell| !cell.is_empty());
            let rows = if tally.filled(at) == 0 { 0 } else { table.len() };
            let sample = (0..rows).find(filled).and_then(|row| table.read(row, at));
            let cells = if role == Role::Variable { tally.cells(at) } else { CellType::Text };
            let sample = sample.map(|cell| shorten(cell, SAMPLE)).unwrap_or_default();
            Column { name, role, cells, filled: tally.filled(at), sample }
        });
        let columns = columns.collect();
        (table, columns)
    }
}

/// Reads the names of the columns; their row is none of the table.
fn header(table: &mut Table, rows: &mut CsvRows, source: &mut Source) -> Result<Vec<String>, Unreadable> {
    while table.len() == 0 && !rows.step(table, &mut Tally::new(0), 1)? {}
    let names = 0..table.cells_in(0);
    let names = names.map(|column| table.read(0, column).unwrap_or_default().trim().to_owned()).collect();
    source.header = Some(table.cells().row_span(0));
    table.forget_rows();
    Ok(names)
}

/// Names for the columns of a list without a header: by role, or by place.
fn numbered(roles: &[Role], source: &mut Source) -> Vec<String> {
    let names: Vec<String> = roles
        .iter()
        .enumerate()
        .map(|(at, role)| match role {
            Role::Token => "token".to_owned(),
            Role::Provider => "provider".to_owned(),
            Role::UserId => "user id".to_owned(),
            Role::Variable | Role::Ignored => format!("column_{}", at + 1),
        })
        .collect();
    let note =
        "The first row is a recipient, not a header, so columns are named by what they hold or by number.";
    source.notes.push(note.to_owned());
    names
}

/// Makes room for about as many rows as the file will have by its first ones: growing copies what is there.
fn reserve(table: &mut Table, dialect: &Dialect, columns: usize) {
    let sample = &dialect.sample;
    let Some(last) = sample.len().checked_sub(1) else { return };
    let bytes = sample.cells().row_span(last).end.saturating_sub(dialect.start).max(1);
    let total = table.text().len();
    let rows = (total as f64 / bytes as f64 * sample.len() as f64 * 1.04) as usize + 16;
    let rows = rows.min(super::refusal::MAX_ROWS);
    let (_, cells) = table.parts();
    cells.reserve(rows, rows.saturating_mul(columns).min(total));
}
