//! Node.js and npm: some tools come from the npm registry, nothing else does.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::process;

/// Makes sure that `node` and `npm` are on PATH. `tool` is what needs them.
///
/// # Errors
/// When one is missing.
pub fn ensure(tool: &str) -> Outcome<()> {
    for name in ["node", "npm"] {
        if process::find_on_path(name).is_none() {
            return Err(Failure::new(format!(
                "{tool} comes from the npm registry, and `{name}` is not on PATH.\n\
                 Install Node.js 18 or newer (Debian: `apt-get install nodejs npm`, macOS: `brew install node`), then start again"
            )));
        }
    }
    Ok(())
}

/// Installs one package of the npm registry into a folder: programs in `bin`, files in `lib/node_modules`.
///
/// # Errors
/// When npm fails.
pub fn install(staging: &Path, package: &str, version: &str) -> Outcome<()> {
    process::run(
        process::command("npm")
            .args([
                "install",
                "--global",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--loglevel",
                "error",
            ])
            .arg("--prefix")
            .arg(staging)
            .arg(format!("{package}@{version}")),
    )
}
