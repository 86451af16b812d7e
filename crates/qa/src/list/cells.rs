//! Where the cells of a text are: the end of each, where each row begins, and the few that read otherwise than they
//! are written. Four bytes a cell and eight a row.

use std::ops::Range;

/// Where a row begins.
#[derive(Debug, Clone, Copy, Default)]
struct RowAt {
    /// Its first byte.
    byte: u32,
    /// Its first cell among all cells.
    cell: u32,
}

/// Where the cells of a text are. The row that is being written comes after the last.
#[derive(Debug, Default)]
pub(crate) struct Cells {
    ends: Vec<u32>,
    rows: Vec<RowAt>,
    /// The row that is being written.
    next: RowAt,
    escaped: Escaped,
    /// From which row on rows are numbered from which number.
    numbers: Vec<(u32, u32)>,
}

/// Cells that read otherwise than they are written, by their place among all cells.
#[derive(Debug, Default)]
struct Escaped {
    cells: Vec<u32>,
    ends: Vec<u32>,
    text: String,
}

impl Cells {
    /// Makes room for about this many more rows and cells.
    pub fn reserve(&mut self, rows: usize, cells: usize) {
        self.rows.reserve_exact(rows);
        self.ends.reserve_exact(cells);
    }

    /// How many rows are complete.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// How many cells in all.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// A row begins at this byte.
    pub fn begin_row(&mut self, byte: usize) {
        self.next = RowAt { byte: byte as u32, cell: self.ends.len() as u32 };
    }

    /// A cell ends before this byte.
    #[inline]
    pub fn push_end(&mut self, end: usize) {
        self.ends.push(end as u32);
    }

    /// The cell that was just added reads so.
    pub fn push_escaped(&mut self, read: &str) {
        self.escaped.cells.push(self.ends.len() as u32 - 1);
        self.escaped.text.push_str(read);
        self.escaped.ends.push(self.escaped.text.len() as u32);
    }

    /// The row that is being written: its first byte, and the ends of its cells.
    pub fn writing(&self) -> (usize, &[u32]) {
        (self.next.byte as usize, &self.ends[self.next.cell as usize..])
    }

    /// Forgets the cells from this one on of the row that is being written.
    pub fn truncate(&mut self, cells: usize) {
        let kept = self.next.cell as usize + cells;
        self.ends.truncate(kept);
        self.escaped.truncate(kept as u32);
    }

    /// The row that is being written is complete and has this number.
    pub fn end_row(&mut self, number: u32) {
        let row = self.rows.len() as u32;
        let expected = self.numbers.last().map(|&(from, number)| number + (row - from));
        if expected != Some(number) {
            self.numbers.push((row, number));
        }
        make_room(&mut self.rows, 1);
        self.rows.push(self.next);
        // For a row like this one.
        let width = self.ends.len() - self.next.cell as usize;
        make_room(&mut self.ends, width);
        self.next.cell = self.ends.len() as u32;
    }

    /// The cells of a row among all cells; none when there is no such row.
    #[inline]
    pub fn of_row(&self, row: usize) -> Range<usize> {
        let Some(at) = self.rows.get(row) else { return 0..0 };
        let next = self.rows.get(row + 1).unwrap_or(&self.next);
        at.cell as usize..next.cell as usize
    }

    /// Where a cell is written; none when the row has no such cell.
    #[inline]
    pub fn span(&self, row: usize, column: usize) -> Option<Range<usize>> {
        let at = self.rows.get(row)?;
        let next = self.rows.get(row + 1).unwrap_or(&self.next);
        let cell = at.cell as usize + column;
        if cell >= next.cell as usize {
            return None;
        }
        let start = if column == 0 { at.byte } else { self.ends[cell - 1] + 1 };
        let end = self.ends[cell];
        // A cell that ends before it begins stands for a field that a JSON object does not have.
        (start <= end).then_some(start as usize..end as usize)
    }

    /// Where a row is written, without its line break.
    pub fn row_span(&self, row: usize) -> Range<usize> {
        let cells = self.of_row(row);
        match (self.rows.get(row), cells.is_empty()) {
            (Some(at), false) => at.byte as usize..self.ends[cells.end - 1] as usize,
            _ => 0..0,
        }
    }

    /// How a cell reads that is written otherwise, by its place among all cells.
    pub fn escaped(&self, cell: usize) -> Option<&str> {
        self.escaped.get(cell as u32)
    }

    /// A row's number as a spreadsheet shows it.
    pub fn number(&self, row: usize) -> u32 {
        let row = row as u32;
        let after = self.numbers.partition_point(|&(from, _)| from <= row);
        let last = after.checked_sub(1).and_then(|at| self.numbers.get(at));
        last.map_or(row + 1, |&(from, number)| number + (row - from))
    }
}

/// Makes room for some more where there is none, and for an eighth beyond: twice as much, as a vector takes by itself,
/// would be most of the memory of a list.
fn make_room<T>(items: &mut Vec<T>, more: usize) {
    if items.capacity() - items.len() < more {
        items.reserve_exact(more + items.len() / 8);
    }
}

impl Escaped {
    fn get(&self, cell: u32) -> Option<&str> {
        let at = self.cells.binary_search(&cell).ok()?;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        self.text.get(start as usize..self.ends[at] as usize)
    }

    /// Forgets the cells from this one on.
    fn truncate(&mut self, cell: u32) {
        let kept = self.cells.partition_point(|&at| at < cell);
        self.cells.truncate(kept);
        self.ends.truncate(kept);
        self.text.truncate(self.ends.last().map_or(0, |&end| end as usize));
    }
}
