//! Filters on lists as a whole.

use super::select::{looked_at, property};
use super::{Failure, Filter, Work, argument, filter};
use crate::values::{Number, Str, Value};

pub(super) const FILTERS: &[Filter] = &[
    filter("join", 0, 1, join),
    filter("first", 0, 0, |work, value, _| {
        // There is no way to the first field but by all of them.
        work.pay(if let Value::Map(fields) = &value { 16 * fields.len() } else { 0 })?;
        Ok(end(&value, true))
    }),
    filter("last", 0, 0, |_, value, _| Ok(end(&value, false))),
    filter("reverse", 0, 0, |work, value, _| {
        let mut items = work.items(&value)?;
        items.reverse();
        work.list(items)
    }),
    filter("concat", 1, 1, |work, value, arguments| {
        let Some(Value::Array(others)) = arguments.first() else {
            return Err(Failure::argument("`concat` needs a list behind it"));
        };
        work.step(others.len())?;
        let mut items = work.items(&value)?;
        items.extend(others.iter());
        work.list(items)
    }),
    filter("map", 1, 1, |work, value, arguments| {
        let name = argument(arguments, 0);
        let items = work.items(&value)?;
        let found = items.iter().map(|item| Ok(property(work, item, &name)?.unwrap_or_default()));
        let found = found.collect::<Result<Vec<_>, Failure>>()?;
        work.list(found)
    }),
    filter("compact", 0, 1, |work, value, arguments| {
        let items = work.items(&value)?;
        let mut kept = Vec::new();
        for item in items {
            let Some(looked_at) = looked_at(work, &item, arguments)? else { return Ok(Value::Nil) };
            if !looked_at.is_nil() {
                kept.push(item);
            }
        }
        work.list(kept)
    }),
    filter("uniq", 0, 1, uniq),
    filter("sum", 0, 1, sum),
];

fn join<'v>(work: &mut Work, value: Value<'v>, arguments: &[Value<'v>]) -> Result<Value<'v>, Failure> {
    let glue = arguments.first().map_or(Ok(Str::Lent(" ")), |glue| work.text(glue))?;
    let mut made = String::new();
    for (index, item) in work.items(&value)?.iter().enumerate() {
        if index > 0 {
            work.pay(glue.len())?;
            made.push_str(&glue);
        }
        made.push_str(&work.text(item)?);
    }
    work.made(made)
}

/// The first or the last item, or letter.
pub(crate) fn end<'v>(value: &Value<'v>, is_first: bool) -> Value<'v> {
    match value {
        Value::Str(text) => {
            let letter = if is_first { text.chars().next() } else { text.chars().next_back() };
            letter.map_or(Value::Str(Str::Lent("")), |letter| Value::text(letter.to_string()))
        }
        Value::Array(items) if items.is_empty() => Value::Nil,
        Value::Array(items) => items.at(if is_first { 0 } else { items.len() - 1 }),
        Value::Range(first, last) if first > last => Value::Nil,
        Value::Range(first, last) => Value::Int(if is_first { *first } else { *last }),
        Value::Map(fields) if is_first => {
            let mut found = Value::Nil;
            fields.each(&mut |key, value| {
                if found.is_nil() {
                    found = Value::array(vec![Value::Str(key), value]);
                }
            });
            found
        }
        _ => Value::Nil,
    }
}

fn uniq<'v>(work: &mut Work, value: Value<'v>, arguments: &[Value<'v>]) -> Result<Value<'v>, Failure> {
    let (mut kept, mut seen): (Vec<Value<'v>>, Vec<Value<'v>>) = (Vec::new(), Vec::new());
    for item in work.items(&value)? {
        let Some(looked_at) = looked_at(work, &item, arguments)? else { return Ok(Value::Nil) };
        let mut is_known = false;
        for known in &seen {
            // Not by worth alone: 1 and 1.0 are two.
            let is_alike = std::mem::discriminant(known) == std::mem::discriminant(&looked_at);
            if is_alike && work.equal(known, &looked_at)? {
                is_known = true;
                break;
            }
            work.pay(1)?;
        }
        if !is_known {
            seen.push(looked_at);
            kept.push(item);
        }
    }
    work.list(kept)
}

fn sum<'v>(work: &mut Work, value: Value<'v>, arguments: &[Value<'v>]) -> Result<Value<'v>, Failure> {
    let mut total = Number::Int(0);
    for item in work.items(&value)? {
        let part = match arguments.first() {
            None | Some(Value::Nil) => item,
            Some(name) => property(work, &item, name)?.unwrap_or(Value::Int(0)),
        };
        // A property may be a list itself.
        for part in work.items(&part)? {
            total = total
                .plus(work.number(&part)?)
                .ok_or_else(|| Failure::argument("the sum becomes too large"))?;
        }
    }
    Ok(total.value())
}
