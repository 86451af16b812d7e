//! Reading a moment from text as people write it: `March 14, 2016`, `2016-03-14T15:09:26Z`, `14 Mar 2016 3:09 pm`.
//!
//! What Ruby's `Time.parse` understands, without its rarer forms (eras of other calendars, week dates, ordinals
//! spelled out). What is not given is taken from now: a time alone is today's.

use super::civil::{Day, Moment};
use super::scan::{Item, items};
use super::{DAYS, MONTHS};

/// What has been found so far.
#[derive(Default)]
struct Found {
    year: Option<i64>,
    month: Option<u32>,
    day: Option<u32>,
    time: Option<(u32, u32, u32, u32)>,
    /// Seconds ahead of UTC, and whether it is UTC by name.
    zone: Option<(i32, bool)>,
}

impl Moment {
    /// Reads a text; `now` in seconds since 1970 stands in for what it leaves out. None when it names no moment.
    pub fn read(text: &str, now: i64) -> Option<Self> {
        let text = text.trim_ascii().to_ascii_lowercase();
        if text.is_empty() || text.len() > 128 {
            return None;
        }
        if text == "now" || text == "today" {
            return Self::of_seconds(now);
        }
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Self::of_seconds(text.parse().ok()?);
        }
        let mut found = Found::default();
        let items = items(&text);
        let mut at = 0;
        while at < items.len() {
            at += found.take(&items[at..]).unwrap_or(1);
        }
        found.moment(now)
    }
}

impl Found {
    /// Takes what the next parts say, and gives how many they are; none when the first says nothing.
    fn take(&mut self, items: &[Item<'_>]) -> Option<usize> {
        match *items {
            [Item::Number(hour, _), Item::Sign(':'), Item::Number(minute, _), ..] => {
                self.clock(hour, minute, items)
            }
            [Item::Number(hour, digits), ref rest @ ..]
                if digits.len() <= 2 && half_of_day(rest).is_some() =>
            {
                let (half, length) = half_of_day(rest)?;
                self.time = Some((twelve(hour, half)?, 0, 0, 0));
                Some(1 + length)
            }
            [
                Item::Number(a, x),
                Item::Sign('-'),
                Item::Number(b, _),
                Item::Sign('-'),
                Item::Number(c, y),
                ..,
            ] => {
                let (year, day) = if x.len() > 2 || y.len() <= 2 { ((a, x), c) } else { ((c, y), a) };
                self.date(full_year(year.0, year.1), b, day)?;
                Some(5)
            }
            [
                Item::Number(a, x),
                Item::Sign(first @ ('/' | '.')),
                Item::Number(b, _),
                Item::Sign(second),
                Item::Number(c, y),
                ..,
            ] if first == second => {
                // Three numbers with slashes or points: year first when it is long, else the day.
                if x.len() > 2 {
                    self.date(a, b, c)?
                } else {
                    self.date(full_year(c, y), b, a)?
                }
                Some(5)
            }
            [Item::Number(_, digits), ..] if digits.len() == 8 || digits.len() == 14 => self.compact(digits),
            [Item::Number(year, digits), Item::Sign('-'), Item::Number(month, _), ..]
                if digits.len() == 4 =>
            {
                self.date(year, month, 1)?;
                Some(3)
            }
            [Item::Sign(sign @ ('+' | '-')), Item::Number(..), ..] if self.time.is_some() => {
                self.offset(sign, &items[1..])
            }
            [Item::Word("t"), ..] => Some(1),
            [Item::Word(word), ..] => self.word(word),
            [Item::Sign('\''), Item::Number(year, digits), ..] if digits.len() == 2 => {
                self.year = Some(full_year(year, digits));
                Some(2)
            }
            [Item::Number(number, digits), ..] => self.number(number, digits),
            _ => None,
        }
    }

    fn date(&mut self, year: i64, month: i64, day: i64) -> Option<()> {
        self.year = Some(year);
        self.month = Some(u32::try_from(month).ok()?);
        self.day = Some(u32::try_from(day).ok()?);
        Some(())
    }

    /// `15:09`, `15:09:26.535`, `3:09 pm`
    fn clock(&mut self, hour: i64, minute: i64, items: &[Item<'_>]) -> Option<usize> {
        let mut length = 3;
        let (mut second, mut nanos) = (0, 0);
        if let [Item::Sign(':'), Item::Number(number, _), ..] = items[length..] {
            second = number;
            length += 2;
            if let [Item::Sign('.' | ','), Item::Number(_, digits), ..] = items[length..] {
                let nine: String = digits.chars().chain("000000000".chars()).take(9).collect();
                nanos = nine.parse().ok()?;
                length += 2;
            }
        }
        let hour = match half_of_day(&items[length..]) {
            Some((half, more)) => {
                length += more;
                twelve(hour, half)?
            }
            None => u32::try_from(hour).ok()?,
        };
        self.time = Some((hour, u32::try_from(minute).ok()?, u32::try_from(second).ok()?, nanos));
        Some(length)
    }

    /// `20160314` and `20160314150926`
    fn compact(&mut self, digits: &str) -> Option<usize> {
        let part = |from: usize, to: usize| digits.get(from..to)?.parse::<i64>().ok();
        self.date(part(0, 4)?, part(4, 6)?, part(6, 8)?)?;
        if digits.len() == 14 {
            let small = |from| u32::try_from(part(from, from + 2)?).ok();
            self.time = Some((small(8)?, small(10)?, small(12)?, 0));
        }
        Some(1)
    }

    /// `+02:00`, `-0530`, `+2`
    fn offset(&mut self, sign: char, items: &[Item<'_>]) -> Option<usize> {
        let [Item::Number(number, digits), ..] = *items else { return None };
        let (hours, minutes, length) = match items[1..] {
            [Item::Sign(':'), Item::Number(minutes, _), ..] => (number, minutes, 4),
            _ if digits.len() > 2 => (number / 100, number % 100, 2),
            _ => (number, 0, 2),
        };
        if !(0..=23).contains(&hours) || !(0..=59).contains(&minutes) {
            return None;
        }
        let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
        self.zone = Some((if sign == '-' { -seconds } else { seconds }, false));
        Some(length)
    }

    fn word(&mut self, word: &str) -> Option<usize> {
        let is_short_of = |name: &&&str| {
            let begins = name.get(..word.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(word));
            word.len() >= 3 && begins
        };
        if let Some(at) = MONTHS.iter().position(|name| is_short_of(&name)) {
            self.month = Some(u32::try_from(at).ok()? + 1);
            return Some(1);
        }
        if DAYS.iter().any(|name| is_short_of(&name)) || matches!(word, "st" | "nd" | "rd" | "th") {
            return Some(1);
        }
        const ZONES: [(&str, i32); 11] = [
            ("z", 0),
            ("utc", 0),
            ("gmt", 0),
            ("est", -5),
            ("edt", -4),
            ("cst", -6),
            ("cdt", -5),
            ("mst", -7),
            ("mdt", -6),
            ("pst", -8),
            ("pdt", -7),
        ];
        let (_, hours) = ZONES.iter().find(|(name, _)| *name == word)?;
        self.zone = Some((hours * 3600, *hours == 0));
        Some(1)
    }

    /// A number by itself: a year when it is long, else the day, then the year.
    fn number(&mut self, number: i64, digits: &str) -> Option<usize> {
        if digits.len() > 2 {
            self.year = Some(number).filter(|_| digits.len() <= 6);
        } else if self.day.is_none() {
            self.day = Some(u32::try_from(number).ok()?);
        } else if self.year.is_none() {
            self.year = Some(full_year(number, digits));
        } else {
            return None;
        }
        Some(1)
    }

    fn moment(self, now: i64) -> Option<Moment> {
        let today = Moment::of_seconds(now)?.day();
        if self.month.is_none() && self.time.is_none() && self.day.is_none() {
            return None;
        }
        let has_date = self.year.is_some() || self.month.is_some();
        let day = Day {
            year: self.year.unwrap_or(today.year),
            month: self.month.unwrap_or(if self.year.is_some() { 1 } else { today.month }),
            day: self.day.unwrap_or(if has_date { 1 } else { today.day }),
        };
        let (hour, minute, second, nanos) = self.time.unwrap_or_default();
        // A day may end at 24:00, and a minute may have a leap second.
        let is_time = hour < 24 && minute < 60 && second <= 60 || (hour, minute, second) == (24, 0, 0);
        if !is_time || !(-99_999..=99_999).contains(&day.year) || !day.exists() {
            return None;
        }
        let (offset, is_utc) = self.zone.unwrap_or((0, true));
        let clock = i64::from(hour * 3600 + minute * 60 + second);
        let seconds = day.days() * 86_400 + clock - i64::from(offset);
        Some(Moment { nanos, offset, is_utc, ..Moment::of_seconds(seconds)? })
    }
}

/// `am` or `pm`, perhaps behind a space and with points; and how many parts that is.
fn half_of_day(items: &[Item<'_>]) -> Option<(u32, usize)> {
    let skipped = usize::from(matches!(items.first(), Some(Item::Space)));
    match items[skipped..] {
        [Item::Word("am"), ..] => Some((0, skipped + 1)),
        [Item::Word("pm"), ..] => Some((12, skipped + 1)),
        [Item::Word("a"), Item::Sign('.'), Item::Word("m"), ..] => Some((0, skipped + 3)),
        [Item::Word("p"), Item::Sign('.'), Item::Word("m"), ..] => Some((12, skipped + 3)),
        _ => None,
    }
}

/// The hour of the day for one of twelve.
fn twelve(hour: i64, half: u32) -> Option<u32> {
    u32::try_from(hour).ok().filter(|hour| (1..=12).contains(hour)).map(|hour| hour % 12 + half)
}

/// A year of two digits is one between 1969 and 2068.
fn full_year(year: i64, digits: &str) -> i64 {
    match digits.len() {
        0..=2 if year >= 69 => year + 1900,
        0..=2 => year + 2000,
        _ => year,
    }
}
