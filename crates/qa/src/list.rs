//! A list of recipients: a table of cells with a role for each column, read in place.
//!
//! Knows who a row is for and which variables it brings. What is wrong with a row was found by the import; what is
//! wrong with its text is not decided here.

use push_api::Recipient;
use push_api::recipient::Provider;
use push_liquid::{Lookup, Value};

use crate::column::Column;

/// A list as it was read and mapped.
#[derive(Debug)]
pub struct List {
    columns: Vec<Column>,
}

/// One row of a list. Its variables are those of the columns with that role; an empty cell is no variable.
#[derive(Debug, Clone, Copy)]
pub struct Row<'l> {
    list: &'l List,
    index: usize,
}

impl List {
    /// Its columns as they are read.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// How many rows, the bad ones too.
    pub fn len(&self) -> usize {
        todo!()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row of an index below [`List::len`].
    pub fn row(&self, index: usize) -> Option<Row<'_>> {
        (index < self.len()).then_some(Row { list: self, index })
    }
}

impl<'l> Row<'l> {
    /// Its number as the spreadsheet shows it: the header is row 1, and line breaks within cells make no row.
    pub fn number(&self) -> u32 {
        todo!()
    }

    /// True when it can be sent to: exactly one address, and a provider for a token.
    pub fn is_sendable(&self) -> bool {
        todo!()
    }

    /// Token or user id; empty when there is none.
    pub fn address(&self) -> &'l str {
        todo!()
    }

    /// The provider of its token; none for a user.
    pub fn provider(&self) -> Option<Provider> {
        todo!()
    }

    /// The cell of a column as text.
    pub fn cell(&self, _column: usize) -> &'l str {
        let _ = (self.list, self.index);
        todo!()
    }

    /// The recipient as it is sent, its variables with their types; none when it cannot be sent to.
    pub fn recipient(&self) -> Option<Recipient> {
        todo!()
    }
}

impl Lookup for Row<'_> {
    fn get(&self, _name: &str) -> Option<Value<'_>> {
        todo!()
    }
}
