//! JSON whose objects keep their order: a case may show the fields of an object one after another.

use std::fmt;

use push_liquid::{Array, Lookup, Map, Object, Sequence, Str, Value};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A value of the suite.
#[derive(Debug, Default)]
pub enum Data {
    #[default]
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    List(Items),
    Fields(Fields),
}

/// A list.
#[derive(Debug, Default)]
pub struct Items(Vec<Data>);

/// An object in its order.
#[derive(Debug, Default)]
pub struct Fields(Vec<(String, Data)>);

impl Data {
    /// The value as a render sees it.
    pub fn value(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Nil,
            Self::Bool(value) => Value::Bool(*value),
            Self::Int(number) => Value::Int(*number),
            Self::Float(number) => Value::Float(*number),
            Self::Text(text) => Value::Str(Str::Lent(text)),
            Self::List(items) => Value::Array(Array::Lent(items)),
            Self::Fields(fields) => Value::Map(Map::Lent(fields)),
        }
    }
}

impl Sequence for Items {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn at(&self, index: usize) -> Value<'_> {
        self.0.get(index).map_or(Value::Nil, Data::value)
    }
}

impl Lookup for Fields {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, data)| data.value())
    }
}

impl Object for Fields {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn each<'s>(&'s self, visit: &mut dyn FnMut(&'s str, Value<'s>)) {
        self.0.iter().for_each(|(key, data)| visit(key, data.value()));
    }
}

impl Lookup for Data {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        if let Self::Fields(fields) = self { fields.get(name) } else { None }
    }
}

impl<'de> Deserialize<'de> for Data {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Data;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Data, E> {
        Ok(Data::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Data, E> {
        Ok(Data::Bool(value))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Data, E> {
        Ok(Data::Int(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Data, E> {
        Ok(i64::try_from(number).map_or(Data::Float(number as f64), Data::Int))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Data, E> {
        Ok(Data::Float(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Data, E> {
        Ok(Data::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Data, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Data::List(Items(list)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Data, A::Error> {
        let mut fields = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            fields.push(entry);
        }
        Ok(Data::Fields(Fields(fields)))
    }
}
