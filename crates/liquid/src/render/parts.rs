//! What a value has inside: the fields of an object, the items of a list, and how many there are.

use crate::values::Value;

/// What a value has under a name, `size`, `first` and `last` included.
pub(super) fn field<'v>(value: &Value<'v>, name: &str) -> Value<'v> {
    let found = match value {
        Value::Map(fields) => fields.get(name),
        Value::Loop(vars) => vars.get(name),
        _ => None,
    };
    found.unwrap_or_else(|| match name {
        "size"
            if matches!(
                value,
                Value::Str(_) | Value::Array(_) | Value::Map(_) | Value::Range(..) | Value::Int(_)
            ) =>
        {
            crate::filters::size(value)
        }
        "first" => crate::filters::end(value, true),
        "last" => crate::filters::end(value, false),
        _ => Value::Nil,
    })
}

/// What a value has under a computed key.
pub(super) fn item<'v>(value: &Value<'v>, key: &Value<'v>) -> Value<'v> {
    match (value, key) {
        (Value::Array(items), Value::Int(index)) => {
            let length = i64::try_from(items.len()).unwrap_or(i64::MAX);
            let index = if *index < 0 { index.saturating_add(length) } else { *index };
            usize::try_from(index).map_or(Value::Nil, |index| items.at(index))
        }
        (Value::Map(fields), Value::Str(name)) => fields.get(name).unwrap_or_default(),
        (Value::Loop(vars), Value::Str(name)) => vars.get(name).unwrap_or_default(),
        _ => Value::Nil,
    }
}
