//! Cells in place: one text, and where each cell of it ends.
//!
//! A cell begins one byte after the one before it, so one number a cell is enough. Only cells with escapes in them are
//! kept a second time. Knows nothing of roles, types or recipients.

use super::cells::Cells;

/// How cells are written in a [`Table`]'s text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// Cells of a CSV file: plain, or in quotes with `""` for a quote.
    Csv,
    /// Values of JSON: text in quotes with escapes, anything else plain.
    Json,
}

/// Rows of cells. Rows may have different numbers of cells.
#[derive(Debug)]
pub(crate) struct Table {
    script: Script,
    text: String,
    cells: Cells,
}

impl Table {
    /// No rows yet, of a text that is complete (CSV) or still to be written (JSON).
    pub fn new(script: Script, text: String) -> Self {
        Self { script, text, cells: Cells::default() }
    }

    /// The text to find cells in, and where they are noted.
    pub fn parts(&mut self) -> (&str, &mut Cells) {
        (&self.text, &mut self.cells)
    }

    /// The text to write cells into, and where they are noted.
    pub fn writing(&mut self) -> (&mut String, &mut Cells) {
        (&mut self.text, &mut self.cells)
    }

    /// Forgets all rows and keeps the text.
    pub fn forget_rows(&mut self) {
        self.cells = Cells::default();
    }

    /// How cells are written.
    pub fn script(&self) -> Script {
        self.script
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the cells are.
    pub fn cells(&self) -> &Cells {
        &self.cells
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.cells.rows()
    }

    /// How many cells a row has.
    pub fn cells_in(&self, row: usize) -> usize {
        self.cells.of_row(row).len()
    }

    /// A cell as it is written; none when the row has no such cell.
    #[inline]
    pub fn raw(&self, row: usize, column: usize) -> Option<&str> {
        self.text.get(self.cells.span(row, column)?)
    }

    /// A cell as it reads: without quotes and escapes. None when the row has no such cell.
    #[inline]
    pub fn read(&self, row: usize, column: usize) -> Option<&str> {
        let raw = self.raw(row, column)?;
        if raw.as_bytes().first() == Some(&b'"') { self.read_quoted(row, column, raw) } else { Some(raw) }
    }

    fn read_quoted<'t>(&'t self, row: usize, column: usize, raw: &'t str) -> Option<&'t str> {
        let inner = unquoted(raw)?;
        let escape = match self.script {
            Script::Csv => b'"',
            Script::Json => b'\\',
        };
        if !inner.as_bytes().contains(&escape) {
            return Some(inner);
        }
        Some(self.cells.escaped(self.cells.of_row(row).start + column).unwrap_or(inner))
    }

    /// A row as it is written, without its line break.
    pub fn raw_row(&self, row: usize) -> &str {
        self.text.get(self.cells.row_span(row)).unwrap_or_default()
    }

    /// A row's number as a spreadsheet shows it.
    pub fn number(&self, row: usize) -> u32 {
        self.cells.number(row)
    }
}

/// What stands between the quotes of a cell that begins with one; blanks may come after the last.
pub(crate) fn unquoted(raw: &str) -> Option<&str> {
    let raw = raw.trim_end_matches([' ', '\t']);
    raw.get(1..raw.len().checked_sub(1)?)
}
