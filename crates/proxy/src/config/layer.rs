//! The layers of configuration: each is a set of texts by key, and a later layer goes before an earlier one.
//!
//! Names are checked here, values are not; a text remembers where it was given, so that a complaint can say so.

use std::collections::HashMap;
use std::ffi::OsString;

use toml::{Table, Value};
use zeroize::Zeroizing;

use super::BadConfig;
use super::key::{self, KEYS, Key, Kind};

/// Variables of the same prefix that are not for the proxy: the tests use this one to find its binary.
const FOREIGN: [&str; 1] = ["PUSH_PROXY_BIN"];
const PREFIX: &str = "PUSH_PROXY_";

/// A value as text, and where it was given.
pub struct Given {
    /// The text.
    pub text: Zeroizing<String>,
    /// Where it stands, for a complaint.
    pub source: String,
}

/// Everything that was given, by the name of the key.
#[derive(Default)]
pub struct Layers(HashMap<&'static str, Given>);

impl Layers {
    /// The text for a key, when one was given. An empty text counts as none.
    pub fn get(&self, key: &Key) -> Option<&Given> {
        self.0.get(key.name)
    }

    /// Adds a value that goes before what was there.
    pub fn put(&mut self, key: &'static Key, text: impl Into<String>, source: impl Into<String>) {
        let text = Zeroizing::new(text.into());
        if !text.is_empty() {
            self.0.insert(key.name, Given { text, source: source.into() });
        }
    }

    /// Adds the keys of a TOML file; `name` is how to call it in a complaint.
    ///
    /// # Errors
    /// Names the line that is not TOML, the key that is not known, or the key whose value has the wrong kind.
    pub fn add_file(&mut self, name: &str, text: &str) -> Result<(), BadConfig> {
        let table: Table = toml::from_str(text).map_err(|error| {
            // The error's own text would quote the line, which may hold a secret.
            let line = error.span().map_or(0, |span| text[..span.start].matches('\n').count() + 1);
            BadConfig::new(format!("{name} is not TOML at line {line}: {}", error.message()))
        })?;
        self.add_table(name, "", &table)
    }

    fn add_table(&mut self, file: &str, above: &str, table: &Table) -> Result<(), BadConfig> {
        for (name, value) in table {
            let name = if above.is_empty() { name.clone() } else { format!("{above}.{name}") };
            if let Value::Table(inner) = value
                && KEYS.iter().any(|key| key.name.split_once('.').is_some_and(|(root, _)| root == name))
            {
                self.add_table(file, &name, inner)?;
                continue;
            }
            let Some(key) = key::by_name(&name) else {
                let hint = key::suggest(&name, KEYS.iter().map(|key| key.name));
                return Err(BadConfig::new(format!("{file}: the key `{name}` is not known.{hint}")));
            };
            let source = format!("`{name}` in {file}");
            let text = plain(key.kind, value)
                .ok_or_else(|| BadConfig::new(format!("{source} has to be {}", key.kind.in_words())))?;
            self.put(key, text, source);
        }
        Ok(())
    }

    /// Adds the variables of an environment that are keys.
    ///
    /// # Errors
    /// Names the variable that begins with `PUSH_PROXY_` and is no key, or the one that is not text.
    pub fn add_environment(
        &mut self,
        vars: impl Iterator<Item = (OsString, OsString)>,
    ) -> Result<(), BadConfig> {
        for (name, value) in vars {
            let Some(name) = name.to_str() else { continue };
            let Some(key) = key::by_env(name) else {
                if name.starts_with(PREFIX) && !FOREIGN.contains(&name) {
                    let hint = key::suggest(name, KEYS.iter().map(|key| key.env));
                    return Err(BadConfig::new(format!("The variable `{name}` is not known.{hint}")));
                }
                continue;
            };
            let value = value
                .into_string()
                .map_err(|_| BadConfig::new(format!("The variable `{name}` is not readable text.")))?;
            self.put(key, value, format!("the variable {name}"));
        }
        Ok(())
    }
}

/// A TOML value as the text that the environment would hold; `None` when its kind does not fit the key.
fn plain(kind: Kind, value: &Value) -> Option<String> {
    match (kind, value) {
        (Kind::Text | Kind::Secret | Kind::Duration, Value::String(text)) => Some(text.clone()),
        (Kind::Number, Value::Integer(number)) => Some(number.to_string()),
        (Kind::Flag, Value::Boolean(flag)) => Some(flag.to_string()),
        (Kind::List, Value::Array(items)) => {
            let texts: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
            // A comma inside an item would make two of it.
            texts.filter(|texts| texts.iter().all(|text| !text.contains(','))).map(|texts| texts.join(","))
        }
        _ => None,
    }
}

impl Kind {
    fn in_words(self) -> &'static str {
        match self {
            Self::Text | Self::Secret => "a text in quotes",
            Self::List => "a list of texts, such as [\"a\", \"b\"]",
            Self::Duration => "a length of time in quotes, such as \"5s\"",
            Self::Number => "a whole number",
            Self::Flag => "true or false",
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn file(text: &str) -> Result<Layers, BadConfig> {
        let mut layers = Layers::default();
        layers.add_file("p.toml", text).map(|()| layers)
    }

    #[test]
    fn a_file_s_mistakes_are_named() {
        for (text, words) in [
            ("lissten = \"x\"", "the key `lissten` is not known. Did you mean `listen`?"),
            ("[timeout]\nconect = \"5s\"", "`timeout.conect` is not known. Did you mean `timeout.connect`?"),
            ("[sandboxx]\nseed = 1", "`sandboxx` is not known"),
            ("[listen]\nport = 1", "`listen` in p.toml has to be a text"),
            ("listen = 8787", "`listen` in p.toml has to be a text"),
            ("origins = \"https://a.example\"", "has to be a list of texts"),
            ("origins = [\"a,b\"]", "has to be a list of texts"),
            ("[timeout]\nconnect = 5", "has to be a length of time"),
            ("[limit]\nconnections = \"5\"", "has to be a whole number"),
            ("operations_list = \"true\"", "has to be true or false"),
            ("\n\nlisten = ", "p.toml is not TOML at line 3"),
        ] {
            let complaint = file(text).err().unwrap().to_string();
            assert!(complaint.contains(words), "{text:?}: {complaint}");
        }
    }

    #[test]
    fn a_broken_file_s_secret_is_not_quoted() {
        let complaint = file("operator_token = \"canary\" oops").err().unwrap().to_string();
        assert!(!complaint.contains("canary"), "{complaint}");
    }

    #[test]
    fn later_layers_go_before_earlier_ones_and_empty_is_none() {
        let mut layers = file("listen = \"file\"\nhosts = [\"a\", \"b\"]\n[sandbox]\nseed = 7").unwrap();
        let vars =
            [("PUSH_PROXY_LISTEN", "env"), ("PUSH_PROXY_HOSTS", ""), ("PUSH_PROXY_BIN", "x"), ("HOME", "/")];
        layers.add_environment(vars.iter().map(|(n, v)| (n.into(), v.into()))).unwrap();
        assert_eq!(layers.get(&key::LISTEN).unwrap().text.as_str(), "env");
        assert_eq!(layers.get(&key::HOSTS).unwrap().text.as_str(), "a,b");
        assert_eq!(layers.get(&key::SANDBOX_SEED).unwrap().text.as_str(), "7");
        layers.put(&key::LISTEN, "flag", "the flag --listen");
        assert_eq!(layers.get(&key::LISTEN).unwrap().text.as_str(), "flag");
    }

    #[test]
    fn an_unknown_variable_of_ours_is_refused_by_name() {
        let vars = [(OsString::from("PUSH_PROXY_ORIGIN"), OsString::from("x"))];
        let complaint = Layers::default().add_environment(vars.into_iter()).unwrap_err().to_string();
        assert_eq!(
            complaint,
            "The variable `PUSH_PROXY_ORIGIN` is not known. Did you mean `PUSH_PROXY_ORIGINS`?"
        );
    }
}
