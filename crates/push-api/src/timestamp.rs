//! A moment as the upstream writes it (RFC 3339), kept as text, and its value in Unix milliseconds.
//!
//! Written here because a date library costs 17 to 48 kB in the page and two conversions are all that is
//! needed. The calendar arithmetic is the proleptic Gregorian one of RFC 3339, checked in tests against jiff.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A moment, as text. A text that cannot be read survives and has no value.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(String);

const DAY_MS: i64 = 86_400_000;

impl Timestamp {
    /// Takes the text as it came.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The moment as UTC text with whole seconds, or milliseconds where there are any.
    pub fn from_unix_ms(ms: i64) -> Self {
        let (year, month, day) = civil_from_days(ms.div_euclid(DAY_MS));
        let of_day = ms.rem_euclid(DAY_MS);
        let (hour, minute, second) = (of_day / 3_600_000, of_day / 60_000 % 60, of_day / 1000 % 60);
        let fraction = match of_day % 1000 {
            0 => String::new(),
            millis => format!(".{millis:03}"),
        };
        Self(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z"))
    }

    /// The text as it came.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Unix milliseconds, or `None` when the text is no RFC 3339 moment.
    pub fn unix_ms(&self) -> Option<i64> {
        parse(self.0.as_bytes())
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn parse(text: &[u8]) -> Option<i64> {
    let fixed = text.get(..19)?;
    let marks = [(4, b'-'), (7, b'-'), (13, b':'), (16, b':')];
    let separator = *fixed.get(10)?;
    if marks.iter().any(|&(at, mark)| fixed.get(at) != Some(&mark))
        || !matches!(separator, b'T' | b't' | b' ')
    {
        return None;
    }
    let [year, month, day] = [number(text, 0, 4)?, number(text, 5, 2)?, number(text, 8, 2)?];
    let [hour, minute, second] = [number(text, 11, 2)?, number(text, 14, 2)?, number(text, 17, 2)?];
    if !(1..=12).contains(&month) || !(1..=days_in(year, month)).contains(&day) {
        return None;
    }
    // RFC 3339 allows a leap second; it is read as the second before it.
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let (millis, zone) = fraction(text.get(19..)?)?;
    let seconds = (hour * 60 + minute) * 60 + second.min(59);
    Some(days_from_civil(year, month, day) * DAY_MS + seconds * 1000 + millis - offset_ms(zone)?)
}

fn number(text: &[u8], at: usize, len: usize) -> Option<i64> {
    let digits = text.get(at..at + len)?;
    digits.iter().try_fold(0, |sum, &b| b.is_ascii_digit().then(|| sum * 10 + i64::from(b - b'0')))
}

/// Milliseconds of an optional fraction, and what follows it.
fn fraction(rest: &[u8]) -> Option<(i64, &[u8])> {
    let Some((b'.', tail)) = rest.split_first() else { return Some((0, rest)) };
    let len = tail.iter().take_while(|b| b.is_ascii_digit()).count();
    let millis = (0..3).fold(0, |sum, i| {
        let digit = tail.get(i).filter(|_| i < len).map_or(0, |b| i64::from(b - b'0'));
        sum * 10 + digit
    });
    (len > 0).then_some((millis, tail.get(len..)?))
}

fn offset_ms(zone: &[u8]) -> Option<i64> {
    let sign = match zone {
        b"Z" | b"z" => return Some(0),
        [b'+', ..] => 1,
        [b'-', ..] => -1,
        _ => return None,
    };
    let (hours, minutes) = (number(zone, 1, 2)?, number(zone, 4, 2)?);
    let valid = zone.len() == 6 && zone.get(3) == Some(&b':') && hours < 24 && minutes < 60;
    valid.then_some(sign * (hours * 60 + minutes) * 60_000)
}

fn days_in(year: i64, month: i64) -> i64 {
    let (y, m) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    days_from_civil(y, m, 1) - days_from_civil(year, month, 1)
}

/// Days since 1970-01-01. The year is taken to begin in March, so that the leap day is its last.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let of_era = y.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    y.div_euclid(400) * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The inverse of [`days_from_civil`].
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let z = days + 719_468;
    let of_era = z.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = z.div_euclid(146_097) * 400 + year_of_era + i64::from(month <= 2);
    (year, month, of_year - (153 * shifted + 2) / 5 + 1)
}
