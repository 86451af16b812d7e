//! Reading lists: what a file says is what the list says, and what cannot be read is refused in words.
#![allow(clippy::unwrap_used, missing_docs)]

mod any_bytes;
mod broken;
mod json;
mod mapping;
mod problems;
mod reading;

use push_qa::import::read;
use push_qa::list::List;

/// A list that can be read.
pub fn list(text: &str) -> List {
    read("list.csv", text.as_bytes().to_vec()).unwrap()
}

/// Every row's cells.
pub fn grid(list: &List) -> Vec<Vec<&str>> {
    let rows = (0..list.len()).map(|index| list.row(index).unwrap());
    rows.map(|row| (0..list.columns().len()).map(|column| row.cell(column)).collect()).collect()
}
