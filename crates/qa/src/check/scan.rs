//! One walk over the bytes of a rendered text that tells which lints need a closer look, how long the text is in
//! JSON, and how many characters it has. It finds nothing wrong itself.

/// Bytes that are walked over before the counts within a class are added up elsewhere: none of them can run over.
const STRIDE: usize = 96;

/// How many bytes JSON needs beyond those of the text, at most five; nine bits hold those of a stride.
const EXTRA: u32 = 1;
/// A digit; seven bits hold those of a stride.
const DIGIT: u32 = 1 << 9;
/// The second, third or fourth byte of a character; seven bits.
const FOLLOWING: u32 = 1 << 16;
/// All that is counted.
const COUNTS: u32 = (1 << 23) - 1;
/// A sign that Liquid and printed objects are made of: a curly brace, an opening bracket, a number sign.
pub(super) const CODE: u32 = 1 << 23;
/// An at sign.
pub(super) const AT: u32 = 1 << 24;
/// A colon.
pub(super) const COLON: u32 = 1 << 25;
/// A control character of ASCII other than tab and line break.
pub(super) const CONTROL: u32 = 1 << 26;
/// A carriage return, which makes one user-perceived character with the line feed behind it.
const RETURN: u32 = 1 << 27;
/// The first byte of a character from U+0300 on: it may be part of a user-perceived character.
const JOINING: u32 = 1 << 28;
/// The first byte of a character that may be a control character beyond ASCII, or one that cannot be seen.
pub(super) const UNSEEN: u32 = 1 << 29;
/// The first byte of a character that may be written from right to left.
pub(super) const RIGHT_TO_LEFT: u32 = 1 << 30;
/// The first byte of a character that may be an emoji.
pub(super) const EMOJI: u32 = 1 << 31;

/// What each byte may be.
static CLASSES: [u32; 256] = classes();

const fn classes() -> [u32; 256] {
    let mut all = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        all[byte] = class(byte as u8);
        byte += 1;
    }
    all
}

const fn class(byte: u8) -> u32 {
    match byte {
        // Written with a backslash and one letter: RFC 8259, section 7.
        b'\t' | b'\n' | b'"' | b'\\' => EXTRA,
        b'\r' => RETURN | EXTRA,
        0x08 | 0x0C => CONTROL | EXTRA,
        // Written as \u and four digits.
        0..=0x1F => CONTROL | (5 * EXTRA),
        0x7F => CONTROL,
        b'0'..=b'9' => DIGIT,
        b'{' | b'}' | b'[' | b'#' => CODE,
        b'@' => AT,
        b':' => COLON,
        0x80..=0xBF => FOLLOWING,
        0xC2 => UNSEEN,
        0xCC..=0xD5 => JOINING,
        0xD8 => JOINING | RIGHT_TO_LEFT | UNSEEN,
        0xD6..=0xE0 => JOINING | RIGHT_TO_LEFT,
        0xE1 => JOINING | UNSEEN,
        0xE2 | 0xE3 => JOINING | UNSEEN | EMOJI,
        0xE4..=0xEE => JOINING,
        0xEF => JOINING | UNSEEN | RIGHT_TO_LEFT,
        0xF0 => JOINING | RIGHT_TO_LEFT | EMOJI,
        0xF1..=0xFF => JOINING | UNSEEN,
        _ => 0,
    }
}

/// What one walk has seen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Scan {
    seen: u32,
    /// Bytes of the text within the quotes of JSON, as serde_json writes it.
    pub json_bytes: usize,
    /// Characters, as Unicode numbers them.
    pub characters: usize,
    /// Digits of ASCII.
    pub digits: usize,
}

impl Scan {
    /// Walks over a text.
    pub fn of(text: &str) -> Self {
        let (mut seen, mut extra, mut digits, mut following) = (0, 0, 0, 0);
        for stride in text.as_bytes().chunks(STRIDE) {
            let mut counts = 0;
            for byte in stride {
                let class = CLASSES[usize::from(*byte)];
                seen |= class;
                counts += class & COUNTS;
            }
            extra += counts % DIGIT;
            digits += counts % FOLLOWING / DIGIT;
            following += counts / FOLLOWING;
        }
        Self {
            seen,
            json_bytes: text.len() + extra as usize,
            characters: text.len() - following as usize,
            digits: digits as usize,
        }
    }

    /// True when a byte of one of these classes was seen.
    pub fn has(self, classes: u32) -> bool {
        self.seen & classes != 0
    }

    /// True when every character is a user-perceived one: there is no mark, joiner or emoji to make one of several.
    pub fn is_plain(self) -> bool {
        !self.has(JOINING | RETURN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_bytes_in_json_are_those_that_serde_writes() {
        for text in
            ["", "plain", "\"\\/", "\t\n\r\u{8}\u{c}", "\0\u{1}\u{1f}\u{7f}\u{80}", "é中😀", "\u{2028}"]
        {
            let written = serde_json::to_string(text).unwrap_or_default();
            assert_eq!(Scan::of(text).json_bytes + 2, written.len(), "{text:?}");
        }
    }

    #[test]
    fn counts_do_not_run_over_in_long_texts() {
        for (unit, json_bytes, characters, digits) in [("\u{1}", 6, 1, 0), ("7", 1, 1, 1), ("😀", 4, 1, 0)]
        {
            let scan = Scan::of(&unit.repeat(1000));
            let told = (scan.json_bytes, scan.characters, scan.digits);
            assert_eq!(told, (1000 * json_bytes, 1000 * characters, 1000 * digits), "{unit:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_counted_is_what_is_there(text in any::<String>()) {
            let scan = Scan::of(&text);
            prop_assert_eq!(scan.json_bytes + 2, serde_json::to_string(&text).unwrap_or_default().len());
            prop_assert_eq!(scan.characters, text.chars().count());
            prop_assert_eq!(scan.digits, text.chars().filter(char::is_ascii_digit).count());
        }
    }
}
