//! Filters that compute.

use std::cmp::Ordering;

use super::text::places;
use super::{Failure, Filter, argument, filter};
use crate::values::{Number, Value};

pub(super) const FILTERS: &[Filter] = &[
    filter("plus", 1, 1, |_, value, arguments| computed(value, arguments, Number::plus)),
    filter("minus", 1, 1, |_, value, arguments| computed(value, arguments, Number::minus)),
    filter("times", 1, 1, |_, value, arguments| computed(value, arguments, Number::times)),
    filter("divided_by", 1, 1, |_, value, arguments| divided(value, arguments, Number::divided_by)),
    filter("modulo", 1, 1, |_, value, arguments| divided(value, arguments, Number::modulo)),
    filter("abs", 0, 0, |_, value, _| shown(Number::of(&value).abs())),
    filter("ceil", 0, 0, |_, value, _| shown(Number::of(&value).ceil().map(Number::Int))),
    filter("floor", 0, 0, |_, value, _| shown(Number::of(&value).floor().map(Number::Int))),
    filter("round", 0, 1, |_, value, arguments| {
        shown(Number::of(&value).round(places(&argument(arguments, 0))))
    }),
    filter("at_least", 1, 1, |_, value, arguments| Ok(bounded(&value, arguments, Ordering::Less))),
    filter("at_most", 1, 1, |_, value, arguments| Ok(bounded(&value, arguments, Ordering::Greater))),
];

type Operation = fn(Number, Number) -> Option<Number>;

fn shown<'v>(number: Option<Number>) -> Result<Value<'v>, Failure> {
    number.map(Number::value).ok_or_else(|| Failure::argument("the number becomes too large"))
}

fn computed<'v>(
    value: Value<'v>,
    arguments: &[Value<'v>],
    operation: Operation,
) -> Result<Value<'v>, Failure> {
    shown(operation(Number::of(&value), Number::of(&argument(arguments, 0))))
}

fn divided<'v>(
    value: Value<'v>,
    arguments: &[Value<'v>],
    operation: Operation,
) -> Result<Value<'v>, Failure> {
    if Number::of(&argument(arguments, 0)).is_zero() {
        return Err(Failure::ZeroDivision);
    }
    computed(value, arguments, operation)
}

/// The value, or the bound when the value lies on this side of it.
fn bounded<'v>(value: &Value<'_>, arguments: &[Value<'_>], side: Ordering) -> Value<'v> {
    let (number, bound) = (Number::of(value), Number::of(&argument(arguments, 0)));
    if number.compare(bound) == side { bound.value() } else { number.value() }
}
