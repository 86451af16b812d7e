//! The standard filters, as a table of name, arguments and function, in rooms by what they act on.

mod encoding;
mod html;
mod lists;
mod numbers;
mod select;
mod sorting;
mod text;
mod time;
mod words;
mod work;

use crate::limits::Limit;
use crate::values::Value;
pub(crate) use lists::end;
pub(crate) use text::{needs_default, size};
pub(crate) use work::Work;

/// A filter.
pub(crate) struct Filter {
    /// Its name in a template.
    pub name: &'static str,
    /// Fewest and most arguments behind the value itself.
    pub takes: (usize, usize),
    pub run: Run,
}

/// What a filter does with the value before it and its arguments.
pub(crate) type Run = for<'v> fn(&mut Work, Value<'v>, &[Value<'v>]) -> Result<Value<'v>, Failure>;

/// Why a filter has no result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// It cannot work with what it was given.
    Argument(String),
    /// A division by zero.
    ZeroDivision,
    /// A bound was met.
    Limit(Limit),
}

impl Failure {
    fn argument(message: impl Into<String>) -> Self {
        Self::Argument(message.into())
    }
}

const ROOMS: [&[Filter]; 9] = [
    text::FILTERS,
    words::FILTERS,
    html::FILTERS,
    encoding::FILTERS,
    numbers::FILTERS,
    lists::FILTERS,
    select::FILTERS,
    sorting::FILTERS,
    time::FILTERS,
];

/// The filter of this name.
pub(crate) fn find(name: &str) -> Option<&'static Filter> {
    ROOMS.iter().flat_map(|room| room.iter()).find(|filter| filter.name == name)
}

/// The names of all filters, for a list to choose from.
pub fn names() -> impl Iterator<Item = &'static str> {
    ROOMS.iter().flat_map(|room| room.iter()).map(|filter| filter.name)
}

impl Filter {
    /// What is wrong with this number of arguments; nothing when it fits.
    pub fn misfit(&self, count: usize) -> Option<String> {
        let (least, most) = self.takes;
        if (least..=most).contains(&count) {
            return None;
        }
        let wanted = match (least, most) {
            (0, 0) => "no argument".to_owned(),
            (1, 1) => "one argument".to_owned(),
            (a, b) if a == b => format!("{a} arguments"),
            (a, b) => format!("{a} to {b} arguments"),
        };
        Some(format!("the filter `{}` takes {wanted}, not {count}", self.name))
    }
}

impl std::fmt::Debug for Filter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// A row of the table.
const fn filter(name: &'static str, least: usize, most: usize, run: Run) -> Filter {
    Filter { name, takes: (least, most), run }
}

/// The argument at an index; nil when there is none.
fn argument<'v>(arguments: &[Value<'v>], index: usize) -> Value<'v> {
    arguments.get(index).cloned().unwrap_or_default()
}
