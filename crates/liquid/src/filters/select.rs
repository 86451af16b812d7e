//! Filters that choose items by a property.

use super::{Failure, Filter, Work, argument, filter};
use crate::search::find;
use crate::values::Value;

pub(super) const FILTERS: &[Filter] = &[
    filter("where", 1, 2, |work, value, arguments| kept(work, &value, arguments, true)),
    filter("reject", 1, 2, |work, value, arguments| kept(work, &value, arguments, false)),
    filter("find", 1, 2, |work, value, arguments| {
        let items = work.items(&value)?;
        Ok(position(work, &items, arguments)?.flatten().map_or(Value::Nil, |index| items[index].clone()))
    }),
    filter("find_index", 1, 2, |work, value, arguments| {
        let items = work.items(&value)?;
        let index = position(work, &items, arguments)?.flatten();
        Ok(index.map_or(Value::Nil, |index| Value::Int(i64::try_from(index).unwrap_or(i64::MAX))))
    }),
    filter("has", 1, 2, |work, value, arguments| {
        let items = work.items(&value)?;
        let found = position(work, &items, arguments)?;
        Ok(found.map_or(Value::Nil, |index| Value::Bool(index.is_some())))
    }),
];

/// What an item has under a name: the value of a field, or the name itself for a text that holds it.
///
/// None for what has no properties at all (nil, `true`, a float); a fault for what has, but none by name.
pub(super) fn property<'v>(
    work: &mut Work,
    item: &Value<'v>,
    name: &Value<'v>,
) -> Result<Option<Value<'v>>, Failure> {
    let cannot = || Failure::argument("an item has no property of this kind");
    match (item, name) {
        (Value::Map(fields), Value::Str(name)) => Ok(Some(fields.get(name).unwrap_or_default())),
        (Value::Map(_), _) => Ok(Some(Value::Nil)),
        (Value::Str(text), Value::Str(name)) => {
            work.pay(text.len() + name.len())?;
            Ok(Some(if find(text, name).is_some() { Value::Str(name.clone()) } else { Value::Nil }))
        }
        (Value::Str(text), Value::Int(index)) => {
            work.pay(text.len())?;
            let length = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
            let index = if *index < 0 { index.saturating_add(length) } else { *index };
            let letter = usize::try_from(index).ok().and_then(|index| text.chars().nth(index));
            Ok(Some(letter.map_or(Value::Nil, |letter| Value::text(letter.to_string()))))
        }
        (Value::Int(number), Value::Int(bit)) => {
            let shift = u32::try_from(*bit).ok().filter(|bit| *bit < 64);
            let sign = i64::from(*number < 0);
            Ok(Some(Value::Int(shift.map_or(if *bit < 0 { 0 } else { sign }, |bit| number >> bit & 1))))
        }
        (Value::Str(_) | Value::Int(_), _) => Err(cannot()),
        _ => Ok(None),
    }
}

/// What a filter looks at in an item: the property that its first argument names, or the item itself without one.
///
/// None for what has no properties at all.
pub(super) fn looked_at<'v>(
    work: &mut Work,
    item: &Value<'v>,
    arguments: &[Value<'v>],
) -> Result<Option<Value<'v>>, Failure> {
    match arguments.first() {
        None | Some(Value::Nil) => Ok(Some(item.clone())),
        Some(name) => property(work, item, name),
    }
}

/// Whether an item has the property, and with this value when one is given; none for what has no properties.
fn fits<'v>(work: &mut Work, item: &Value<'v>, arguments: &[Value<'v>]) -> Result<Option<bool>, Failure> {
    let Some(found) = property(work, item, &argument(arguments, 0))? else { return Ok(None) };
    match argument(arguments, 1) {
        Value::Nil => Ok(Some(found.is_truthy())),
        wanted => work.equal(&found, &wanted).map(Some),
    }
}

fn kept<'v>(
    work: &mut Work,
    value: &Value<'v>,
    arguments: &[Value<'v>],
    wanted: bool,
) -> Result<Value<'v>, Failure> {
    let mut chosen = Vec::new();
    for item in work.items(value)? {
        match fits(work, &item, arguments)? {
            None => return Ok(Value::Nil),
            Some(fits) if fits == wanted => chosen.push(item),
            Some(_) => {}
        }
    }
    work.list(chosen)
}

/// Where the first item stands that fits; none when an item before it has no properties.
fn position<'v>(
    work: &mut Work,
    items: &[Value<'v>],
    arguments: &[Value<'v>],
) -> Result<Option<Option<usize>>, Failure> {
    for (index, item) in items.iter().enumerate() {
        match fits(work, item, arguments)? {
            None => return Ok(None),
            Some(true) => return Ok(Some(Some(index))),
            Some(false) => {}
        }
    }
    Ok(Some(None))
}
