//! How long a text is for the person who reads it: in user-perceived characters, which Unicode calls extended
//! grapheme clusters (UAX #29). Finding them is slow, and most letters are one each: only what may be joined with
//! something is looked at closely.

use unicode_segmentation::UnicodeSegmentation;

use super::scan::Scan;

/// User-perceived characters of a text that was scanned. Beyond `most` it is enough to know that there are more.
pub(super) fn perceived(text: &str, scan: Scan, most: usize) -> usize {
    if scan.is_plain() {
        return scan.characters;
    }
    let (mut rest, mut count) = (text, 0);
    while count <= most {
        // The letter right before one that may join belongs to the closer look.
        let (mut letters, mut start, mut joining) = (0, 0, None);
        for (at, letter) in rest.char_indices() {
            if !is_alone(letter) {
                joining = Some(at);
                break;
            }
            (letters, start) = (letters + 1, at);
        }
        let Some(joining) = joining else { return count + letters };
        count += usize::saturating_sub(letters, 1);
        let mut clusters = rest[start..].grapheme_indices(true).map(|(at, cluster)| (start + at, cluster));
        // Where a cluster begins with a letter that stands alone, the quick way goes on.
        let end = clusters.find(|(at, cluster)| {
            let is_over = *at > joining && cluster.starts_with(is_alone);
            count += usize::from(!is_over);
            is_over || count > most
        });
        match end {
            Some((at, _)) => rest = &rest[at..],
            None => break,
        }
    }
    count
}

/// True for letters of scripts without marks, and for signs that are no emoji: none of them joins another one of
/// them, and only a mark behind it joins it.
fn is_alone(letter: char) -> bool {
    matches!(letter,
        ' '..='~' | '\n' | '\u{A0}'..='\u{A8}' | '\u{C0}'..='\u{2FF}'
        // Greek, Cyrillic, Hebrew, Arabic.
        | '\u{391}'..='\u{3FF}' | '\u{400}'..='\u{482}' | '\u{48A}'..='\u{52F}' | '\u{5D0}'..='\u{5EA}' | '\u{620}'..='\u{64A}'
        // Latin with marks, quotation marks and dashes, currencies.
        | '\u{1E00}'..='\u{1FFF}' | '\u{2010}'..='\u{2027}' | '\u{20A0}'..='\u{20BF}'
        // Chinese and Japanese.
        | '\u{3001}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{309B}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}'
        | '\u{FF01}'..='\u{FF9D}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_person_sees_as_one_counts_as_one() {
        let table = [
            ("", 0),
            ("Hello", 5),
            ("a\r\nb", 3),
            ("Größe", 5),
            ("e\u{301}te\u{301}", 3),
            ("👩‍👩‍👧‍👦", 1),
            ("👍🏽🇩🇪1️⃣", 3),
            ("नमस्ते", 3),
            ("各位好", 3),
            ("が\u{3099}ぎ🎉🎉です", 6),
            ("한국어", 3),
        ];
        for (text, expected) in table {
            assert_eq!(perceived(text, Scan::of(text), 100), expected, "{text}");
        }
    }

    #[test]
    fn letters_that_stand_alone_join_nothing_but_a_mark_behind_them() {
        let before = ["x", "好", "👩\u{200D}", "क्", "한", "🇩", "\u{300}", "\u{200D}", "\r"];
        for letter in ('\0'..=char::MAX).filter(|letter| is_alone(*letter)) {
            for before in before.into_iter().filter(|before| (*before, letter) != ("\r", '\n')) {
                let text = format!("{before}{letter}");
                let last = text.graphemes(true).next_back().unwrap_or_default();
                assert!(last.chars().eq([letter]), "{letter:?} behind {before:?}");
            }
            assert_eq!(format!("{letter}한").graphemes(true).count(), 2, "{letter:?}");
        }
    }

    #[test]
    fn more_than_is_asked_for_is_told_as_more() {
        for unit in ["好", "👩‍👩‍👧‍👦", "e\u{301}"] {
            let text = unit.repeat(1000);
            assert!(perceived(&text, Scan::of(&text), 240) > 240);
            assert_eq!(perceived(&text, Scan::of(&text), 1000), 1000);
        }
    }

    proptest! {
        #[test]
        fn the_short_ways_count_the_same(text in "[a-zäß©\u{ad}\u{300}\u{600}\u{200d}\r\n好す\u{3099}क्ष한😀🇩🇪👩🏽]{0,40}") {
            prop_assert_eq!(perceived(&text, Scan::of(&text), usize::MAX), text.graphemes(true).count());
        }

        #[test]
        fn any_text_is_counted_like_its_clusters(text in any::<String>()) {
            prop_assert_eq!(perceived(&text, Scan::of(&text), usize::MAX), text.graphemes(true).count());
        }
    }
}
