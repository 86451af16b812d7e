//! A text about a moment as a row of numbers, words and signs.

use crate::cut::cut;

/// One part of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item<'t> {
    /// Digits, with their text for its length.
    Number(i64, &'t str),
    Word(&'t str),
    Sign(char),
    Space,
}

/// The parts in order; runs of spaces are one.
pub(super) fn items(text: &str) -> Vec<Item<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = |fits: fn(char) -> bool| rest.find(|c| !fits(c)).unwrap_or(rest.len());
        let (item, length) = if first.is_ascii_digit() {
            let length = run(|c| c.is_ascii_digit());
            (Item::Number(cut(rest, ..length).parse().unwrap_or(i64::MAX), cut(rest, ..length)), length)
        } else if first.is_ascii_alphabetic() {
            let length = run(|c| c.is_ascii_alphabetic());
            (Item::Word(cut(rest, ..length)), length)
        } else if first.is_ascii_whitespace() {
            (Item::Space, run(|c| c.is_ascii_whitespace()))
        } else {
            (Item::Sign(first), first.len_utf8())
        };
        found.push(item);
        rest = cut(rest, length..);
    }
    found
}
