//! How long a text is for the person who reads it: in user-perceived characters, which Unicode calls extended
//! grapheme clusters (UAX #29).

use unicode_segmentation::UnicodeSegmentation;

use super::scan::Scan;

/// User-perceived characters of a text that was scanned, counted no further than just beyond `most`.
pub(super) fn perceived(text: &str, scan: Scan, most: usize) -> usize {
    if scan.is_plain() || scan.characters <= 1 {
        return scan.characters;
    }
    text.graphemes(true).take(most + 1).count()
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
        ];
        for (text, expected) in table {
            assert_eq!(perceived(text, Scan::of(text), 100), expected, "{text}");
        }
    }

    #[test]
    fn counting_ends_just_beyond_what_is_asked_for() {
        let text = "好".repeat(1000);
        assert_eq!(perceived(&text, Scan::of(&text), 240), 241);
    }

    proptest! {
        #[test]
        fn the_short_ways_count_the_same(text in "[a-zäß©\u{ad}\u{300}\u{200d}\r\n😀🇩🇪]{0,40}") {
            prop_assert_eq!(perceived(&text, Scan::of(&text), usize::MAX - 1), text.graphemes(true).count());
        }
    }
}
