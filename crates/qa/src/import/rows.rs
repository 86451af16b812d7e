//! Reads the rows of a CSV file into a table, some at a time. RFC 4180, and what spreadsheets make of it: any line
//! break, blank rows, blanks after a closing quote, quotes that stand within plain text.

use super::refusal::{
    MAX_CELL_BYTES, MAX_CELLS, MAX_ROWS, binary, refuse, too_large_cell, too_many_cells, too_many_rows,
};
use super::scan::Scan;
use super::tally::Tally;
use crate::list::cells::Cells;
use crate::list::table::{Table, unquoted};
use crate::problem::Unreadable;

/// How far a CSV file was read.
#[derive(Debug, Clone)]
pub(super) struct CsvRows {
    delimiter: u8,
    /// The byte where the next row begins.
    pub at: usize,
    /// The number of the next row as a spreadsheet shows it.
    pub number: u32,
}

impl CsvRows {
    /// From a byte on, where a row begins that has this number.
    pub fn new(delimiter: u8, at: usize, number: u32) -> Self {
        Self { delimiter, at, number }
    }

    /// Reads this many more rows. True when all are read.
    pub fn step(&mut self, table: &mut Table, tally: &mut Tally, rows: usize) -> Result<bool, Unreadable> {
        let (text, cells) = table.parts();
        let bytes = text.as_bytes();
        let mut scan = Scan::new(text, self.delimiter, self.at);
        for _ in 0..rows {
            if self.at >= bytes.len() {
                return Ok(true);
            }
            cells.begin_row(self.at);
            self.at = self.row(text, &mut scan, cells)?;
            if tally.take(bytes, cells) {
                if cells.rows() == MAX_ROWS {
                    return Err(too_many_rows(self.number));
                }
                cells.end_row(self.number);
            } else {
                cells.truncate(0);
            }
            self.number += 1;
        }
        Ok(self.at >= bytes.len())
    }

    /// Reads one row and gives the byte where the next one begins.
    #[inline]
    fn row(&self, text: &str, scan: &mut Scan, cells: &mut Cells) -> Result<usize, Unreadable> {
        let bytes = text.as_bytes();
        let mut start = self.at;
        loop {
            let mut at = scan.next();
            let mut has_escapes = false;
            if at == Some(start) && bytes[start] == b'"' {
                (at, has_escapes) = self.close(bytes, scan, start)?;
            }
            let end = at.unwrap_or(bytes.len());
            let byte = bytes.get(end).copied().unwrap_or(b'\n');
            if byte != self.delimiter && byte != b'\n' && byte != b'\r' {
                if byte == 0 {
                    return Err(binary(Some(self.number)));
                }
                // A quote or a control character within plain text stands for itself.
                continue;
            }
            cells.push_end(end);
            if end - start > MAX_CELL_BYTES {
                return Err(too_large_cell(self.number, cells.writing().1.len(), end - start));
            }
            if has_escapes {
                let inner = text.get(start..end).and_then(unquoted).unwrap_or_default();
                cells.push_escaped(&inner.replace("\"\"", "\""));
            }
            start = end + 1;
            if byte == self.delimiter {
                continue;
            }
            if cells.count() > MAX_CELLS {
                return Err(too_many_cells(self.number));
            }
            if byte == b'\r' && bytes.get(start) == Some(&b'\n') {
                scan.next();
                start += 1;
            }
            return Ok(start.min(bytes.len()));
        }
    }

    /// From the quote that opens a cell to the byte that ends the cell, none at the end of the file; and whether
    /// there are quotes within.
    fn close(&self, bytes: &[u8], scan: &mut Scan, open: usize) -> Result<(Option<usize>, bool), Unreadable> {
        let mut has_escapes = false;
        loop {
            let Some(at) = scan.next() else { return Err(self.never_closed()) };
            match bytes[at] {
                b'"' => {}
                0 => return Err(binary(Some(self.number))),
                _ => continue,
            }
            if bytes.get(at + 1) == Some(&b'"') {
                scan.next();
                has_escapes = true;
                continue;
            }
            // A tab after the quote is a blank unless it separates cells.
            let is_blank = |byte: u8| byte == b' ' || byte == b'\t' && self.delimiter != b'\t';
            let end = (at + 1..bytes.len()).find(|&at| !is_blank(bytes[at])).unwrap_or(bytes.len());
            let mut next = scan.next();
            while next.is_some_and(|next| next < end) {
                next = scan.next();
            }
            let byte = bytes.get(end).copied().unwrap_or(b'\n');
            let ends = byte == self.delimiter || byte == b'\n' || byte == b'\r';
            return if ends { Ok((next, has_escapes)) } else { Err(self.goes_on(bytes, open, at)) };
        }
    }

    fn never_closed(&self) -> Unreadable {
        let row = self.number;
        let advice = format!(
            "A cell of row {row} begins with a quote, and no other quote ends it. Remove the quote, or put one \
             behind the cell; a quote within a cell in quotes is written twice."
        );
        refuse("A quote is never closed", advice, Some(row))
    }

    fn goes_on(&self, bytes: &[u8], open: usize, close: usize) -> Unreadable {
        let row = self.number;
        let rest = &bytes[close + 1..];
        let rest = String::from_utf8_lossy(&rest[..rest.len().min(80)]);
        let shown: String = rest.chars().take_while(|letter| !letter.is_control()).take(12).collect();
        let place = match bytes[open..close].iter().filter(|&&byte| byte == b'\n').count() {
            0 => String::new(),
            1 => " in the next line".to_owned(),
            lines => format!(" {lines} lines further down"),
        };
        let advice = format!(
            "A cell of row {row} begins with a quote; where the quote ends{place}, “{shown}” follows instead of the \
             next cell. Look for a quote that is missing or too many in this row; a quote within a cell in quotes \
             is written twice."
        );
        refuse("Text follows a closing quote", advice, Some(row))
    }
}
