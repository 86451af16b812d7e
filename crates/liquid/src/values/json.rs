//! Variables straight from JSON, without copying them.

use serde_json::{Map as JsonMap, Value as Json};

use super::{Array, Lookup, Map, Object, Sequence, Str, Value};

impl<'v> From<&'v Json> for Value<'v> {
    fn from(json: &'v Json) -> Self {
        match json {
            Json::Null => Self::Nil,
            Json::Bool(value) => Self::Bool(*value),
            Json::Number(number) => match number.as_i64() {
                Some(number) => Self::Int(number),
                None => Self::Float(number.as_f64().unwrap_or(f64::NAN)),
            },
            Json::String(text) => Self::Str(Str::Lent(text)),
            Json::Array(items) => Self::Array(Array::Lent(items)),
            Json::Object(fields) => Self::Map(Map::Lent(fields)),
        }
    }
}

impl Sequence for Vec<Json> {
    fn len(&self) -> usize {
        self.len()
    }

    fn at(&self, index: usize) -> Value<'_> {
        self.get(index).map_or(Value::Nil, Value::from)
    }
}

impl Lookup for JsonMap<String, Json> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        self.get(name).map(Value::from)
    }
}

impl Object for JsonMap<String, Json> {
    fn len(&self) -> usize {
        self.len()
    }

    fn each<'s>(&'s self, visit: &mut dyn FnMut(&'s str, Value<'s>)) {
        self.iter().for_each(|(key, value)| visit(key, value.into()));
    }
}

/// Only an object has variables.
impl Lookup for Json {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        self.as_object()?.get(name).map(Value::from)
    }
}
