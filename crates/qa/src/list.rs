//! A list of recipients: a table of cells with a role for each column, read in place.
//!
//! Knows who a row is for and which variables it brings. What is wrong with a row was found by the import; what is
//! wrong with its text is not decided here.

pub(crate) mod cells;
mod download;
pub(crate) mod flags;
mod listed;
mod problems;
mod provider;
mod repeats;
mod row;
mod search;
pub(crate) mod survey;
pub(crate) mod table;
mod typed;

use push_api::roster::Kinds;
use sha2::{Digest, Sha256};

use crate::column::{CellType, Choice, Column, Role};
use crate::problem::{Problem, ProblemKind};
use flags::{Flags, Reach};
use survey::{Address, Found, Survey};
use table::Table;

pub(crate) use listed::shorten;
pub(crate) use provider::provider;
pub use row::Row;
pub use search::Needle;
pub(crate) use typed::boolean;

/// A list as it was read and mapped.
#[derive(Debug)]
pub struct List {
    source: Source,
    columns: Vec<Column>,
    /// The types that the cells of each column were found to have.
    found: Vec<CellType>,
    table: Table,
    flags: Vec<Flags>,
    bad_columns: Vec<bool>,
    /// The columns that are variables, by name; of two with one name the first.
    variables: Vec<u32>,
    address: Address,
    /// Rows of the table that count, when some are left out.
    kept: Option<Vec<u32>>,
    kinds: Kinds,
    problems: Vec<Problem>,
}

/// Where a list came from and how it was read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Source {
    /// Name of the file, or empty.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// How it was read, in words.
    pub dialect: String,
    /// What was done to read it.
    pub notes: Vec<String>,
    /// What stands between cells.
    pub delimiter: char,
    /// Of a text that is not kept.
    pub fingerprint: Option<String>,
    /// The header as it is written, without its line break; none when there is none.
    pub header: Option<std::ops::Range<usize>>,
}

impl List {
    /// A table with the columns that were found, surveyed.
    pub(crate) fn new(source: Source, columns: Vec<Column>, table: Table, found: Found) -> Self {
        let types = columns.iter().map(|column| column.cells).collect();
        let mut list = Self {
            source,
            columns,
            found: types,
            table,
            flags: Vec::new(),
            bad_columns: Vec::new(),
            variables: Vec::new(),
            address: Address::default(),
            kept: None,
            kinds: Kinds::default(),
            problems: Vec::new(),
        };
        list.take(found, false);
        list
    }

    /// Its columns as they are read.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// How many rows, the bad ones too.
    pub fn len(&self) -> usize {
        self.kept.as_ref().map_or(self.table.len(), Vec::len)
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row of an index below [`List::len`].
    pub fn row(&self, index: usize) -> Option<Row<'_>> {
        (index < self.len()).then(|| Row::new(self, self.place(index)))
    }

    /// Recipients that can be sent to, of each kind.
    pub fn kinds(&self) -> Kinds {
        self.kinds
    }

    /// What is wrong, most fundamental first.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Reads the columns as a person chose them: one choice for each column, what is left over counts for nothing.
    /// With `without_duplicates`, rows that repeat an earlier recipient are left out, and come back when it is false.
    pub fn remap(&mut self, choices: &[Choice], without_duplicates: bool) {
        for (column, choice) in self.columns.iter_mut().zip(choices) {
            column.role = choice.role;
            column.cells = choice.cells;
        }
        let mut survey = Survey::new(&self.table, &self.columns, &self.found, self.source.header.is_some());
        survey.step(&self.table, self.table.len());
        self.take(survey.finish(), without_duplicates);
    }

    /// The indices of the rows that a problem is about, in order; none for a problem of columns.
    pub fn problem_rows(&self, kind: ProblemKind) -> Vec<u32> {
        let is_about = |&index: &u32| self.flags_at(index as usize).has(kind);
        (0..self.len() as u32).filter(is_about).collect()
    }

    /// SHA-256 of what was read, in hexadecimal: of the file as it is, except that a file in UTF-16 counts as the
    /// UTF-8 that it was converted to.
    pub fn fingerprint(&self) -> String {
        match &self.source.fingerprint {
            Some(fingerprint) => fingerprint.clone(),
            None => fingerprint(self.table.text()),
        }
    }

    fn take(&mut self, found: Found, without_duplicates: bool) {
        self.address = Address::of(&self.columns);
        self.flags = found.flags;
        self.bad_columns = found.bad_columns;
        self.kept = without_duplicates.then(|| {
            let rows = self.flags.iter().enumerate();
            let first = rows.filter(|(_, flags)| !flags.has(ProblemKind::Duplicate));
            first.map(|(row, _)| row as u32).collect()
        });
        let is_variable = |&at: &u32| {
            let column = &self.columns[at as usize];
            column.role == Role::Variable && !column.name.is_empty()
        };
        let mut variables: Vec<u32> = (0..self.columns.len() as u32).filter(is_variable).collect();
        variables.sort_by_key(|&at| self.columns[at as usize].name.as_str());
        variables.dedup_by_key(|at| self.columns[*at as usize].name.as_str());
        self.variables = variables;
        self.kinds = self.count();
        self.problems = self.tell_problems();
    }

    fn count(&self) -> Kinds {
        let mut kinds = Kinds::default();
        let sendable = (0..self.len()).map(|index| self.flags_at(index)).filter(|flags| flags.is_sendable());
        for flags in sendable {
            match flags.reach() {
                Reach::Fcm => kinds.fcm += 1,
                Reach::Apn => kinds.apn += 1,
                Reach::User => kinds.users += 1,
                Reach::Nobody => {}
            }
        }
        kinds
    }

    /// The row of the table that an index means.
    fn place(&self, index: usize) -> usize {
        self.kept.as_ref().map_or(index, |kept| kept[index] as usize)
    }

    fn flags_at(&self, index: usize) -> Flags {
        self.flags[self.place(index)]
    }
}

/// SHA-256 of a text in hexadecimal.
pub(crate) fn fingerprint(text: &str) -> String {
    format!("{:x}", Sha256::digest(text))
}
