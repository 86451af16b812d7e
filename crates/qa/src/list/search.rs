//! Looks for a text in the cells of a list, letters small or capital.

use super::List;

/// A text to look for.
#[derive(Debug, Clone)]
pub struct Needle {
    lower: String,
}

impl Needle {
    /// Of a text; blanks around it do not count.
    pub fn new(text: &str) -> Self {
        Self { lower: text.trim().to_lowercase() }
    }

    /// True when it stands in this text. An empty one stands nowhere.
    pub fn is_in(&self, text: &str) -> bool {
        let needle = self.lower.as_bytes();
        if needle.is_empty() {
            return false;
        }
        if needle.is_ascii() {
            let mut places = text.as_bytes().windows(needle.len());
            return places.any(|place| place.eq_ignore_ascii_case(needle));
        }
        text.to_lowercase().contains(&self.lower)
    }
}

impl List {
    /// True when the text stands in any cell of a row.
    pub fn holds(&self, index: usize, needle: &Needle) -> bool {
        let Some(row) = self.row(index) else { return false };
        (0..self.columns().len()).any(|column| needle.is_in(row.cell(column)))
    }

    /// The next row in a direction that holds the text, round the end; the one at `from` comes last.
    pub fn find(&self, from: usize, back: bool, needle: &Needle) -> Option<usize> {
        let len = self.len();
        let at = |step: usize| if back { from + len - step } else { from + step };
        let mut indices = (1..=len).map(|step| at(step) % len);
        indices.find(|&index| self.holds(index, needle))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_may_be_small_or_capital_in_any_script() {
        let table = [
            ("ada", "Lady ADA", true),
            ("LADY", "lady ada", true),
            ("Ö", "schön", true),
            ("ada", "ad a", false),
            ("", "anything", false),
            ("longer than it", "it", false),
        ];
        for (needle, text, is_in) in table {
            assert_eq!(Needle::new(needle).is_in(text), is_in, "{needle:?} in {text:?}");
        }
    }
}
