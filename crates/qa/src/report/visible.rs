//! Texts from outside made fit to be read by a person: what cannot be seen, or turns the line around, is named.

/// Most characters of a text that a table shows.
const SHOWN: usize = 160;

/// True for characters that a reader cannot see, or that change how the line around them reads. The joiner within
/// emoji and words stays: without it they fall apart.
fn is_unseen(c: char) -> bool {
    let is_turning =
        matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let is_hidden =
        matches!(c, '\u{200B}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}');
    (c.is_control() && c != '\n') || is_turning || is_hidden
}

/// The text with every unseen character as `[U+…]` and line breaks as one `\n` each: fit for a terminal or a ticket.
pub fn visible_whole(text: &str) -> String {
    named(text.replace("\r\n", "\n").chars())
}

/// As [`visible_whole`], shortened to 160 characters with a word about how many more there are.
pub fn visible(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut out = named(text.chars().take(SHOWN));
    match text.chars().skip(SHOWN).count() {
        0 => {}
        more => out.push_str(&format!("… ({more} more)")),
    }
    out
}

fn named(chars: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    for c in chars {
        if is_unseen(c) {
            out.push_str(&format!("[U+{:04X}]", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_named_and_what_is_cut_is_counted() {
        for (text, shown) in [
            ("Hi", "Hi"),
            ("a\u{202E}b", "a[U+202E]b"),
            ("a\u{0}b\r", "a[U+0000]b[U+000D]"),
            ("a\r\nb", "a\nb"),
            ("👩\u{200D}🚀", "👩\u{200D}🚀"),
        ] {
            assert_eq!(visible(text), shown, "{text:?}");
        }
        let long = "é".repeat(SHOWN + 3);
        assert_eq!(visible(&long), format!("{}… (3 more)", "é".repeat(SHOWN)));
    }
}
