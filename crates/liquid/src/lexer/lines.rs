//! The lines of a `liquid` tag: a tag each.

use super::Part;
use crate::cut::cut;

/// Reads the tag's inside line by line.
pub(crate) struct Lines<'s> {
    rest: Option<Part<'s>>,
}

impl<'s> Lines<'s> {
    pub fn new(inside: Part<'s>) -> Self {
        Self { rest: Some(inside) }
    }

    /// Where the next line begins.
    pub fn offset(&self) -> usize {
        self.rest.map_or(usize::MAX, |rest| rest.at)
    }

    /// The next line that is not empty.
    pub fn next(&mut self) -> Option<Part<'s>> {
        loop {
            let rest = self.rest?;
            let line = match rest.text.find('\n') {
                Some(end) => {
                    self.rest = Some(rest.behind(end + 1));
                    Part { at: rest.at, text: cut(rest.text, ..end) }
                }
                None => {
                    self.rest = None;
                    rest
                }
            };
            let line = line.trimmed();
            if !line.text.is_empty() {
                return Some(line);
            }
        }
    }
}
