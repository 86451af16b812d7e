//! Filters that compute.

use std::cmp::Ordering;

use super::{Failure, Filter, Work, argument, filter};
use crate::values::{Number, Value};

pub(super) const FILTERS: &[Filter] = &[
    filter("plus", 1, 1, |work, value, arguments| computed(work, value, arguments, Number::plus)),
    filter("minus", 1, 1, |work, value, arguments| computed(work, value, arguments, Number::minus)),
    filter("times", 1, 1, |work, value, arguments| computed(work, value, arguments, Number::times)),
    filter("divided_by", 1, 1, |work, value, arguments| divided(work, value, arguments, Number::divided_by)),
    filter("modulo", 1, 1, |work, value, arguments| divided(work, value, arguments, Number::modulo)),
    filter("abs", 0, 0, |work, value, _| shown(work.number(&value)?.abs())),
    filter("ceil", 0, 0, |work, value, _| shown(work.number(&value)?.ceil().map(Number::Int))),
    filter("floor", 0, 0, |work, value, _| shown(work.number(&value)?.floor().map(Number::Int))),
    filter("round", 0, 1, |work, value, arguments| {
        let places = work.number(&argument(arguments, 0))?.truncated();
        shown(work.number(&value)?.round(places))
    }),
    filter("at_least", 1, 1, |work, value, arguments| bounded(work, &value, arguments, Ordering::Less)),
    filter("at_most", 1, 1, |work, value, arguments| bounded(work, &value, arguments, Ordering::Greater)),
];

type Operation = fn(Number, Number) -> Option<Number>;

fn shown<'v>(number: Option<Number>) -> Result<Value<'v>, Failure> {
    number.map(Number::value).ok_or_else(|| Failure::argument("the number becomes too large"))
}

fn computed<'v>(
    work: &mut Work,
    value: Value<'v>,
    arguments: &[Value<'v>],
    operation: Operation,
) -> Result<Value<'v>, Failure> {
    shown(operation(work.number(&value)?, work.number(&argument(arguments, 0))?))
}

fn divided<'v>(
    work: &mut Work,
    value: Value<'v>,
    arguments: &[Value<'v>],
    operation: Operation,
) -> Result<Value<'v>, Failure> {
    if work.number(&argument(arguments, 0))?.is_zero() {
        return Err(Failure::ZeroDivision);
    }
    computed(work, value, arguments, operation)
}

/// The value, or the bound when the value lies on this side of it.
fn bounded<'v>(
    work: &mut Work,
    value: &Value<'_>,
    arguments: &[Value<'_>],
    side: Ordering,
) -> Result<Value<'v>, Failure> {
    let (number, bound) = (work.number(value)?, work.number(&argument(arguments, 0))?);
    Ok(if number.compare(bound) == side { bound.value() } else { number.value() })
}
