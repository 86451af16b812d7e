//! PostgreSQL, which the tests of the ledger start by themselves in a folder of their own. Nothing else needs it.
//!
//! On Debian as root it is installed from Debian; elsewhere one line says what to install.

use std::fs;
use std::path::{Path, PathBuf};

use super::debian;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::step::Step;

/// Tells the tests where the programs are; names others than those that are found.
pub const PROGRAMS: &str = "POSTGRES_BIN";

/// The folder of its programs. None when `DATABASE_URL` names a server, which the tests then use.
///
/// # Errors
/// When it is missing and may not be installed.
pub fn ensure() -> Outcome<Option<PathBuf>> {
    let step = Step::begin("PostgreSQL");
    if std::env::var("DATABASE_URL").is_ok_and(|url| url.starts_with("postgres")) {
        step.done("the server that DATABASE_URL names");
        return Ok(None);
    }
    let found = match find() {
        Some(found) => found,
        None if debian::may_install() => {
            step.working("installing it from Debian");
            debian::install(&["postgresql"])?;
            find().ok_or_else(missing)?
        }
        None => return Err(missing()),
    };
    step.done(process::text(process::command(found.join("postgres")).arg("--version"))?.trim());
    Ok(Some(found))
}

fn missing() -> Failure {
    Failure::new(format!(
        "the tests of the ledger need PostgreSQL: install it (Debian: `apt-get install postgresql`), set {PROGRAMS} to \
         the folder of its programs, or DATABASE_URL to a database of a server on which databases may be made"
    ))
}

/// Named, on PATH, or where Debian puts the newest.
fn find() -> Option<PathBuf> {
    let has_them = |folder: &Path| folder.join("initdb").is_file() && folder.join("postgres").is_file();
    let named = std::env::var_os(PROGRAMS).map(PathBuf::from);
    let on_path = process::find_on_path("initdb").and_then(|program| Some(program.parent()?.to_owned()));
    let mut debian: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .map(|found| found.filter_map(|entry| Some(entry.ok()?.path().join("bin"))).collect())
        .unwrap_or_default();
    debian.sort();
    named.into_iter().chain(on_path).chain(debian.into_iter().rev()).find(|folder| has_them(folder))
}
