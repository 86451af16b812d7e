//! Changes to a text, and places in it as the browser counts them: in units of UTF-16.

use std::ops::Range;

/// Puts a text in the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What goes, in bytes.
    pub range: Range<usize>,
    /// What comes.
    pub text: String,
}

impl Edit {
    /// Puts `text` in the place of `range`.
    pub fn new(range: Range<usize>, text: impl Into<String>) -> Self {
        Self { range, text: text.into() }
    }

    /// One change that does what several do, so that one step takes them back. They must be in order and apart; none
    /// for no change.
    pub fn joined(text: &str, edits: &[Self]) -> Option<Self> {
        let (first, last) = (edits.first()?, edits.last()?);
        let mut at = first.range.start;
        let mut whole = String::new();
        for edit in edits {
            whole.push_str(text.get(at..edit.range.start)?);
            whole.push_str(&edit.text);
            at = edit.range.end;
        }
        Some(Self::new(first.range.start..last.range.end, whole))
    }
}

/// The byte at a place that the browser gives; the end for a place beyond it.
pub fn byte_at(text: &str, place: u32) -> usize {
    let mut left = place as usize;
    for (at, letter) in text.char_indices() {
        if left == 0 {
            return at;
        }
        left = left.saturating_sub(letter.len_utf16());
    }
    text.len()
}

/// A byte's place as the browser counts.
pub fn place_of(text: &str, byte: usize) -> u32 {
    let units: usize =
        text.char_indices().take_while(|(at, _)| *at < byte).map(|(_, letter)| letter.len_utf16()).sum();
    u32::try_from(units).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_changes_are_made_as_one() {
        let text = "a “b” c ‘d’";
        let edits =
            [Edit::new(2..5, "\""), Edit::new(6..9, "\""), Edit::new(12..15, "'"), Edit::new(16..19, "'")];
        assert_eq!(Edit::joined(text, &edits), Some(Edit::new(2..19, "\"b\" c 'd'")));
        assert_eq!(Edit::joined(text, &[]), None);
    }

    #[test]
    fn places_of_the_browser_are_found_in_the_bytes_and_back() {
        // Letters of one, two and three bytes, and one that the browser counts twice.
        let text = "aé€😀z";
        for (place, byte) in [(0, 0), (1, 1), (2, 3), (3, 6), (5, 10), (6, 11)] {
            assert_eq!((byte_at(text, place), place_of(text, byte)), (byte, place), "{place}");
        }
        assert_eq!((byte_at(text, 99), place_of(text, 99)), (11, 6));
        assert_eq!(byte_at(text, 4), 10, "between the halves of a letter is behind it");
    }
}
