//! Filters on text as a whole: case, joining, replacing, parts.

use super::{Failure, Filter, Work, argument, filter};
use crate::cut::cut;
use crate::letters::{push_lower, push_upper, upper};
use crate::search;
use crate::values::{Str, Value, strict_int};

pub(super) const FILTERS: &[Filter] = &[
    filter("append", 1, 1, |work, value, arguments| {
        let (a, b) = (work.text(&value)?, work.text(&argument(arguments, 0))?);
        joined(work, &a, &b)
    }),
    filter("prepend", 1, 1, |work, value, arguments| {
        let (a, b) = (work.text(&value)?, work.text(&argument(arguments, 0))?);
        joined(work, &b, &a)
    }),
    filter("upcase", 0, 0, |work, value, _| {
        let text = work.text(&value)?;
        work.made(upper(&text))
    }),
    filter("downcase", 0, 0, |work, value, _| {
        let text = work.text(&value)?;
        let mut made = String::with_capacity(text.len());
        push_lower(&text, &mut made);
        work.made(made)
    }),
    filter("capitalize", 0, 0, |work, value, _| {
        let text = work.text(&value)?;
        let mut rest = text.chars();
        let mut made = String::with_capacity(text.len());
        if let Some(first) = rest.next() {
            push_upper(first, &mut made);
        }
        push_lower(rest.as_str(), &mut made);
        work.made(made)
    }),
    filter("replace", 1, 2, |work, value, arguments| {
        let (text, part, other) = replacing(work, &value, arguments)?;
        replaced(work, &text, &part, &other, usize::MAX)
    }),
    filter("replace_first", 1, 2, |work, value, arguments| {
        let (text, part, other) = replacing(work, &value, arguments)?;
        replaced(work, &text, &part, &other, 1)
    }),
    filter("replace_last", 2, 2, |work, value, arguments| {
        let (text, part, other) = replacing(work, &value, arguments)?;
        replaced_last(work, text, &part, &other)
    }),
    filter("remove", 1, 1, |work, value, arguments| {
        let (text, part, _) = replacing(work, &value, arguments)?;
        replaced(work, &text, &part, "", usize::MAX)
    }),
    filter("remove_first", 1, 1, |work, value, arguments| {
        let (text, part, _) = replacing(work, &value, arguments)?;
        replaced(work, &text, &part, "", 1)
    }),
    filter("remove_last", 1, 1, |work, value, arguments| {
        let (text, part, _) = replacing(work, &value, arguments)?;
        replaced_last(work, text, &part, "")
    }),
    filter("slice", 1, 2, slice),
    filter("size", 0, 0, |work, value, _| {
        work.measure(&value)?;
        Ok(size(&value))
    }),
    filter("default", 0, 2, |_, value, arguments| {
        if needs_default(&value, arguments) {
            Ok(arguments.first().cloned().unwrap_or(Value::Str(Str::Lent(""))))
        } else {
            Ok(value)
        }
    }),
];

/// True when the filter `default` gives its argument in place of this value: nil, `false` unless that is allowed, and
/// what is empty.
pub(crate) fn needs_default(value: &Value<'_>, arguments: &[Value<'_>]) -> bool {
    let allows_false = matches!(arguments.get(1), Some(Value::Map(options))
        if options.get("allow_false").is_some_and(|allows| allows.is_truthy()));
    let lacks = if allows_false { value.is_nil() } else { !value.is_truthy() };
    lacks || crate::values::is_empty(value)
}

fn joined<'v>(work: &mut Work, a: &str, b: &str) -> Result<Value<'v>, Failure> {
    // Paid before it is made: the sum is known.
    work.pay(a.len() + b.len())?;
    let mut text = String::with_capacity(a.len() + b.len());
    text.push_str(a);
    text.push_str(b);
    work.made(text)
}

/// The text, the part that is looked for, and what takes its place.
fn replacing<'v>(
    work: &mut Work,
    value: &Value<'v>,
    arguments: &[Value<'v>],
) -> Result<(Str<'v>, Str<'v>, Str<'v>), Failure> {
    Ok((work.text(value)?, work.text(&argument(arguments, 0))?, work.text(&argument(arguments, 1))?))
}

/// The text with another part in place of the first ones, so many at most.
fn replaced<'v>(
    work: &mut Work,
    text: &str,
    part: &str,
    other: &str,
    most: usize,
) -> Result<Value<'v>, Failure> {
    let mut made = String::with_capacity(text.len());
    let mut behind = 0;
    for at in search::places(text, part).into_iter().take(most) {
        work.pay(other.len() + 1)?;
        made.push_str(cut(text, behind..at));
        made.push_str(other);
        behind = at + part.len();
    }
    made.push_str(cut(text, behind..));
    work.made(made)
}

fn replaced_last<'v>(work: &mut Work, text: Str<'v>, part: &str, other: &str) -> Result<Value<'v>, Failure> {
    match search::find_last(&text, part) {
        Some(at) => work.made([cut(&text, ..at), other, cut(&text, at + part.len()..)].concat()),
        None => Ok(Value::Str(text)),
    }
}

/// How much a value holds: letters, items, fields. A whole number has the 8 bytes that it has in Ruby.
pub(crate) fn size<'v>(value: &Value<'_>) -> Value<'v> {
    let count = match value {
        Value::Str(text) => text.chars().count(),
        Value::Array(items) => items.len(),
        Value::Map(fields) => fields.len(),
        Value::Range(first, last) => {
            return Value::Int(last.saturating_sub(*first).saturating_add(1).max(0));
        }
        Value::Int(_) => 8,
        _ => 0,
    };
    Value::Int(i64::try_from(count).unwrap_or(i64::MAX))
}

/// A whole number that an argument must be.
pub(super) fn whole(value: &Value<'_>) -> Result<i64, Failure> {
    strict_int(value).ok_or_else(|| Failure::argument("a whole number is needed"))
}

/// `offset` and `length` within `size`, as Ruby's `slice` takes them; none when outside.
fn bounds(offset: i64, length: i64, size: usize) -> Option<(usize, usize)> {
    let size = i64::try_from(size).ok()?;
    let start = if offset < 0 { offset.checked_add(size)? } else { offset };
    if start < 0 || start > size || length < 0 {
        return None;
    }
    let end = start.saturating_add(length).min(size);
    Some((usize::try_from(start).ok()?, usize::try_from(end).ok()?))
}

fn slice<'v>(work: &mut Work, value: Value<'v>, arguments: &[Value<'v>]) -> Result<Value<'v>, Failure> {
    let offset = whole(&argument(arguments, 0))?;
    let length = match argument(arguments, 1) {
        Value::Nil | Value::Bool(false) => 1,
        other => whole(&other)?,
    };
    if let Value::Array(items) = &value {
        let (start, end) = bounds(offset, length, items.len()).unwrap_or_default();
        work.step(end - start)?;
        let part = (start..end).map(|index| items.at(index)).collect();
        return work.list(part);
    }
    let text = work.text(&value)?;
    let Some((start, end)) = bounds(offset, length, text.chars().count()) else {
        return Ok(Value::Str(Str::Lent("")));
    };
    let part: String = text.chars().skip(start).take(end - start).collect();
    work.made(part)
}

/// A number of letters or words that an argument must be.
pub(super) fn count(value: Option<&Value<'_>>, otherwise: i64) -> Result<i64, Failure> {
    value.map_or(Ok(otherwise), whole)
}
