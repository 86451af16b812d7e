//! A payload laid out as a flat list of paths and values, in order: what two payloads are compared by.

use std::collections::HashMap;

use serde_json::Value;

use super::Change;

/// Paths with their values, each path once, in the order in which they were put in. A value that is none holds the
/// place of one that may come.
#[derive(Debug, Default)]
pub(super) struct Leaves(Vec<(String, Option<String>)>);

impl Leaves {
    /// Puts in a text. An empty one is none: in a draft nothing tells them apart.
    pub fn text(&mut self, path: &str, text: &str) {
        self.0.push((path.to_owned(), (!text.is_empty()).then(|| text.to_owned())));
    }

    /// Puts in a number, when there is one.
    pub fn number(&mut self, path: &str, number: Option<u32>) {
        self.0.push((path.to_owned(), number.map(|number| number.to_string())));
    }

    /// Puts in texts under their keys. A key that stands twice gets its place as well, so that neither is lost.
    pub fn pairs(&mut self, path: &str, pairs: &[(String, String)]) {
        let mut seen: HashMap<&str, u32> = HashMap::new();
        for (key, value) in pairs {
            let times = seen.entry(key).or_default();
            *times += 1;
            let again = if *times > 1 { format!(" ({times})") } else { String::new() };
            self.0.push((format!("{}{again}", below(path, key)), Some(value.clone())));
        }
    }

    /// Puts in a value that is written as JSON, part by part. A text that is no JSON counts as it stands.
    pub fn json(&mut self, path: &str, key: &str, json: &str) {
        let path = below(path, key);
        match serde_json::from_str(json) {
            Ok(value) => self.value(path, &value),
            Err(_) => self.0.push((path, Some(json.to_owned()))),
        }
    }

    fn value(&mut self, path: String, value: &Value) {
        match value {
            Value::Object(fields) if !fields.is_empty() => {
                // By name, so that the order does not hang on how the JSON library was built.
                let mut fields: Vec<(&String, &Value)> = fields.iter().collect();
                fields.sort_by_key(|(key, _)| *key);
                for (key, field) in fields {
                    self.value(below(&path, key), field);
                }
            }
            Value::Array(items) if !items.is_empty() => {
                for (at, item) in items.iter().enumerate() {
                    self.value(format!("{path}[{at}]"), item);
                }
            }
            Value::String(text) => self.0.push((path, Some(text.clone()))),
            other => self.0.push((path, Some(other.to_string()))),
        }
    }

    /// What differs, in the order of the earlier one, and then what is new.
    pub fn changes(&self, after: &Self) -> Vec<Change> {
        let (earlier, later) = (self.by_path(), after.by_path());
        let changed = self.0.iter().map(|(path, value)| (path, value.as_deref(), later.get(path.as_str())));
        let changed = changed.map(|(path, old, new)| (path, old, new.copied().flatten()));
        let new = after.0.iter().filter(|(path, _)| !earlier.contains_key(path.as_str()));
        let new = new.map(|(path, value)| (path, None, value.as_deref()));
        let differs = changed.chain(new).filter(|(_, before, after)| before != after);
        differs
            .map(|(path, before, after)| Change {
                path: path.clone(),
                before: before.map(str::to_owned),
                after: after.map(str::to_owned),
            })
            .collect()
    }

    fn by_path(&self) -> HashMap<&str, Option<&str>> {
        self.0.iter().map(|(path, value)| (path.as_str(), value.as_deref())).collect()
    }
}

/// The path of a field. A key that could be read as several is put in brackets and quotes.
fn below(path: &str, key: &str) -> String {
    let is_plain = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    if is_plain { format!("{path}.{key}") } else { format!("{path}[{key:?}]") }
}
