//! Filters that sort. Nil comes last; what cannot be compared is a fault.

use std::cmp::Ordering;

use super::select::looked_at;
use super::{Failure, Filter, Work, filter};
use crate::values::{Value, order};

pub(super) const FILTERS: &[Filter] = &[
    filter("sort", 0, 1, |work, value, arguments| {
        sorted(work, &value, arguments, |a, b| {
            let incompatible = || Failure::argument("values of different kinds cannot be sorted");
            nil_last(a, b).map_or_else(|| order(a, b).ok_or_else(incompatible), Ok)
        })
    }),
    filter("sort_natural", 0, 1, |work, value, arguments| {
        sorted(work, &value, arguments, |a, b| {
            let by_letters = || {
                let (a, b) = (a.to_text(), b.to_text());
                let lower = |byte: u8| byte.to_ascii_lowercase();
                a.bytes().map(lower).cmp(b.bytes().map(lower))
            };
            Ok(nil_last(a, b).unwrap_or_else(by_letters))
        })
    }),
];

/// The order when one of the two is nil.
fn nil_last(a: &Value<'_>, b: &Value<'_>) -> Option<Ordering> {
    match (a.is_nil(), b.is_nil()) {
        (false, false) => None,
        (a, b) => Some(a.cmp(&b)),
    }
}

type Compare = fn(&Value<'_>, &Value<'_>) -> Result<Ordering, Failure>;

fn sorted<'v>(
    work: &mut Work,
    value: &Value<'v>,
    arguments: &[Value<'v>],
    compare: Compare,
) -> Result<Value<'v>, Failure> {
    let items = work.items(value)?;
    let mut keyed = Vec::with_capacity(items.len());
    for item in items {
        let Some(key) = looked_at(work, &item, arguments)? else { return Ok(Value::Nil) };
        keyed.push((key, item));
    }
    // Each is compared about as often as the list can be halved.
    let rounds = usize::BITS - keyed.len().leading_zeros();
    for _ in 0..rounds {
        keyed.iter().try_for_each(|(key, _)| work.measure(key))?;
    }
    let keyed = merge_sorted(keyed, compare)?;
    work.list(keyed.into_iter().map(|(_, item)| item).collect())
}

/// Sorts, keeps the order of equal ones, and ends at the first pair that cannot be compared. The library's sort
/// may panic when an order contradicts itself, and nothing vouches for that of a template's values.
fn merge_sorted<'v>(
    mut items: Vec<(Value<'v>, Value<'v>)>,
    compare: Compare,
) -> Result<Vec<(Value<'v>, Value<'v>)>, Failure> {
    if items.len() < 2 {
        return Ok(items);
    }
    let second = merge_sorted(items.split_off(items.len() / 2), compare)?;
    let first = merge_sorted(items, compare)?;
    let mut merged = Vec::with_capacity(first.len() + second.len());
    let (mut first, mut second) = (first.into_iter().peekable(), second.into_iter().peekable());
    loop {
        let takes_second = match (first.peek(), second.peek()) {
            (Some((a, _)), Some((b, _))) => compare(a, b)? == Ordering::Greater,
            (None, Some(_)) => true,
            (Some(_), None) => false,
            (None, None) => return Ok(merged),
        };
        merged.extend(if takes_second { second.next() } else { first.next() });
    }
}
