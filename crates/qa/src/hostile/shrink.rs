//! Makes variables smaller for as long as they still break the draft: fewer first, then shorter, then plainer.

use serde_json::{Map, Value, json};

type Variables = Map<String, Value>;

/// Most recipients that are tried on the way; what is small by then has to do.
const MOST_TRIES: usize = 3000;

/// The smallest variables that were found for which `is_broken` still holds. It has to hold for the first ones.
pub(super) fn shrink(variables: Variables, is_broken: impl FnMut(&Variables) -> bool) -> Variables {
    let mut search = Search { best: variables, is_broken, tries: 0 };
    while search.pass() {}
    search.best
}

struct Search<F> {
    best: Variables,
    is_broken: F,
    tries: usize,
}

impl<F: FnMut(&Variables) -> bool> Search<F> {
    /// Tries to make every variable smaller; true when something became smaller.
    fn pass(&mut self) -> bool {
        let names: Vec<String> = self.best.keys().cloned().collect();
        let mut is_smaller = false;
        for name in names {
            is_smaller |= self.without(&name) || self.simpler(&name);
        }
        is_smaller
    }

    fn without(&mut self, name: &str) -> bool {
        let mut variables = self.best.clone();
        variables.remove(name);
        self.take(variables)
    }

    /// Takes the first smaller value that still breaks it, and goes on from there.
    fn simpler(&mut self, name: &str) -> bool {
        let mut is_smaller = false;
        while let Some(value) = self.best.get(name) {
            let candidates = smaller(value);
            let taken = candidates.into_iter().any(|value| {
                let mut variables = self.best.clone();
                variables.insert(name.to_owned(), value);
                self.take(variables)
            });
            if !taken {
                break;
            }
            is_smaller = true;
        }
        is_smaller
    }

    fn take(&mut self, variables: Variables) -> bool {
        if self.tries >= MOST_TRIES {
            return false;
        }
        self.tries += 1;
        let is_broken = (self.is_broken)(&variables);
        if is_broken {
            self.best = variables;
        }
        is_broken
    }
}

/// Values that are smaller than this one, the smallest first. Each is smaller in an order without an endless way
/// down, so that shrinking ends.
fn smaller(value: &Value) -> Vec<Value> {
    match value {
        Value::Null | Value::Bool(false) => Vec::new(),
        Value::Bool(true) => vec![json!(false)],
        Value::Number(number) => {
            let small = [json!(0), json!(1)];
            let is_smaller = |small: &Value| small.as_f64() < number.as_f64().map(f64::abs);
            small.into_iter().filter(is_smaller).collect()
        }
        Value::String(text) => shorter(text).into_iter().map(Value::String).collect(),
        Value::Array(items) => (0..items.len())
            .map(|at| {
                let mut items = items.clone();
                items.remove(at);
                Value::Array(items)
            })
            .chain(each_smaller(items.iter().enumerate(), |at, value| {
                let mut items = items.clone();
                items.get_mut(at).into_iter().for_each(|item| *item = value.clone());
                Value::Array(items)
            }))
            .collect(),
        Value::Object(fields) => fields
            .keys()
            .map(|name| {
                let mut fields = fields.clone();
                fields.remove(name);
                Value::Object(fields)
            })
            .chain(each_smaller(fields.iter(), |name, value| {
                let mut fields = fields.clone();
                fields.insert(name.clone(), value);
                Value::Object(fields)
            }))
            .collect(),
    }
}

/// The whole with one part made smaller, for every part and every way.
fn each_smaller<'v, K: Copy + 'v>(
    parts: impl Iterator<Item = (K, &'v Value)> + 'v,
    whole: impl Fn(K, Value) -> Value + Copy + 'v,
) -> impl Iterator<Item = Value> + 'v {
    parts.flat_map(move |(key, part)| smaller(part).into_iter().map(move |value| whole(key, value)))
}

/// Texts that are shorter by a piece, large pieces first; then, of the same length, plainer by one sign.
fn shorter(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut texts = Vec::new();
    let mut piece = chars.len();
    while piece > 0 {
        // All places for short texts; for long ones the beginning and the end tell enough.
        let places: Vec<usize> = if chars.len() <= 32 {
            (0..=chars.len() - piece).collect()
        } else {
            vec![chars.len() - piece, 0]
        };
        texts.extend(
            places
                .into_iter()
                .map(|at| chars.iter().take(at).chain(chars.iter().skip(at + piece)).collect::<String>()),
        );
        piece /= 2;
    }
    if chars.len() <= 32 {
        let is_plainer = |c: char| c != 'a';
        texts.extend((0..chars.len()).filter(|&at| chars.get(at).copied().is_some_and(is_plainer)).map(
            |at| {
                chars
                    .iter()
                    .enumerate()
                    .map(|(place, &c)| if place == at { 'a' } else { c })
                    .collect::<String>()
            },
        ));
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shrunk(variables: Value, is_broken: impl Fn(&Variables) -> bool) -> Value {
        let Value::Object(variables) = variables else { return Value::Null };
        Value::Object(shrink(variables, |variables| is_broken(variables)))
    }

    #[test]
    fn what_does_not_matter_goes() {
        let text = |variables: &Variables, name: &str| {
            variables.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let bytes = |variables: &Variables| text(variables, "a").len() + text(variables, "b").len();
        for (broken, smallest) in [
            (shrunk(json!({"a": "x", "b": 7}), |_| true), json!({})),
            (
                shrunk(json!({"a": "Hello {{ you", "b": 1}), |v| text(v, "a").contains("{{")),
                json!({"a": "{{"}),
            ),
            (shrunk(json!({"a": "x".repeat(5000)}), |v| bytes(v) > 37), json!({"a": "x".repeat(38)})),
            (
                shrunk(json!({"a": [1, "x", {"k": "v", "l": 2}]}), |v| {
                    v.get("a").and_then(|a| a.as_array()).is_some_and(|a| a.iter().any(Value::is_object))
                }),
                json!({"a": [{}]}),
            ),
            (shrunk(json!({"a": -17.5}), |v| v.get("a").is_some_and(Value::is_number)), json!({"a": 0})),
            (shrunk(json!({"a": "écoute"}), |v| text(v, "a").chars().count() == 6), json!({"a": "aaaaaa"})),
        ] {
            assert_eq!(broken, smallest);
        }
    }

    #[test]
    fn a_draft_that_breaks_in_odd_ways_is_given_up_in_time() {
        let mut calls = 0;
        let variables: Variables = (0..200).map(|at| (at.to_string(), json!("some text"))).collect();
        shrink(variables.clone(), |smaller| {
            calls += 1;
            *smaller == variables
        });
        assert!(calls <= MOST_TRIES);
    }
}
