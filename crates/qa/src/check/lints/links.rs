//! Web links that will not open: not https, without an address, or with a blank that came in by a variable.

use super::Value;

/// What stands between scheme and address.
const SIGN: &str = "://";

/// Shows why links of a text will not open.
pub(super) fn bad(text: &str, values: &[Value], found: &mut impl FnMut(&'static str)) {
    for (colon, _) in text.match_indices(':').filter(|(at, _)| text[*at..].starts_with(SIGN)) {
        let start = scheme_start(text, colon);
        let scheme = &text[start..colon];
        let is_http = scheme.eq_ignore_ascii_case("http");
        if !is_http && !scheme.eq_ignore_ascii_case("https") {
            continue;
        }
        if is_http {
            found("http:// and not https://");
        }
        let address = colon + SIGN.len();
        let end = text[address..].find(char::is_whitespace).map_or(text.len(), |at| address + at);
        if end == address || text[address..].starts_with(['/', '?', '#']) {
            found("a link without an address");
        } else if values.iter().any(|value| breaks(text, start, end, value)) {
            found("a blank in a link");
        }
    }
}

/// Where the letters before the colon begin.
fn scheme_start(text: &str, colon: usize) -> usize {
    let letters = text[..colon].bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    colon - letters
}

/// True when a value holds the blank at which the link ends, and the link was meant to go on behind it.
///
/// A value that began before the link is a text of its own, unless its variable is named like a link.
fn breaks(text: &str, start: usize, end: usize, value: &Value) -> bool {
    let begins_within = value.bytes.start > start || (value.is_link && value.bytes.start == start);
    if !begins_within || !value.bytes.contains(&end) {
        return false;
    }
    let goes_on = !text[end..value.bytes.end].trim_end().is_empty();
    let is_followed = text[value.bytes.end..].starts_with(|letter: char| !letter.is_whitespace());
    goes_on || is_followed
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with the values in it marked by angle quotes, those of variables named like a link by doubled ones.
    fn look(marked: &str) -> Vec<&'static str> {
        let (mut text, mut values, mut start, mut is_link) = (String::new(), Vec::new(), 0, false);
        for letter in marked.chars() {
            match letter {
                '‹' | '«' => (start, is_link) = (text.len(), letter == '«'),
                '›' | '»' => values.push(Value { bytes: start..text.len(), is_link }),
                letter => text.push(letter),
            }
        }
        let mut found = Vec::new();
        bad(&text, &values, &mut |why| found.push(why));
        found
    }

    #[test]
    fn links_that_will_not_open_are_found_and_others_are_not() {
        let (http, none, blank) =
            ("http:// and not https://", "a link without an address", "a blank in a link");
        let table: [(&str, &[&str]); 21] = [
            ("Go to http://shop.example", &[http]),
            ("Go to HTTP://shop.example", &[http]),
            ("Go to https://shop.example now", &[]),
            ("(https://shop.example/a?b=c#d)", &[]),
            ("myapp://open/http", &[]),
            ("xhttp://open", &[]),
            ("http: no slashes", &[]),
            ("ratio 3:1, ://", &[]),
            ("https://", &[none]),
            ("https:// shop.example", &[none]),
            ("https://‹›/sale", &[none]),
            ("https://‹shop.example›/sale", &[]),
            ("https://shop.example/?n=‹Ada Lovelace›", &[blank]),
            ("https://shop.example/?n=‹ Ada› now", &[blank]),
            ("https://shop.example/?n=‹Ada › now", &[]),
            ("https://shop.example/‹Ada ›/orders", &[blank]),
            ("https://shop.example/?n=‹Ada› ‹Lovelace›", &[]),
            ("‹See https://shop.example today›", &[]),
            ("‹https://shop.example is ours›", &[]),
            ("«https://shop.example/my file»", &[blank]),
            ("http://shop.example/‹a b›", &[http, blank]),
        ];
        for (marked, expected) in table {
            assert_eq!(look(marked), expected, "{marked}");
        }
    }
}
