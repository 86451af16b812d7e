//! The filter for moments.

use super::{Filter, argument, filter};
use crate::date::{Moment, strftime};
use crate::values::{Str, Value};

pub(super) const FILTERS: &[Filter] = &[filter("date", 1, 1, |work, value, arguments| {
    let format = work.text(&argument(arguments, 0))?;
    if format.is_empty() {
        return Ok(value);
    }
    // Reading and writing a moment takes far longer than its text is long.
    let parts = format.bytes().filter(|byte| *byte == b'%').count();
    let read = if let Value::Str(text) = &value { text.len().min(256) } else { 0 };
    work.pay(128 * parts + 16 * read)?;
    let moment = match &value {
        Value::Int(seconds) => Moment::of_seconds(*seconds),
        Value::Str(Str::Lent(text)) => Moment::read(text, work.now),
        Value::Str(Str::Made(text)) => Moment::read(text, work.now),
        _ => None,
    };
    match moment {
        Some(moment) => {
            let made = strftime(&moment, &format, work.output_bytes);
            work.made(made)
        }
        None => Ok(value),
    }
})];
