//! The table of keys as text for people: a list for the terminal, and an example file. Nothing is said here
//! that the table does not say.

use std::fmt::Write as _;

use super::key::{KEYS, Key, Kind};

/// Widest line of the text, in characters.
const WIDTH: usize = 100;

/// Every key with its name in the environment, its default and its meaning.
pub fn list() -> String {
    let mut text = String::from(
        "Every key can stand in the file given with --config and in the environment.\n\
         The environment goes before the file, and a flag before both.\n",
    );
    for key in KEYS {
        let default = if key.default.is_empty() { "none" } else { key.default };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\n{}  ({}, default: {default})", key.name, key.env);
        wrap(&mut text, "    ", key.help);
    }
    text
}

/// A configuration file in which every key is commented out, at its default where it has one.
pub fn example_file() -> String {
    let mut text = String::from(
        "# Every key of push-proxy, as printed by `push-proxy config-keys --toml`.\n\
         # Take away the `#` before a key to set it. Values shown are the defaults, unless it says \"example\".\n",
    );
    for key in KEYS {
        let remark = if key.default.is_empty() { ", example" } else { "" };
        text.push('\n');
        wrap(&mut text, "# ", key.help);
        let _ = writeln!(text, "# Environment: {}{remark}", key.env);
        let _ = writeln!(text, "#{} = {}", key.name, toml_value(key));
    }
    text
}

/// The default or the sample, as TOML writes it.
fn toml_value(key: &Key) -> String {
    let value = if key.default.is_empty() { key.sample } else { key.default };
    match key.kind {
        Kind::Number | Kind::Flag => value.to_owned(),
        Kind::List => format!("[\"{value}\"]"),
        Kind::Text | Kind::Secret | Kind::Duration => format!("\"{value}\""),
    }
}

/// Adds words in lines of the usual width, each behind a margin.
fn wrap(text: &mut String, margin: &str, words: &str) {
    let mut line = String::new();
    for word in words.split_whitespace() {
        if !line.is_empty() && margin.len() + line.len() + 1 + word.len() > WIDTH {
            let _ = writeln!(text, "{margin}{line}");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = writeln!(text, "{margin}{line}");
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::config::Config;
    use crate::config::layer::Layers;

    const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/push-proxy.example.toml");

    #[test]
    fn the_example_file_is_what_the_table_says() {
        if std::env::var_os("UPDATE_EXAMPLES").is_some() {
            std::fs::write(EXAMPLE, example_file()).unwrap();
        }
        let kept = std::fs::read_to_string(EXAMPLE).unwrap();
        assert_eq!(kept, example_file(), "run `UPDATE_EXAMPLES=1 cargo test -p push-proxy example_file`");
    }

    #[test]
    fn the_example_file_names_every_key_and_loads_when_every_key_is_set() {
        let set: String = example_file()
            .lines()
            .filter_map(|line| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')))
            .map(|line| format!("{line}\n"))
            .collect();
        assert_eq!(set.lines().count(), KEYS.len());
        let mut layers = Layers::default();
        layers.add_file("example", &set).unwrap();
        assert!(KEYS.iter().all(|key| layers.get(key).is_some()));
        Config::read(&layers).map_err(|mistake| mistake.to_string()).unwrap();
    }

    #[test]
    fn lines_are_of_a_width_that_a_terminal_has() {
        for line in list().lines().chain(example_file().lines()) {
            assert!(line.chars().count() <= WIDTH, "{line}");
        }
        assert!(KEYS.iter().all(|key| list().contains(key.env)));
    }
}
