//! The report of a check, for a ticket, a build server or another program.
//!
//! It is made of values alone: no clock, no machine, no path. The same draft, list and settings give the same bytes,
//! in a browser as on a command line. No token and no user id stands in it; the texts that people get do.

mod inputs;
mod item;
mod json;
mod junit;
mod kind;
mod markdown;
mod verdict;
mod visible;

use push_api::Draft;

use crate::protocol::{CheckSettings, Format, Listed};
use crate::summary::Summary;

pub use item::Item;
pub use kind::{Kind, Part};
pub use verdict::Verdict;
pub use visible::{visible, visible_whole};

/// Version of the JSON form. It rises when a field changes its meaning or goes; new fields leave it as it is.
pub const VERSION: u32 = 1;

/// What a report is about: what went into a check, and what came out.
#[derive(Debug, Clone, Copy)]
pub struct Report<'r> {
    /// What was checked. Its own recipients are not looked at, and do not count for its digest.
    pub draft: &'r Draft,
    /// The list as it was read.
    pub list: &'r Listed,
    /// [`List::fingerprint`](crate::list::List::fingerprint).
    pub list_fingerprint: &'r str,
    /// With what it was checked.
    pub settings: CheckSettings,
    /// What was found.
    pub summary: &'r Summary,
}

impl Report<'_> {
    /// The report in a form, with a line break at its end.
    pub fn write(&self, format: Format) -> String {
        match format {
            Format::Json => json::write(self),
            Format::Markdown => markdown::write(self),
            Format::Junit => junit::write(self),
        }
    }

    /// Whether it can be sent.
    pub fn verdict(&self) -> Verdict {
        Verdict::of(&self.items())
    }

    /// Everything that was found: the list's problems, the draft's, then the texts', each worst first.
    pub fn items(&self) -> Vec<Item> {
        item::all(self)
    }
}
