//! From the text of a value to what it means. Every complaint names where the value was given.

use std::str::FromStr;
use std::time::Duration;

use super::BadConfig;
use super::key::Key;
use super::layer::Layers;
use crate::secret::Secret;

/// The value of a key, given or by default, through a reader; `None` when there is neither.
///
/// # Errors
/// The reader's words, with where the value was given.
pub fn optional<T>(
    layers: &Layers,
    key: &Key,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<Option<T>, BadConfig> {
    let (text, source) = match layers.get(key) {
        Some(given) => (given.text.as_str(), given.source.as_str()),
        None if key.default.is_empty() => return Ok(None),
        None => (key.default, key.name),
    };
    read(text).map(Some).map_err(|why| BadConfig::new(format!("{source}: {why}")))
}

/// The value of a key that has a default.
///
/// # Errors
/// The reader's words, with where the value was given.
pub fn value<T>(
    layers: &Layers,
    key: &Key,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<T, BadConfig> {
    optional(layers, key, read)?.ok_or_else(|| BadConfig::new(format!("`{}` has to be set", key.name)))
}

/// Reads each item of a list.
///
/// # Errors
/// What is wrong with the first item that cannot be read.
pub fn list<T>(text: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<Vec<T>, String> {
    text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(read).collect()
}

/// Reads `250ms`, `5s`, `2m` or `24h`; nothing at all is not a length of time.
///
/// # Errors
/// A sentence that quotes the text.
pub fn duration(text: &str) -> Result<Duration, String> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let millis = match unit {
        "ms" => 1,
        "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        _ => 0,
    };
    match number.parse::<u32>().map(|number| u64::from(number) * millis) {
        Ok(millis) if millis > 0 => Ok(Duration::from_millis(millis)),
        _ => Err(format!("`{text}` is not a length of time such as 250ms, 5s, 2m or 24h")),
    }
}

/// Reads anything that has a `FromStr`; `what` is how to call it.
pub fn parsed<T: FromStr>(what: &'static str) -> impl Fn(&str) -> Result<T, String> {
    move |text| text.parse().map_err(|_| format!("`{text}` is not {what}"))
}

/// Reads a whole number between two others.
pub fn number(least: usize, most: usize) -> impl Fn(&str) -> Result<usize, String> {
    move |text| match text.parse() {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err(format!("`{text}` is not a whole number from {least} to {most}")),
    }
}

/// Reads a secret of at least so many visible ASCII characters. The complaint does not quote it.
pub fn secret(least: usize) -> impl Fn(&str) -> Result<Secret, String> {
    move |text| {
        if text.len() >= least && text.bytes().all(|b| b.is_ascii_graphic()) {
            return Ok(Secret::new(text));
        }
        Err(format!("this needs {least} or more visible ASCII characters, without spaces"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_has_a_unit_and_is_not_nothing() {
        for (text, millis) in [
            ("250ms", Some(250)),
            ("5s", Some(5_000)),
            ("2m", Some(120_000)),
            ("24h", Some(86_400_000)),
            ("5", None),
            ("0s", None),
            ("-5s", None),
            ("1.5s", None),
            ("5 s", None),
            ("s", None),
            ("", None),
            ("99999999999999s", None),
            ("5d", None),
        ] {
            assert_eq!(duration(text).ok(), millis.map(Duration::from_millis), "{text}");
        }
    }

    #[test]
    fn a_bad_secret_is_not_quoted() {
        assert!(secret(16)("sixteen-letters!").is_ok());
        for text in ["canary", "canary with spaces inside", "canary-with-ümlauts"] {
            assert!(secret(16)(text).is_err_and(|why| !why.contains("canary")), "{text}");
        }
    }
}
