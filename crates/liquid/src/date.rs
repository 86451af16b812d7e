//! Moments: reading them from text as people write them, and writing them by a format.
//!
//! There is one zone, UTC: a text without a zone is meant in it. (The reference implementation takes the zone of its
//! machine, which nobody can know.)

mod civil;
mod format;
mod read;
mod scan;

pub(crate) use civil::Moment;
pub(crate) use format::strftime;

/// Names of the months; the first three letters are their short form.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Names of the days, from Sunday on; the first three letters are their short form.
pub(crate) const DAYS: [&str; 7] =
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
