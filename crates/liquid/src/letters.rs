//! Large and small letters of every script.
//!
//! Each letter by itself, as in Ruby: a sigma at the end of a word becomes no other one.

mod tables;

use tables::{LOWER, Run, UPPER, UPPER_LONG};

/// The text in large letters.
pub(crate) fn upper(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    text.chars().for_each(|letter| push_upper(letter, &mut made));
    made
}

/// Writes the large form of a letter, which may be several.
pub(crate) fn push_upper(letter: char, made: &mut String) {
    if letter.is_ascii() {
        made.push(letter.to_ascii_uppercase());
    } else if let Ok(at) = UPPER_LONG.binary_search_by_key(&letter, |(letter, _)| *letter) {
        made.push_str(UPPER_LONG[at].1);
    } else {
        made.push(other(letter, &UPPER));
    }
}

/// Writes the text in small letters.
pub(crate) fn push_lower(text: &str, made: &mut String) {
    for letter in text.chars() {
        match letter {
            letter if letter.is_ascii() => made.push(letter.to_ascii_lowercase()),
            // The only one whose small form is two.
            'İ' => made.push_str("i\u{307}"),
            letter => made.push(other(letter, &LOWER)),
        }
    }
}

/// The other form of a letter; itself when it has none.
fn other(letter: char, runs: &[Run]) -> char {
    let code = u32::from(letter);
    let at = runs.partition_point(|(first, ..)| *first <= code);
    let Some((first, length, step, away)) = at.checked_sub(1).and_then(|at| runs.get(at)) else {
        return letter;
    };
    let offset = code - first;
    if offset > u32::from(*length) || !offset.is_multiple_of((*step).into()) {
        return letter;
    }
    char::from_u32(code.wrapping_add_signed(*away)).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_the_forms_that_the_standard_library_knows() {
        for letter in '\0'..=char::MAX {
            let (mut large, mut small) = (String::new(), String::new());
            push_upper(letter, &mut large);
            push_lower(letter.encode_utf8(&mut [0; 4]), &mut small);
            assert_eq!(large, letter.to_uppercase().collect::<String>(), "{letter}");
            assert_eq!(small, letter.to_lowercase().collect::<String>(), "{letter}");
        }
    }
}
