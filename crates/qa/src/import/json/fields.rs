//! The columns of a JSON list: a field that is met for the first time becomes the next column.

use std::collections::HashMap;

use serde_json::Value;
use serde_json::value::RawValue;

use super::entry::{Entry, Object};
use crate::column::{CellType, Column, Role};
use crate::import::refusal::{MAX_COLUMNS, refuse, too_many_columns};
use crate::import::roles::propose;
use crate::list::shorten;
use crate::list::table::Table;
use crate::problem::Unreadable;

/// Characters of a cell that stand for its column.
const SAMPLE: usize = 40;
/// Entries by which roles are proposed.
const SAMPLE_ROWS: usize = 100;

/// Where a field stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Group {
    /// In the entry itself.
    Entry,
    /// In its `variables`.
    Variables,
}

/// The columns that were met so far.
#[derive(Debug, Default)]
pub(super) struct Fields {
    fields: Vec<Field>,
    places: [HashMap<String, usize>; 2],
}

#[derive(Debug)]
struct Field {
    name: String,
    group: Group,
    filled: u32,
    kinds: Kinds,
}

/// Which sorts of values were met.
#[derive(Debug, Default, PartialEq, Eq)]
struct Kinds {
    text: bool,
    number: bool,
    boolean: bool,
    nested: bool,
}

impl Fields {
    /// The values of an entry by column; `null` is no value, and of two fields with one name the last counts.
    pub fn place<'e>(&mut self, entry: &Entry<'e>) -> Result<Vec<Option<&'e RawValue>>, Unreadable> {
        let mut values = vec![None; self.fields.len()];
        for (name, value) in &entry.fields {
            if name == "variables" && value.get().starts_with('{') {
                let Object(variables) =
                    serde_json::from_str(value.get()).map_err(|error| too_deep(&error, entry.number))?;
                for (name, value) in variables {
                    self.set(&mut values, Group::Variables, &name, value, entry.number)?;
                }
            } else {
                self.set(&mut values, Group::Entry, name, value, entry.number)?;
            }
        }
        Ok(values)
    }

    fn set<'e>(
        &mut self,
        values: &mut Vec<Option<&'e RawValue>>,
        group: Group,
        name: &str,
        value: &'e RawValue,
        row: u32,
    ) -> Result<(), Unreadable> {
        let known = self.places[group as usize].get(name).copied();
        let column = match known {
            Some(column) => column,
            None if self.fields.len() == MAX_COLUMNS => return Err(too_many_columns(row)),
            None => {
                let field = Field { name: name.to_string(), group, filled: 0, kinds: Kinds::default() };
                self.fields.push(field);
                self.places[group as usize].insert(name.to_string(), self.fields.len() - 1);
                values.push(None);
                self.fields.len() - 1
            }
        };
        let raw = value.get();
        let field = &mut self.fields[column];
        match raw.as_bytes().first() {
            Some(b'n') => return Ok(()),
            Some(b'"') => field.kinds.text = true,
            Some(b't' | b'f') => field.kinds.boolean = true,
            first => {
                // What nests too deeply and numbers beyond a double are found here and not when they are sent.
                serde_json::from_str::<Value>(raw).map_err(|error| too_deep(&error, row))?;
                let is_nested = matches!(first, Some(b'{' | b'['));
                field.kinds.nested |= is_nested;
                field.kinds.number |= !is_nested;
            }
        }
        field.filled += u32::from(raw != "\"\"");
        values[column] = Some(value);
        Ok(())
    }

    /// The columns of the table that was written.
    pub fn columns(self, table: &Table) -> Vec<Column> {
        let roles = self.roles(table);
        let columns = self.fields.into_iter().zip(roles).enumerate().map(|(at, (field, role))| {
            let filled = |row: usize| table.read(row, at).filter(|cell| !cell.is_empty());
            let sample = (0..table.len()).find_map(filled).map(|cell| shorten(cell, SAMPLE));
            let cells = if role == Role::Variable { field.kinds.cells() } else { CellType::Text };
            let name = field.name.trim().to_owned();
            Column { name, role, cells, filled: field.filled, sample: sample.unwrap_or_default() }
        });
        columns.collect()
    }

    /// Fields of `variables` are variables; what else an entry has is a variable only when none has `variables`.
    fn roles(&self, table: &Table) -> Vec<Role> {
        let of_entry = |field: &&Field| field.group == Group::Entry;
        let names: Vec<String> =
            self.fields.iter().filter(of_entry).map(|field| field.name.clone()).collect();
        let columns: Vec<usize> = (0..self.fields.len()).filter(|&at| of_entry(&&self.fields[at])).collect();
        let cells = |row: usize| columns.iter().map(|&at| table.read(row, at).unwrap_or_default()).collect();
        let rows: Vec<Vec<&str>> = (0..table.len().min(SAMPLE_ROWS)).map(cells).collect();
        let has_variables = names.len() < self.fields.len();
        let otherwise = if has_variables { Role::Ignored } else { Role::Variable };
        let mut proposed = propose(&names, &rows, true).into_iter();
        let role_of = |field: &Field| match field.group {
            Group::Variables => Role::Variable,
            Group::Entry => match proposed.next() {
                Some(Role::Variable) | None => otherwise,
                Some(role) => role,
            },
        };
        self.fields.iter().map(role_of).collect()
    }
}

impl Kinds {
    fn cells(&self) -> CellType {
        match self {
            Self { text: _, number: false, boolean: false, nested: false } => CellType::Text,
            Self { text: false, number: true, boolean: false, nested: false } => CellType::Number,
            Self { text: false, number: false, boolean: true, nested: false } => CellType::Boolean,
            _ => CellType::Json,
        }
    }
}

fn too_deep(error: &serde_json::Error, row: u32) -> Unreadable {
    let words = error.to_string();
    let words = words.split(" at line ").next().unwrap_or_default();
    refuse(
        "A value cannot be read",
        format!("Entry {row} has a value that cannot be kept: {words}."),
        Some(row),
    )
}
