//! Characters that a device shows as a box, not at all, or that turn the direction of the text around them; and the
//! few questions about letters that a gallery asks.
//!
//! Not found are those that writing needs: joiners between letters or emoji, the marks of direction in a text that is
//! written from right to left, isolates that are closed again, breaks between Thai or Khmer words, the tags of a flag.

use super::Mark;
use crate::finding::FindingKind;

/// Shows the control characters and those that are invisible or turn the direction.
pub(super) fn odd(text: &str, found: &mut impl FnMut(FindingKind, Mark)) {
    let mut before = ' ';
    let mut is_flag = false;
    let mut isolates: Vec<char> = Vec::new();
    for letter in text.chars() {
        if is_usual(letter) {
            (before, is_flag) = (letter, false);
            continue;
        }
        let mut bidi = |letter| found(FindingKind::BidiCharacter, Mark::Letter(letter));
        is_flag = letter == '\u{1F3F4}' || is_flag && is_tag(letter);
        match letter {
            '\t' | '\n' | '\r' => {}
            letter if letter.is_control() || letter == '\u{FFFD}' => {
                found(FindingKind::ControlCharacter, Mark::Letter(letter));
            }
            '\u{200C}' | '\u{200D}' if !joins(before) => bidi(letter),
            '\u{200B}' if !has_no_blanks(before) => bidi(letter),
            '\u{200E}' | '\u{200F}' | '\u{61C}' if !has_right_to_left(text) => bidi(letter),
            '\u{2066}'..='\u{2068}' => isolates.push(letter),
            '\u{2069}' if isolates.pop().is_none() => bidi(letter),
            '\u{202A}'..='\u{202E}' => bidi(letter),
            letter if is_tag(letter) && !is_flag => bidi(letter),
            letter if is_unseen(letter) => bidi(letter),
            _ => {}
        }
        before = letter;
    }
    isolates.into_iter().for_each(|letter| found(FindingKind::BidiCharacter, Mark::Letter(letter)));
}

/// Letters that are never odd, of the scripts that most texts are in.
fn is_usual(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{A0}'..='\u{2FF}' | '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3163}' | '\u{3165}'..='\u{D7FF}')
}

/// True when nothing of a text can be seen.
pub(in super::super) fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| {
        letter.is_whitespace() || is_unseen(letter) || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{61C}')
    })
}

/// True when the first letter that has a direction goes from right to left: rule P2 of UAX #9.
pub(in super::super) fn is_right_to_left(text: &str) -> bool {
    text.chars().find(|letter| letter.is_alphabetic()).is_some_and(goes_left)
}

/// True when an emoji stands in the text.
pub(in super::super) fn has_emoji(text: &str) -> bool {
    // Those that are shown in colour by themselves, flags, and what a variation selector makes colourful.
    text.chars().any(|letter| {
        matches!(letter, '\u{1F300}'..='\u{1FAFF}' | '\u{1F1E6}'..='\u{1F1FF}' | '\u{2705}' | '\u{2728}' | '\u{274C}'
            | '\u{2B50}' | '\u{26A1}' | '\u{231A}' | '\u{23F0}' | '\u{23F3}' | '\u{FE0F}')
    })
}

fn has_right_to_left(text: &str) -> bool {
    text.chars().any(|letter| letter.is_alphabetic() && goes_left(letter))
}

/// Letters of the blocks that are written from right to left: DerivedBidiClass, default R and AL.
fn goes_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// True for what a joiner may follow: letters and marks beyond Latin, emoji and their selectors.
fn joins(before: char) -> bool {
    before >= '\u{300}' && !matches!(before, '\u{2000}'..='\u{206F}' | '\u{3000}')
}

/// Letters of languages that write no blanks between words: Thai, Lao, Burmese, Khmer.
fn has_no_blanks(letter: char) -> bool {
    matches!(letter, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

/// Tags that spell a region behind a black flag.
fn is_tag(letter: char) -> bool {
    matches!(letter, '\u{E0020}'..='\u{E007F}')
}

/// Characters without a shape that no text needs: fillers, the byte order mark, invisible operators.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}'
        | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0001}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_characters_are_found_and_those_that_writing_needs_are_not() {
        use FindingKind::{BidiCharacter as Bidi, ControlCharacter as Control};
        let table: [(&str, &[(FindingKind, char)]); 27] = [
            ("bell \u{7}", &[(Control, '\u{7}')]),
            ("nul \0 and del \u{7f}", &[(Control, '\0'), (Control, '\u{7f}')]),
            ("next line \u{85}", &[(Control, '\u{85}')]),
            ("broken \u{FFFD}", &[(Control, '\u{FFFD}')]),
            ("two\nlines\r\nand a\ttab", &[]),
            ("no-break\u{a0}space, soft\u{ad}hyphen", &[]),
            ("“Quotes” – and … dots • €", &[]),
            ("evil \u{202E}txt", &[(Bidi, '\u{202E}')]),
            ("mark \u{200F} in English", &[(Bidi, '\u{200F}')]),
            ("שלום\u{200F}!", &[]),
            ("\u{2068}Ada\u{2069} wrote", &[]),
            ("\u{2068}Ada wrote", &[(Bidi, '\u{2068}')]),
            ("Ada\u{2069} wrote", &[(Bidi, '\u{2069}')]),
            ("می\u{200C}خواهم", &[]),
            ("क्\u{200D}ष", &[]),
            ("a\u{200D}b", &[(Bidi, '\u{200D}')]),
            ("\u{200C}", &[(Bidi, '\u{200C}')]),
            ("👩\u{200D}👩\u{200D}👧 ❤\u{FE0F}\u{200D}🔥 👩🏽\u{200D}🚀", &[]),
            ("zero\u{200B}width", &[(Bidi, '\u{200B}')]),
            ("ภาษา\u{200B}ไทย", &[]),
            ("\u{FEFF}Hi", &[(Bidi, '\u{FEFF}')]),
            ("\u{3164}", &[(Bidi, '\u{3164}')]),
            ("🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", &[]),
            ("A\u{E0041}", &[(Bidi, '\u{E0041}')]),
            ("Größe, Łódź, Ångström", &[]),
            ("各位好。한국어", &[]),
            ("", &[]),
        ];
        for (text, expected) in table {
            let mut found = Vec::new();
            odd(text, &mut |kind, mark| found.push((kind, mark)));
            let expected: Vec<_> =
                expected.iter().map(|(kind, letter)| (*kind, Mark::Letter(*letter))).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn a_text_is_blank_when_nothing_of_it_can_be_seen() {
        for text in ["", " \n\t", "\u{a0}\u{3000}", "\u{200B}", "\u{3164}"] {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["a", " . ", "😀", "\u{200B}0"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }

    #[test]
    fn the_first_letter_decides_the_direction() {
        for text in ["שלום", "مرحبا Ada", "1. שלום", "\u{200E}(שלום)"] {
            assert!(is_right_to_left(text), "{text}");
        }
        for text in ["Ada שלום", "123", "", "日本"] {
            assert!(!is_right_to_left(text), "{text}");
        }
    }

    #[test]
    fn emoji_are_told_from_other_signs() {
        for text in ["😀", "🇩🇪", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}", "done ✅"] {
            assert!(has_emoji(text), "{text}");
        }
        for text in ["1", "→ © ™ ✓", "€ 5", "日本", ""] {
            assert!(!has_emoji(text), "{text}");
        }
    }
}
