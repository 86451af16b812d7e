//! Writing a moment by a format, as Ruby's `strftime` does.

use crate::cut::cut;
use std::fmt::Write as _;

use super::{DAYS, MONTHS, Moment};

/// Wider than this nothing is padded.
const WIDEST: usize = 1024;
/// Formats that stand for others, no deeper than one level.
const SHORTCUTS: [(char, &str); 10] = [
    ('c', "%a %b %e %H:%M:%S %Y"),
    ('D', "%m/%d/%y"),
    ('F', "%Y-%m-%d"),
    ('r', "%I:%M:%S %p"),
    ('R', "%H:%M"),
    ('T', "%H:%M:%S"),
    ('v', "%e-%^b-%Y"),
    ('x', "%m/%d/%y"),
    ('X', "%H:%M:%S"),
    ('+', "%a %b %e %H:%M:%S %Z %Y"),
];

/// What stands between `%` and the letter.
#[derive(Clone, Copy, Default)]
struct Flags {
    /// `-`, `_` or `0`: no padding, with spaces, with zeros.
    pad: Option<char>,
    /// `^`
    is_upper: bool,
    /// `#`
    is_swapped: bool,
    width: Option<usize>,
    colons: usize,
}

/// The moment in this format, at most about `most` bytes of it.
pub(crate) fn strftime(moment: &Moment, format: &str, most: usize) -> String {
    let mut out = String::new();
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        out.push_str(cut(rest, ..at));
        rest = cut(rest, at..);
        let (flags, letter, length) = directive(rest);
        if !letter.is_some_and(|letter| write(moment, letter, flags, &mut out)) {
            // Unknown to it: stays as it is written.
            out.push_str(cut(rest, ..length));
        }
        rest = cut(rest, length..);
        if out.len() > most {
            return out;
        }
    }
    out.push_str(rest);
    out
}

/// Flags and letter of what begins with `%`, and how many bytes it is.
fn directive(text: &str) -> (Flags, Option<char>, usize) {
    let mut flags = Flags::default();
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '-' | '_' => flags.pad = Some(c),
            '0' if flags.width.is_none() => flags.pad = Some(c),
            '^' => flags.is_upper = true,
            '#' => flags.is_swapped = true,
            ':' => flags.colons += 1,
            '0'..='9' => {
                let digit = c.to_digit(10).and_then(|digit| usize::try_from(digit).ok()).unwrap_or_default();
                flags.width = Some((flags.width.unwrap_or_default() * 10 + digit).min(WIDEST));
            }
            // These two change nothing.
            'E' | 'O' if cut(text, at + 1..).starts_with(|next: char| next.is_ascii_alphabetic()) => {}
            letter => return (flags, Some(letter), at + letter.len_utf8()),
        }
    }
    (flags, None, text.len())
}

/// Writes one directive; false for one that does not exist.
fn write(moment: &Moment, letter: char, flags: Flags, out: &mut String) -> bool {
    let day = moment.day();
    let (hour, minute, second) = moment.time();
    let half = if hour % 12 == 0 { 12 } else { hour % 12 };
    let weekday = moment.weekday();
    let week = |first: u32| (moment.day_of_year() + 6 - (weekday + 7 - first) % 7) / 7;
    let name = |names: &[&'static str], index: u32| {
        usize::try_from(index).ok().and_then(|index| names.get(index).copied()).unwrap_or_default()
    };
    let mut number = |value: i64, width: usize, pad: char| {
        pad_number(value, width, pad, flags, out);
        true
    };
    match letter {
        'Y' => number(day.year, if day.year < 0 { 5 } else { 4 }, '0'),
        'C' => number(day.year.div_euclid(100), 2, '0'),
        'y' => number(day.year.rem_euclid(100), 2, '0'),
        'm' => number(day.month.into(), 2, '0'),
        'd' => number(day.day.into(), 2, '0'),
        'e' => number(day.day.into(), 2, ' '),
        'j' => number(moment.day_of_year().into(), 3, '0'),
        'H' => number(hour.into(), 2, '0'),
        'k' => number(hour.into(), 2, ' '),
        'I' => number(half.into(), 2, '0'),
        'l' => number(half.into(), 2, ' '),
        'M' => number(minute.into(), 2, '0'),
        'S' => number(second.into(), 2, '0'),
        's' => number(moment.seconds, 1, '0'),
        'u' => number(if weekday == 0 { 7 } else { weekday.into() }, 1, '0'),
        'w' => number(weekday.into(), 1, '0'),
        'U' => number(week(0).into(), 2, '0'),
        'W' => number(week(1).into(), 2, '0'),
        'V' => number(moment.iso_week().1.into(), 2, '0'),
        'G' => number(moment.iso_week().0, 4, '0'),
        'g' => number(moment.iso_week().0.rem_euclid(100), 2, '0'),
        'L' => fraction(moment, flags.width.unwrap_or(3), out),
        'N' => fraction(moment, flags.width.unwrap_or(9), out),
        'A' => word(name(&DAYS, weekday), flags, out),
        'a' => word(cut(name(&DAYS, weekday), ..3), flags, out),
        'B' => word(name(&MONTHS, day.month - 1), flags, out),
        'b' | 'h' => word(cut(name(&MONTHS, day.month - 1), ..3), flags, out),
        'p' => {
            let text = match (hour < 12, flags.is_swapped) {
                (true, false) => "AM",
                (false, false) => "PM",
                (true, true) => "am",
                (false, true) => "pm",
            };
            word(text, Flags { is_swapped: false, ..flags }, out)
        }
        'P' => word(if hour < 12 { "am" } else { "pm" }, flags, out),
        'Z' => {
            let text = if moment.is_utc { "UTC" } else { "" };
            if flags.is_swapped {
                word("utc", Flags { is_swapped: false, ..flags }, out)
            } else {
                word(text, flags, out)
            }
        }
        'z' => zone(moment, flags, out),
        'n' => word("\n", flags, out),
        't' => word("\t", flags, out),
        '%' => word("%", flags, out),
        letter => match SHORTCUTS.iter().find(|(known, _)| *known == letter) {
            Some((_, format)) => word(&strftime(moment, format, WIDEST), flags, out),
            None => false,
        },
    }
}

fn pad_number(value: i64, width: usize, pad: char, flags: Flags, out: &mut String) {
    let pad = match flags.pad {
        Some('-') => None,
        Some('_') => Some(' '),
        Some(_) => Some('0'),
        None => Some(pad),
    };
    let digits = value.unsigned_abs().to_string();
    let sign = if value < 0 { "-" } else { "" };
    let missing = flags.width.unwrap_or(width).saturating_sub(digits.len() + sign.len());
    let padding: String = pad.map(|pad| std::iter::repeat_n(pad, missing).collect()).unwrap_or_default();
    // Zeros stand behind the sign, spaces before it.
    let parts = if pad == Some('0') { [sign, &padding, &digits] } else { [&padding, sign, &digits] };
    parts.iter().for_each(|part| out.push_str(part));
}

fn word(text: &str, flags: Flags, out: &mut String) -> bool {
    let missing = flags.width.unwrap_or_default().saturating_sub(text.chars().count());
    let pad = if flags.pad == Some('0') { '0' } else { ' ' };
    if flags.pad != Some('-') {
        out.extend(std::iter::repeat_n(pad, missing));
    }
    if flags.is_upper || flags.is_swapped {
        out.push_str(&text.to_ascii_uppercase())
    } else {
        out.push_str(text)
    }
    true
}

fn fraction(moment: &Moment, places: usize, out: &mut String) -> bool {
    let digits = format!("{:09}", moment.nanos);
    out.push_str(cut(&digits, ..places.min(9)));
    out.extend(std::iter::repeat_n('0', places.saturating_sub(9)));
    true
}

fn zone(moment: &Moment, flags: Flags, out: &mut String) -> bool {
    let sign = if moment.offset < 0 { '-' } else { '+' };
    let seconds = moment.offset.unsigned_abs();
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    // Writing into a string cannot fail.
    let _ = match flags.colons {
        0 => write!(out, "{sign}{hours:02}{minutes:02}"),
        1 => write!(out, "{sign}{hours:02}:{minutes:02}"),
        _ => write!(out, "{sign}{hours:02}:{minutes:02}:{:02}", seconds % 60),
    };
    true
}
