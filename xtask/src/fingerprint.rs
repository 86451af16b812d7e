//! One number for everything that a build of the console is made from.
//!
//! Rather rebuild once too often than serve an old console: whatever is not known to be without influence counts.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sha2::{Digest as _, Sha256};

use crate::failure::{Failure, Outcome};
use crate::folder;

/// What lies in the clone without being part of the console.
const WITHOUT_INFLUENCE: [&str; 10] = [
    "target",
    "dist",
    "docs",
    "deploy",
    "tests",
    "crates/proxy",
    "crates/sandbox",
    "README.md",
    "CONTRIBUTING.md",
    "webdriver.json",
];

/// The files of the clone that the console depends on, in a fixed order.
///
/// # Errors
/// When a folder cannot be read.
pub fn inputs(root: &Path) -> Outcome<Vec<PathBuf>> {
    folder::files_where(root, has_influence)
}

/// The fingerprint of the files' names and contents and of some words (tool versions, flags), as hexadecimal.
///
/// # Errors
/// When a file cannot be read.
pub fn of<'a>(root: &Path, inputs: &[PathBuf], words: impl IntoIterator<Item = &'a str>) -> Outcome<String> {
    let mut sum = Sha256::new();
    // Every part goes in with its length, so that no two lists of parts look the same.
    let mut add = |part: &[u8]| {
        sum.update((part.len() as u64).to_le_bytes());
        sum.update(part);
    };
    for word in words {
        add(word.as_bytes());
    }
    for path in inputs {
        add(path.strip_prefix(root).unwrap_or(path).to_string_lossy().as_bytes());
        add(&fs::read(path).map_err(Failure::doing("read", path.display()))?);
    }
    Ok(hex(&sum.finalize()))
}

/// When the newest of the files was last written, and how many they are: enough to notice that one was saved.
///
/// # Errors
/// When a folder cannot be read.
pub fn glance(root: &Path) -> Outcome<(usize, Option<SystemTime>)> {
    let files = inputs(root)?;
    // A file that goes away between the two looks changes the count at the next one.
    let newest = files.iter().filter_map(|file| file.metadata().ok()?.modified().ok()).max();
    Ok((files.len(), newest))
}

fn has_influence(inside: &Path) -> bool {
    let text = inside.to_string_lossy().replace('\\', "/");
    let is_hidden = text.starts_with('.') && text != ".cargo" && !text.starts_with(".cargo/");
    let is_output = text.starts_with("dist-") || text.ends_with(".log") || text.ends_with('~');
    !is_hidden && !is_output && !WITHOUT_INFLUENCE.contains(&text.as_str())
}

/// The bytes in hexadecimal, two digits each.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::folder::scratch::Scratch;

    #[test]
    fn whatever_may_shape_the_console_counts() {
        for (path, counts) in [
            ("src", true),
            ("src/app.rs", true),
            ("style/base.css", true),
            ("web/boot.js", true),
            ("index.html", true),
            ("Trunk.toml", true),
            ("Cargo.lock", true),
            (".cargo/config.toml", true),
            ("rust-toolchain.toml", true),
            ("crates/push-api/src/draft.rs", true),
            ("crates/new-one", true),
            ("xtask/src/console_build.rs", true),
            (".git", false),
            (".github", false),
            ("target", false),
            ("dist", false),
            ("dist-7", false),
            ("docs", false),
            ("tests", false),
            ("crates/proxy", false),
            ("crates/sandbox", false),
            ("README.md", false),
        ] {
            assert_eq!(has_influence(Path::new(path)), counts, "{path}");
        }
    }

    #[test]
    fn any_change_of_name_content_or_word_shows() {
        let scratch = Scratch::new("fingerprint");
        let root = &scratch.0;
        fs::create_dir_all(root.join("src")).unwrap();
        fs::create_dir_all(root.join("target")).unwrap();
        fs::write(root.join("src/a.rs"), "one").unwrap();
        let take = |word: &str| of(root, &inputs(root).unwrap(), [word]).unwrap();
        let first = take("trunk 0.21.14");
        assert_eq!(first.len(), 64);

        fs::write(root.join("target/x"), "built").unwrap();
        assert_eq!(take("trunk 0.21.14"), first, "what is built from it does not count");
        assert_ne!(take("trunk 0.21.15"), first, "a tool's version");

        fs::write(root.join("src/a.rs"), "two").unwrap();
        let content = take("trunk 0.21.14");
        assert_ne!(content, first, "content");
        fs::rename(root.join("src/a.rs"), root.join("src/b.rs")).unwrap();
        assert_ne!(take("trunk 0.21.14"), content, "name");
    }
}
