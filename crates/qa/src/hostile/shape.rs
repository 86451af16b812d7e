//! Which variables a draft reads, laid out as the objects that a recipient brings.

use push_api::Draft;
use push_liquid::Template;
use serde_json::{Map, Value};

/// The variables that a draft reads, each once, in the order of the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Shape {
    /// Names from the outermost to the innermost.
    paths: Vec<Vec<String>>,
}

impl Shape {
    /// The variables of title, body and tags. A text that is no Liquid reads none.
    pub fn of(draft: &Draft) -> Self {
        let tags = draft.tags.iter().flat_map(|(key, value)| [key, value]);
        let mut paths = Vec::new();
        for text in [&draft.title, &draft.body].into_iter().chain(tags) {
            let Ok(template) = Template::parse(text) else { continue };
            for variable in template.variables() {
                let path = names(variable.name, variable.path);
                if !paths.contains(&path) {
                    paths.push(path);
                }
            }
        }
        Self { paths }
    }

    /// How many variables.
    pub fn len(&self) -> usize {
        self.paths.len()
    }

    /// Each as it is written.
    pub fn paths(&self) -> Vec<String> {
        self.paths.iter().map(|names| names.join(".")).collect()
    }

    /// A recipient's variables with a value for each; those that get none are left out. A value for a part of
    /// something that has a value of its own already is left out as well.
    pub fn filled(&self, mut value: impl FnMut(usize) -> Option<Value>) -> Map<String, Value> {
        let mut variables = Map::new();
        for (at, names) in self.paths.iter().enumerate() {
            if let Some(value) = value(at) {
                put(&mut variables, names, value);
            }
        }
        variables
    }
}

/// The names of a path. What is not plainly `a.b.c` ends it: an index or a name in brackets is read of the value.
fn names(root: &str, path: &str) -> Vec<String> {
    let rest = path.get(root.len()..).unwrap_or_default();
    let parts = rest.strip_prefix('.').into_iter().flat_map(|rest| rest.split('.'));
    let is_name =
        |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    // These are read of texts and lists, and no names of their own.
    let is_field = |part: &&str| is_name(part) && !["size", "first", "last"].contains(part);
    std::iter::once(root).chain(parts.take_while(is_field)).map(str::to_owned).collect()
}

fn put(into: &mut Map<String, Value>, names: &[String], value: Value) {
    match names {
        [] => {}
        [name] => _ = into.entry(name.clone()).or_insert(value),
        [name, rest @ ..] => {
            let inner = into.entry(name.clone()).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_laid_out_as_the_template_reads_them() {
        let draft = Draft {
            title: "{{ name }} {{ order.id }}".into(),
            body: "{% for p in items %}{{ p.name }}{% endfor %}{{ order.to.city }}{{ name.size }}{{ list[0].x }}".into(),
            tags: vec![("k".into(), "{{ name }} {{ campaign }}".into())],
            ..Draft::default()
        };
        let shape = Shape::of(&draft);
        assert_eq!(shape.paths(), ["name", "order.id", "items", "order.to.city", "list", "campaign"]);
        let json = Value::Object(shape.filled(|at| Some(at.into())));
        assert_eq!(
            json.to_string(),
            r#"{"campaign":5,"items":2,"list":4,"name":0,"order":{"id":1,"to":{"city":3}}}"#
        );
    }

    #[test]
    fn a_variable_without_a_value_is_left_out() {
        let draft = Draft { body: "{{ a }}{{ b.c }}".into(), ..Draft::default() };
        assert!(Shape::of(&draft).filled(|_| None).is_empty());
    }
}
