//! Where something stands in a template.

use crate::cut::cut;

/// A place in a template, as an editor shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

impl Position {
    /// The place of a byte offset; offsets beyond the end are the end.
    pub(crate) fn of(source: &str, offset: usize) -> Self {
        let mut offset = offset.min(source.len());
        while !source.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = cut(source, ..offset);
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: cut(before, start..).chars().count() + 1,
        }
    }
}

/// The whole line around a byte offset, without its end.
pub(crate) fn line_around(source: &str, offset: usize) -> &str {
    let mut offset = offset.min(source.len());
    while !source.is_char_boundary(offset) {
        offset -= 1;
    }
    let start = cut(source, ..offset).rfind('\n').map_or(0, |at| at + 1);
    let end = cut(source, offset..).find('\n').map_or(source.len(), |at| offset + at);
    cut(source, start..end).trim_end_matches('\r')
}
