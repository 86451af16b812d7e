//! The filter for moments.

use super::{Filter, argument, filter};
use crate::date::{Moment, strftime};
use crate::values::{Str, Value};

pub(super) const FILTERS: &[Filter] = &[filter("date", 1, 1, |work, value, arguments| {
    let format = work.text(&argument(arguments, 0))?;
    if format.is_empty() {
        return Ok(value);
    }
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
