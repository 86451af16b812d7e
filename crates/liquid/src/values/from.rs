//! Values from Rust's own types, and the collections that can be a recipient's variables.

use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasher;

use super::{Lookup, Str, Value};

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Self::Str(Str::Lent(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Float(number)
    }
}

/// No variables at all.
impl Lookup for () {
    fn get(&self, _: &str) -> Option<Value<'_>> {
        None
    }
}

/// Few variables, as pairs of name and text: looking through them is quicker than hashing.
impl<K: AsRef<str>, T: AsRef<str>> Lookup for [(K, T)] {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        self.iter().find(|(key, _)| key.as_ref() == name).map(|(_, text)| Value::from(text.as_ref()))
    }
}

impl<K: AsRef<str>, T: AsRef<str>, const N: usize> Lookup for [(K, T); N] {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        Lookup::get(self.as_slice(), name)
    }
}

impl<T: AsRef<str>> Lookup for BTreeMap<String, T> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        BTreeMap::get(self, name).map(|text| Value::from(text.as_ref()))
    }
}

impl<T: AsRef<str>, S: BuildHasher> Lookup for HashMap<String, T, S> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        HashMap::get(self, name).map(|text| Value::from(text.as_ref()))
    }
}
