//! The words with which a file is refused, and how large it may be.

use crate::problem::Unreadable;

/// Bytes of a file.
pub const MAX_BYTES: u64 = 200_000_000;
/// Rows of a list.
pub const MAX_ROWS: usize = 1_000_000;
/// Bytes of a cell.
pub const MAX_CELL_BYTES: usize = 1_000_000;
/// Columns of a list.
pub const MAX_COLUMNS: usize = 1_000;
/// Cells of a list in all: each takes memory beside the file.
pub const MAX_CELLS: usize = 100_000_000;

/// A refusal in words, with the row that it is about.
pub(super) fn refuse(title: &str, advice: impl Into<String>, row: Option<u32>) -> Unreadable {
    Unreadable { title: title.to_owned(), advice: advice.into(), row }
}

pub(super) fn too_large() -> Unreadable {
    refuse("The file is too large", "A list may have 200 MB. Split it into several files.", None)
}

pub(super) fn too_many_rows(row: u32) -> Unreadable {
    let advice = "A list may have 1,000,000 rows. Split it into several files.";
    refuse("Too many rows", advice, Some(row))
}

pub(super) fn too_many_columns(row: u32) -> Unreadable {
    let advice = "A list may have 1,000 columns. Leave out those that the text does not need.";
    refuse("Too many columns", advice, Some(row))
}

pub(super) fn too_many_cells(row: u32) -> Unreadable {
    let advice =
        "A list may have 100,000,000 cells. Leave out columns that the text does not need, or split it.";
    refuse("Too many cells", advice, Some(row))
}

pub(super) fn too_large_cell(row: u32, column: usize, bytes: usize) -> Unreadable {
    let advice = format!(
        "Column {column} of row {row} holds {bytes} bytes; a cell may have 1,000,000. Look for a quote that is \
         missing or too many in this row, or shorten the cell."
    );
    refuse("A cell is too large", advice, Some(row))
}

pub(super) fn binary(row: Option<u32>) -> Unreadable {
    let advice =
        "It holds bytes that no text has. Export the list as CSV, TSV or JSON, and choose that file.";
    refuse("This is not a text file", advice, row)
}

pub(super) fn empty() -> Unreadable {
    refuse("There is nothing in it", "Choose a file with one recipient to a row, or paste some lines.", None)
}
