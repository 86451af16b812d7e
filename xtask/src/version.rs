//! Versions as tools print them, and the version of a package in `Cargo.lock`.

use std::fmt;

use crate::failure::{Failure, Outcome};

/// Major, minor, patch. Missing parts are 0: `wasm-opt` prints a single number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u64, pub u64, pub u64);

impl Version {
    /// The first word of the text that begins with a digit, read as far as it is a version.
    pub fn first_in(text: &str) -> Option<Self> {
        let word = text.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
        let mut parts = word.split('.').map(|part| {
            let digits = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
            part[..digits].parse().ok()
        });
        let major = parts.next()??;
        Some(Self(major, parts.next().flatten().unwrap_or(0), parts.next().flatten().unwrap_or(0)))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

/// The version of a package in the text of a `Cargo.lock`.
///
/// # Errors
/// When the text is not a lock file, or does not hold exactly one version of that package.
pub fn locked(lock: &str, package: &str) -> Outcome<String> {
    let lock: toml::Table =
        toml::from_str(lock).map_err(|e| Failure::new(format!("Cargo.lock is not readable: {e}")))?;
    let packages = lock.get("package").and_then(|list| list.as_array()).into_iter().flatten();
    let versions: Vec<&str> = packages
        .filter(|entry| entry.get("name").and_then(|name| name.as_str()) == Some(package))
        .filter_map(|entry| entry.get("version")?.as_str())
        .collect();
    match versions[..] {
        [only] => Ok(only.to_owned()),
        _ => Err(Failure::new(format!(
            "Cargo.lock holds {} versions of `{package}`; it needs exactly one",
            versions.len()
        ))),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_tools_print_is_read() {
        for (text, version) in [
            ("trunk 0.21.14", Some(Version(0, 21, 14))),
            ("wasm-bindgen 0.2.130 (b8b2b1a1c)", Some(Version(0, 2, 130))),
            ("wasm-opt version 108 (version_108)", Some(Version(108, 0, 0))),
            ("wasm-opt version 132 (version_132-12-gabc)", Some(Version(132, 0, 0))),
            ("ChromeDriver 156.0.8078.79 (1234)", Some(Version(156, 0, 8078))),
            ("Chromium 156.0.8078.79 built on Debian GNU/Linux 12", Some(Version(156, 0, 8078))),
            ("trunk 0.22.0-beta.1", Some(Version(0, 22, 0))),
            ("v20.20.2", None),
            ("command not found", None),
            ("", None),
            ("99999999999999999999999999", None),
        ] {
            assert_eq!(Version::first_in(text), version, "{text}");
        }
    }

    #[test]
    fn versions_compare_by_number() {
        assert!(Version(0, 21, 14) > Version(0, 21, 9));
        assert!(Version(0, 2, 130) < Version(0, 3, 0));
    }

    #[test]
    fn only_an_unambiguous_lock_names_a_version() {
        let lock = |versions: &[&str]| {
            versions
                .iter()
                .map(|v| format!("[[package]]\nname = \"wasm-bindgen\"\nversion = \"{v}\"\n"))
                .collect::<String>()
        };
        assert_eq!(locked(&lock(&["0.2.130"]), "wasm-bindgen").unwrap(), "0.2.130");
        for wrong in [lock(&[]), lock(&["0.2.1", "0.2.2"]), "not toml [".to_owned()] {
            assert!(locked(&wrong, "wasm-bindgen").is_err(), "{wrong}");
        }
    }
}
