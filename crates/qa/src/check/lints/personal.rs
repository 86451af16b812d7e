//! What a lock screen should not show to everybody: e-mail addresses, phone numbers and long rows of digits, in ASCII.
//! Digits within a web link are not looked at; nobody reads them.

/// A row of this many digits is a number of a card, an account or a customer, and no year, date, price or time.
const LONG_ROW: usize = 9;

/// Digits of a number with an international prefix.
const INTERNATIONAL: std::ops::RangeInclusive<usize> = 8..=15;
/// Digits of a number with a leading zero.
const NATIONAL: std::ops::RangeInclusive<usize> = 9..=12;

/// Groups of a number that are looked at; no phone or card number has more.
const MOST_GROUPS: usize = 8;

/// True when an e-mail address stands in the text.
pub(super) fn has_address(text: &str) -> bool {
    text.match_indices('@').any(|(at, _)| {
        let has_name =
            text[..at].ends_with(|letter: char| letter.is_alphanumeric() || "._%+-".contains(letter));
        let rest = &text[at + 1..];
        let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '.');
        let domain = rest[..end.unwrap_or(rest.len())].trim_end_matches('.');
        has_name
            && domain.rsplit_once('.').is_some_and(|(host, top)| {
                !host.is_empty() && top.len() >= 2 && top.chars().all(char::is_alphabetic)
            })
    })
}

/// Shows phone numbers and long rows of digits.
pub(super) fn numbers(text: &str, found: &mut impl FnMut(&'static str)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|found| at + found) {
        let number = Number::read(bytes, start);
        at = number.end;
        let what = if number.is_phone() {
            "a phone number"
        } else if number.is_long() {
            "a long row of digits"
        } else {
            continue;
        };
        if !is_in_link(text, start) {
            found(what);
        }
    }
}

/// Groups of digits with one sign between them.
struct Number {
    /// How many digits each group has.
    groups: [usize; MOST_GROUPS],
    count: usize,
    has_plus: bool,
    has_zero: bool,
    /// True when it goes on from a word or from a number with commas.
    is_tail: bool,
    /// Where it ends, in bytes.
    end: usize,
}

impl Number {
    fn read(bytes: &[u8], start: usize) -> Self {
        let before = &bytes[..start];
        let before = before.strip_suffix(b"(").unwrap_or(before);
        let mut number = Self {
            groups: [0; MOST_GROUPS],
            count: 0,
            has_plus: before.ends_with(b"+"),
            has_zero: bytes[start] == b'0',
            is_tail: before.last().is_some_and(|byte| byte.is_ascii_alphanumeric() || b",_".contains(byte)),
            end: start,
        };
        let mut at = start;
        while number.count < MOST_GROUPS {
            let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            number.groups[number.count] = digits;
            number.count += 1;
            number.end = at + digits;
            match separator(&bytes[number.end..]) {
                Some(length) => at = number.end + length,
                None => break,
            }
        }
        number
    }

    fn groups(&self) -> &[usize] {
        &self.groups[..self.count]
    }

    /// True for what is written as phone numbers are: with a plus, with a zero and an area, in pairs from a zero on as
    /// in France, or as three, three and four digits.
    fn is_phone(&self) -> bool {
        if self.is_tail {
            return false;
        }
        let digits: usize = self.groups().iter().sum();
        if self.has_plus {
            return INTERNATIONAL.contains(&digits);
        }
        match self.groups() {
            [2, 2, 2, 2, 2] => self.has_zero,
            [area, _, ..] if self.has_zero => (3..=5).contains(area) && NATIONAL.contains(&digits),
            [3, 3, 4] | [1, 3, 3, 4] => true,
            _ => false,
        }
    }

    /// True for a long row, also when it is written in groups of four as on a card.
    fn is_long(&self) -> bool {
        let is_card = self.groups().windows(4).any(|groups| groups == [4; 4]);
        is_card || self.groups().iter().any(|group| *group >= LONG_ROW)
    }
}

/// How long the sign is that stands between two groups of digits, when one does.
fn separator(rest: &[u8]) -> Option<usize> {
    let length = match rest {
        [b')', b' ' | b'-', ..] | [b' ' | b'-', b'(', ..] => 2,
        [b' ' | b'-' | b'.' | b'/' | b')' | b'(', ..] => 1,
        _ => return None,
    };
    rest.get(length).is_some_and(u8::is_ascii_digit).then_some(length)
}

/// True when the word around this place is a web link up to here.
fn is_in_link(text: &str, at: usize) -> bool {
    text[..at].rsplit(char::is_whitespace).next().is_some_and(|word| word.contains("://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_and_other_at_signs_are_not() {
        let table = [
            ("Write to ada@example.com.", true),
            ("ada.l+push@mail.example.co.uk", true),
            ("Grüße an jörg@müller.de!", true),
            ("https://shop.example/?m=ada@example.com", true),
            ("Follow @ada.lovelace on it", false),
            ("See https://medium.example/@ada/post.html", false),
            ("ada@home", false),
            ("2 @ 4.99", false),
            ("2@4.99", false),
            ("a@.com", false),
            ("a@b.c", false),
        ];
        for (text, expected) in table {
            assert_eq!(has_address(text), expected, "{text}");
        }
    }

    #[test]
    fn phone_numbers_and_long_rows_are_found_and_dates_prices_and_codes_are_not() {
        let (phone, row) = (Some("a phone number"), Some("a long row of digits"));
        let table = [
            ("Call +49 170 1234567", phone),
            ("Call +15550100!", phone),
            ("Call (+44) 20 7946 0958", phone),
            ("Call +44 (20) 7946 0958", phone),
            ("Call 030 901820 today", phone),
            ("Call 0170/1234567", phone),
            ("Appelez le 06 12 34 56 78", phone),
            ("Call 555-123-4567", phone),
            ("Call (555) 123-4567", phone),
            ("Call 1-800-555-0199", phone),
            ("Account 123456789", row),
            ("Card 4111 1111 1111 1111", row),
            ("Card 4111-1111-1111-1111", row),
            ("IBAN DE89370400440532013000", row),
            ("IBAN DE89 3704 0044 0532 0130 00", row),
            ("Order 12345678", None),
            ("On 2026-11-24 10:30", None),
            ("Am 01.02.2026 09:30 Uhr", None),
            ("Since 20260101", None),
            ("2023, 2024, 2025, 2026", None),
            ("2024 2025 2026", None),
            ("For 1,299,000.00 only", None),
            ("Für 12.345.678,90 Euro", None),
            ("+10,000 points", None),
            ("+10 000 points", None),
            ("192.168.1.100", None),
            ("ISBN 978-3-16-148410-0", None),
            ("Code 1234-5678", None),
            ("See https://shop.example/o/123456789012 now", None),
            ("See https://shop.example/o/1 or call 555-123-4567", phone),
        ];
        for (text, expected) in table {
            let mut found = Vec::new();
            numbers(text, &mut |what| found.push(what));
            assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{text}");
        }
    }
}
