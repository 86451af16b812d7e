//! From text to tokens, in two rooms: a template falls into text, outputs and tags (`template`), and what stands in
//! one of those into words and signs (`markup`).

use crate::cut::cut;
use crate::space::is_space;

pub(crate) mod lines;
pub(crate) mod markup;
pub(crate) mod template;

/// True for a byte of a word: a letter, a digit, an underscore.
pub(crate) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// True for a text that begins with this name and not with a longer one.
pub(crate) fn begins_with_name(text: &str, name: &str) -> bool {
    text.strip_prefix(name).is_some_and(|rest| !rest.bytes().next().is_some_and(is_word))
}

/// A part of the template: where it begins, and its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part<'s> {
    /// Byte offset in the template.
    pub at: usize,
    /// The text.
    pub text: &'s str,
}

impl<'s> Part<'s> {
    /// Without white space at both ends.
    pub fn trimmed(self) -> Self {
        let kept = self.text.trim_start_matches(is_space);
        Self { at: self.at + self.text.len() - kept.len(), text: kept.trim_end_matches(is_space) }
    }

    /// What lies behind the first `count` bytes.
    pub fn behind(self, count: usize) -> Self {
        Self { at: self.at + count, text: cut(self.text, count..) }
    }

    /// Splits a tag's name off: `#`, or a word. None when there is neither.
    pub fn split_name(self) -> Option<(Part<'s>, Part<'s>)> {
        let part = self.trimmed();
        let length = match part.text.as_bytes().first()? {
            b'#' => 1,
            _ => part.text.bytes().take_while(|byte| is_word(*byte)).count(),
        };
        if length == 0 {
            return None;
        }
        Some((Part { at: part.at, text: cut(part.text, ..length) }, part.behind(length).trimmed()))
    }
}
