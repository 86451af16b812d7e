//! One row of a list: who it is for, and the variables it brings.

use push_api::Recipient;
use push_api::recipient::{Provider, Variables};
use push_liquid::{Lookup, Value};

use super::List;
use super::flags::{Flags, Reach};
use super::table::Script;
use super::typed::{Typed, typed};

/// One row of a list. Its variables are those of the columns with that role; an empty cell is no variable.
#[derive(Debug, Clone, Copy)]
pub struct Row<'l> {
    list: &'l List,
    /// Its place in the table.
    place: usize,
}

impl<'l> Row<'l> {
    pub(super) fn new(list: &'l List, place: usize) -> Self {
        Self { list, place }
    }

    /// Its number as the spreadsheet shows it: the header is row 1, and line breaks within cells make no row. In a
    /// JSON list its place among the entries, and with one entry to a line the number of the line.
    pub fn number(&self) -> u32 {
        self.list.table.number(self.place)
    }

    /// True when it can be sent to: nothing is wrong with it that stops a send, so that it has exactly one address,
    /// and a provider for a token.
    pub fn is_sendable(&self) -> bool {
        self.flags().is_sendable()
    }

    /// Token or user id, trimmed; the token when there are both, and empty when there is none.
    pub fn address(&self) -> &'l str {
        self.list.address.text(&self.list.table, self.place)
    }

    /// The provider of its token; none for a user, or when it is not known.
    pub fn provider(&self) -> Option<Provider> {
        self.flags().reach().provider()
    }

    /// The cell of a column as text; empty when the row has no such cell.
    pub fn cell(&self, column: usize) -> &'l str {
        self.list.table.read(self.place, column).unwrap_or_default()
    }

    /// The recipient as it is sent, its variables with their types; none when it cannot be sent to.
    pub fn recipient(&self) -> Option<Recipient> {
        if !self.is_sendable() {
            return None;
        }
        let variables: Variables =
            self.variables().map(|(name, value)| (name.to_owned(), value.into_json())).collect();
        let address = self.address().to_owned();
        match self.flags().reach() {
            Reach::User => Some(Recipient::User { user_id: address, variables }),
            reach => {
                let provider = reach.provider()?;
                Some(Recipient::Device { token: address, provider, variables })
            }
        }
    }

    /// Its variables by name, in the order of their names.
    fn variables(self) -> impl Iterator<Item = (&'l str, Typed<'l>)> {
        self.list.variables.iter().filter_map(move |&column| {
            let name = self.list.columns[column as usize].name.as_str();
            Some((name, self.value(column as usize)?))
        })
    }

    fn value(self, column: usize) -> Option<Typed<'l>> {
        let table = &self.list.table;
        let text = table.read(self.place, column)?;
        // An empty text of JSON was meant; an empty cell of a spreadsheet is one that was not filled in.
        if text.is_empty() && table.script() == Script::Csv {
            return None;
        }
        let raw = table.raw(self.place, column)?;
        Some(typed(self.list.columns[column].cells, raw, text))
    }

    fn flags(&self) -> Flags {
        self.list.flags[self.place]
    }
}

impl Lookup for Row<'_> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        let variables = &self.list.variables;
        let name_of = |column: u32| self.list.columns[column as usize].name.as_str();
        let at = variables.binary_search_by(|&column| name_of(column).cmp(name)).ok()?;
        Some(self.value(variables[at] as usize)?.into_liquid())
    }
}
