//! Equality, order, containment, and the two words `blank` and `empty`.

use crate::search::find;
use crate::space::is_space;
use std::cmp::Ordering;

use super::{Number, Value};

/// True when two values are the same: numbers by their worth, lists and objects by what they hold.
pub fn equal(a: &Value<'_>, b: &Value<'_>) -> bool {
    match (a, b) {
        (Value::Nil, Value::Nil) => true,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Int(a), Value::Int(b)) => a == b,
        (Value::Int(a), Value::Float(b)) | (Value::Float(b), Value::Int(a)) => *a as f64 == *b,
        (Value::Float(a), Value::Float(b)) => a == b,
        (Value::Str(a), Value::Str(b)) => **a == **b,
        (Value::Range(a, b), Value::Range(c, d)) => (a, b) == (c, d),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| equal(&a, &b))
        }
        (Value::Map(a), Value::Map(b)) => {
            let mut are_equal = a.len() == b.len();
            a.each(&mut |key, value| {
                are_equal = are_equal && b.get(&key).is_some_and(|other| equal(&value, &other));
            });
            are_equal
        }
        _ => false,
    }
}

/// The order of two values; none when they have none.
pub fn order(a: &Value<'_>, b: &Value<'_>) -> Option<Ordering> {
    match (a, b) {
        (Value::Str(a), Value::Str(b)) => Some((**a).cmp(&**b)),
        // As their decimals, and quicker.
        (Value::Float(a), Value::Float(b)) if a.partial_cmp(b).is_some() => a.partial_cmp(b),
        (Value::Int(_) | Value::Float(_), Value::Int(_) | Value::Float(_)) => {
            Some(Number::of(a).compare(Number::of(b)))
        }
        (Value::Array(a), Value::Array(b)) => {
            for (a, b) in a.iter().zip(b.iter()) {
                match order(&a, &b)? {
                    Ordering::Equal => {}
                    other => return Some(other),
                }
            }
            Some(a.len().cmp(&b.len()))
        }
        _ => equal(a, b).then_some(Ordering::Equal),
    }
}

/// `a contains b`: a part of a text, an item of a list, a name of an object. Never true for nil or `false`.
pub fn contains(a: &Value<'_>, b: &Value<'_>) -> bool {
    if !a.is_truthy() || !b.is_truthy() {
        return false;
    }
    match a {
        Value::Str(text) => find(text, &b.to_text()).is_some(),
        Value::Array(items) => items.iter().any(|item| equal(&item, b)),
        Value::Map(fields) => matches!(b, Value::Str(name) if fields.get(name).is_some()),
        Value::Range(first, last) => match b {
            Value::Int(number) => (first..=last).contains(&number),
            Value::Float(number) => *first as f64 <= *number && *number <= *last as f64,
            _ => false,
        },
        _ => false,
    }
}

/// True for what `== empty` means: text, list or object with nothing in it.
pub fn is_empty(value: &Value<'_>) -> bool {
    match value {
        Value::Str(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Map(fields) => fields.is_empty(),
        _ => false,
    }
}

/// True for what `== blank` means: empty, nothing but white space, nil and `false`.
pub fn is_blank(value: &Value<'_>) -> bool {
    match value {
        Value::Nil | Value::Bool(false) => true,
        Value::Str(text) => text.chars().all(is_space),
        other => is_empty(other),
    }
}
