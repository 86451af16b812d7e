//! What a cell means once its column has a type. A cell that does not fit its type stays text and is never changed.

use push_liquid::{Str, Value};
use serde_json::{Number, Value as Json};

use crate::column::CellType;

/// A cell with its type.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Typed<'t> {
    /// Text.
    Text(&'t str),
    /// A number.
    Number(Number),
    /// `true` or `false`.
    Boolean(bool),
    /// A list or an object of JSON, or `null`.
    Nested(Json),
}

/// Reads a cell by the type of its column. `raw` is how it is written, `text` how it reads.
pub(crate) fn typed<'t>(cells: CellType, raw: &str, text: &'t str) -> Typed<'t> {
    let read = match cells {
        CellType::Text => None,
        CellType::Number => number(text).map(Typed::Number),
        CellType::Boolean => boolean(text).map(Typed::Boolean),
        CellType::Json if raw.starts_with('"') => None,
        CellType::Json => serde_json::from_str(raw).ok().map(|json| match json {
            Json::Bool(value) => Typed::Boolean(value),
            Json::Number(value) => Typed::Number(value),
            json => Typed::Nested(json),
        }),
    };
    read.unwrap_or(Typed::Text(text))
}

/// True when a cell does not fit the type of its column.
pub(crate) fn is_bad(cells: CellType, text: &str) -> bool {
    match cells {
        CellType::Text | CellType::Json => false,
        CellType::Number => number(text).is_none(),
        CellType::Boolean => boolean(text).is_none(),
    }
}

/// A number as JSON writes it, blanks around it aside: no leading zero, no plus sign, a point for the fraction.
fn number(text: &str) -> Option<Number> {
    text.trim().parse().ok()
}

/// `true` or `false`, letters small or capital.
pub(crate) fn boolean(text: &str) -> Option<bool> {
    let text = text.trim();
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    is("true").then_some(true).or_else(|| is("false").then_some(false))
}

impl<'t> Typed<'t> {
    /// For a template.
    pub fn into_liquid(self) -> Value<'t> {
        match self {
            Self::Text(text) => Value::Str(Str::Lent(text)),
            Self::Number(number) => of_number(&number),
            Self::Boolean(value) => Value::Bool(value),
            Self::Nested(json) => made(&json),
        }
    }

    /// For a request.
    pub fn into_json(self) -> Json {
        match self {
            Self::Text(text) => Json::String(text.to_owned()),
            Self::Number(number) => Json::Number(number),
            Self::Boolean(value) => Json::Bool(value),
            Self::Nested(json) => json,
        }
    }
}

fn of_number(number: &Number) -> Value<'static> {
    match number.as_i64() {
        Some(number) => Value::Int(number),
        None => Value::Float(number.as_f64().unwrap_or(f64::NAN)),
    }
}

/// A value that owns what it holds: the JSON is gone when the render reads it.
fn made(json: &Json) -> Value<'static> {
    match json {
        Json::Null => Value::Nil,
        Json::Bool(value) => Value::Bool(*value),
        Json::Number(number) => of_number(number),
        Json::String(text) => Value::text(text.as_str()),
        Json::Array(items) => Value::array(items.iter().map(made).collect()),
        Json::Object(fields) => {
            let fields = fields.iter().map(|(key, value)| (Str::Made(key.as_str().into()), made(value)));
            Value::Map(push_liquid::Map::Made(fields.collect()))
        }
    }
}
