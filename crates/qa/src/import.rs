//! Reads a file or pasted lines into a [`List`]: told what it is, decoded, read in place, checked row by row. In steps,
//! so that whoever calls it can show progress and stop. Changes nothing that stands in a cell.

mod csv;
mod decode;
mod dialect;
mod json;
mod refusal;
mod roles;
mod rows;
mod scan;
mod sniff;
mod tally;
mod utf16;

use crate::column::Column;
use crate::list::survey::Survey;
use crate::list::table::Table;
use crate::list::{List, Source};
use crate::problem::Unreadable;
use csv::Csv;
use decode::Decoder;
use json::{Json, is_json};

pub use refusal::{MAX_BYTES, MAX_CELL_BYTES, MAX_CELLS, MAX_COLUMNS, MAX_ROWS};

/// An import that is under way: first all bytes are fed, then it works.
#[derive(Debug)]
pub struct Importer {
    source: Source,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Arriving(Decoder),
    Csv(Csv),
    Json(Json),
    Survey { table: Table, columns: Vec<Column>, survey: Survey },
    Over,
}

/// What a step of work came to.
#[derive(Debug)]
pub enum Work {
    /// There is more to do.
    More(Progress),
    /// The list is read.
    Done(Box<List>),
}

/// How far an import has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Units of work that are done, out of `of`.
    pub done: u64,
    /// Units of work in all.
    pub of: u64,
    /// Rows that were read so far.
    pub rows: u32,
}

impl Importer {
    /// Of a file of this name (empty for pasted text) and about this many bytes, for which room is made at once.
    pub fn new(name: &str, size_hint: usize) -> Self {
        let source = Source { name: name.to_owned(), ..Source::default() };
        Self { source, stage: Stage::Arriving(Decoder::new(size_hint)) }
    }

    /// Takes the next bytes of the file. Not heard once work has begun.
    ///
    /// # Errors
    /// When the file is too large, or what it is cannot be read.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Unreadable> {
        match &mut self.stage {
            Stage::Arriving(decoder) => decoder.feed(bytes),
            _ => Ok(()),
        }
    }

    /// Works on this many more rows, at least one. To be called until it is done or fails.
    ///
    /// # Errors
    /// When the list cannot be read. Called again after an error or the end, it says that there is nothing.
    pub fn work(&mut self, rows: usize) -> Result<Work, Unreadable> {
        let rows = rows.max(1);
        match std::mem::replace(&mut self.stage, Stage::Over) {
            Stage::Arriving(decoder) => self.begin(decoder)?,
            Stage::Csv(mut csv) => {
                if csv.step(rows)? {
                    let (table, columns) = csv.finish();
                    self.survey(table, columns);
                } else {
                    self.stage = Stage::Csv(csv);
                }
            }
            Stage::Json(mut json) => {
                if json.step(rows)? {
                    let (table, columns) = json.finish()?;
                    self.survey(table, columns);
                } else {
                    self.stage = Stage::Json(json);
                }
            }
            Stage::Survey { table, columns, mut survey } => {
                if survey.step(&table, rows) {
                    let source = std::mem::take(&mut self.source);
                    return Ok(Work::Done(Box::new(List::new(source, columns, table, survey.finish()))));
                }
                self.stage = Stage::Survey { table, columns, survey };
            }
            Stage::Over => return Err(refusal::empty()),
        }
        Ok(Work::More(self.progress()))
    }

    /// How far it has come. Reading counts three quarters, looking at every row one.
    pub fn progress(&self) -> Progress {
        let of = 4 * self.source.bytes;
        let (done, rows) = match &self.stage {
            Stage::Arriving(decoder) => return Progress { done: 0, of: 4 * decoder.bytes(), rows: 0 },
            Stage::Csv(csv) => (self.read_part(csv.done()), csv.table.len()),
            Stage::Json(json) => (self.read_part(json.done()), json.table.len()),
            Stage::Survey { table, survey, .. } => {
                let all = table.len().max(1) as u64;
                (3 * self.source.bytes + self.source.bytes * survey.done() as u64 / all, table.len())
            }
            Stage::Over => (of, 0),
        };
        Progress { done, of, rows: rows as u32 }
    }

    /// The part of the work that reading so many bytes of so many is.
    fn read_part(&self, (done, all): (usize, usize)) -> u64 {
        3 * self.source.bytes * done as u64 / all.max(1) as u64
    }

    fn begin(&mut self, decoder: Decoder) -> Result<(), Unreadable> {
        let decoded = decoder.finish()?;
        self.source.bytes = decoded.bytes;
        self.source.notes.extend(decoded.note);
        self.stage = if is_json(&self.source.name, &decoded.text) {
            Stage::Json(Json::new(decoded.text, &mut self.source)?)
        } else {
            Stage::Csv(Csv::new(decoded.text, &mut self.source)?)
        };
        Ok(())
    }

    fn survey(&mut self, table: Table, columns: Vec<Column>) {
        let types: Vec<_> = columns.iter().map(|column| column.cells).collect();
        let survey = Survey::new(&table, &columns, &types, self.source.header.is_some());
        self.stage = Stage::Survey { table, columns, survey };
    }
}

/// Reads a whole file of this name at once; the name is empty for pasted text.
///
/// # Errors
/// When it cannot be read as a list.
pub fn read(name: &str, bytes: Vec<u8>) -> Result<List, Unreadable> {
    let mut importer = Importer::new(name, bytes.len());
    importer.feed(&bytes)?;
    drop(bytes);
    loop {
        if let Work::Done(list) = importer.work(usize::MAX)? {
            return Ok(*list);
        }
    }
}
