//! The Gregorian calendar, also before it was introduced.

/// A moment with the offset of the zone in which it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    /// Seconds since 1970 in UTC.
    pub seconds: i64,
    /// Nanoseconds beyond.
    pub nanos: u32,
    /// Seconds that the zone is ahead of UTC.
    pub offset: i32,
    /// True when the zone was given as `UTC`, `GMT` or `Z`, or not at all.
    pub is_utc: bool,
}

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day {
    pub year: i64,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

const DAY: i64 = 86_400;
/// Further away than this no year is written: the calendar's arithmetic stays far from its bounds.
const FURTHEST: i64 = 400_000 * 366 * DAY;

impl Moment {
    /// A moment by its seconds since 1970; none when it is many thousand years away.
    pub fn of_seconds(seconds: i64) -> Option<Self> {
        (-FURTHEST..FURTHEST).contains(&seconds).then_some(Self {
            seconds,
            nanos: 0,
            offset: 0,
            is_utc: true,
        })
    }

    /// Days since 1970 and seconds of the day, as a clock in its zone shows them.
    fn local(&self) -> (i64, u32) {
        let local = self.seconds + i64::from(self.offset);
        (local.div_euclid(DAY), u32::try_from(local.rem_euclid(DAY)).unwrap_or_default())
    }

    /// The day in its zone.
    pub fn day(&self) -> Day {
        Day::of_days(self.local().0)
    }

    /// Hour, minute and second in its zone.
    pub fn time(&self) -> (u32, u32, u32) {
        let seconds = self.local().1;
        (seconds / 3600, seconds / 60 % 60, seconds % 60)
    }

    /// Day of the week, Sunday is 0.
    pub fn weekday(&self) -> u32 {
        // The first of January 1970 was a Thursday.
        u32::try_from((self.local().0 + 4).rem_euclid(7)).unwrap_or_default()
    }

    /// Day of the year, from 1.
    pub fn day_of_year(&self) -> u32 {
        let day = self.day();
        let first = Day { year: day.year, month: 1, day: 1 };
        u32::try_from(day.days() - first.days() + 1).unwrap_or_default()
    }

    /// Year and number of the week that begins on Monday (ISO 8601).
    pub fn iso_week(&self) -> (i64, u32) {
        // The week belongs to the year of its Thursday.
        let monday_first = i64::from((self.weekday() + 6) % 7);
        let thursday = self.local().0 - monday_first + 3;
        let year = Day::of_days(thursday).year;
        let first = Day { year, month: 1, day: 1 }.days();
        (year, u32::try_from((thursday - first) / 7 + 1).unwrap_or_default())
    }
}

impl Day {
    /// Days since 1970. Counts in eras of 400 years, each beginning in March, so that a leap day is the last.
    pub fn days(self) -> i64 {
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let from_march = (i64::from(self.month) + 9) % 12;
        let of_year = (153 * from_march + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day that is so many days after the first of January 1970.
    pub fn of_days(days: i64) -> Self {
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let of_year = day_of_era - (365 * of_era + of_era / 4 - of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        Self {
            year: of_era + era * 400 + i64::from(month <= 2),
            month: u32::try_from(month).unwrap_or(1),
            day: u32::try_from(of_year - (153 * from_march + 2) / 5 + 1).unwrap_or(1),
        }
    }

    /// True when the calendar has this day.
    pub fn exists(self) -> bool {
        (1..=12).contains(&self.month) && (1..=31).contains(&self.day) && Self::of_days(self.days()) == self
    }
}
