//! The per-user cache: `tools/<tool>-<version>/`, whole or absent.
//!
//! Installs go into a sibling folder that is renamed at the end, under a lock that other clones wait for.

use std::fs;
use std::path::{Path, PathBuf};

use super::Tool;
use crate::failure::{Failure, Outcome};
use crate::folder;
use crate::process;
use crate::step::Step;

/// Where installed tools live.
pub struct Cache {
    tools: PathBuf,
}

/// A tool to be had: its name, its exact version, and the file that proves it is there.
pub struct Wanted<'a> {
    /// Name of the program.
    pub name: &'a str,
    /// Exact version.
    pub version: &'a str,
    /// The file that has to exist inside the tool's folder.
    pub proof: &'a str,
    /// What the person is told before an install begins.
    pub price: &'a str,
}

impl Cache {
    /// The cache of this person: `$PUSH_CONSOLE_CACHE`, else below `$XDG_CACHE_HOME`, else below `~/.cache`.
    ///
    /// # Errors
    /// When none of them is set.
    pub fn find() -> Outcome<Self> {
        root(|name| std::env::var_os(name).map(PathBuf::from))
            .map(|root| Self { tools: root.join("tools") })
            .ok_or_else(|| {
                Failure::new(
                    "no place for tools: neither HOME nor PUSH_CONSOLE_CACHE is set; set one of them",
                )
            })
    }

    /// The tool's folder, installed first when it is missing. `install` fills the folder it is given.
    ///
    /// # Errors
    /// When the install fails, or ends without the file that was wanted.
    pub fn ensure(
        &self,
        wanted: &Wanted<'_>,
        install: impl FnOnce(&Path) -> Outcome<()>,
    ) -> Outcome<PathBuf> {
        let label = format!("{} {}", wanted.name, wanted.version);
        let step = Step::begin(&label);
        let key = format!("{}-{}", wanted.name, wanted.version);
        let home = self.tools.join(&key);
        if home.join(wanted.proof).exists() {
            step.done("in the cache");
            return Ok(home);
        }
        folder::make(&self.tools)?;
        let lock =
            lock(&self.tools.join(format!(".{key}.lock")), || step.working("waiting for another install"))?;
        if home.join(wanted.proof).exists() {
            step.done("in the cache, installed by another clone meanwhile");
            return Ok(home);
        }
        step.working(&format!("installing into {} ({})", home.display(), wanted.price));
        let staging = self.tools.join(format!(".{key}.partial"));
        for leftover in [&staging, &home] {
            folder::remove(leftover)?;
        }
        folder::make(&staging)?;
        install(&staging)?;
        if !staging.join(wanted.proof).exists() {
            return Err(Failure::new(format!("{label} was installed but has no file {}", wanted.proof)));
        }
        fs::rename(&staging, &home).map_err(Failure::doing("move into place", home.display()))?;
        drop(lock);
        step.done("installed");
        Ok(home)
    }

    /// The same for a program in the folder `bin`.
    ///
    /// # Errors
    /// As for [`Cache::ensure`].
    pub fn program(&self, wanted: &Wanted<'_>, install: impl FnOnce(&Path) -> Outcome<()>) -> Outcome<Tool> {
        let folder = self.ensure(wanted, install)?.join("bin");
        Ok(Tool { label: format!("{} {}", wanted.name, wanted.version), folder: Some(folder) })
    }
}

/// `cargo install` into a folder of its own, outside the clone so that the clone's settings play no part.
///
/// # Errors
/// When cargo fails.
pub fn cargo_install(staging: &Path, package: &str, version: &str, more: &[&str]) -> Outcome<()> {
    let build = staging.join("build");
    let mut command = process::command("cargo");
    command
        .current_dir(staging)
        .args(["install", package, "--version", &format!("={version}"), "--quiet"])
        .args(more)
        .arg("--root")
        .arg(staging)
        .arg("--target-dir")
        .arg(&build)
        // These tools run for seconds; building them for speed would take many minutes.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS", "fallback");
    process::run(&mut command)?;
    folder::remove(&build)
}

/// The cache folder, by the three variables that can name it.
fn root(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    // The XDG rules have relative folders ignored: they would mean another cache in every working folder.
    let set = |name| variable(name).filter(|value| value.is_absolute());
    set("PUSH_CONSOLE_CACHE")
        .or_else(|| Some(set("XDG_CACHE_HOME")?.join("push-console")))
        .or_else(|| Some(set("HOME")?.join(".cache/push-console")))
}

/// Holds the lock file until the result is dropped; calls `wait` once when somebody else holds it.
pub fn lock(file: &Path, wait: impl FnOnce()) -> Outcome<fs::File> {
    let open = fs::OpenOptions::new().create(true).truncate(false).write(true).open(file);
    let held = open.map_err(Failure::doing("open the lock", file.display()))?;
    if held.try_lock().is_err() {
        wait();
        held.lock().map_err(Failure::doing("take the lock", file.display()))?;
    }
    Ok(held)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::cell::Cell;

    use super::*;
    use crate::folder::scratch::Scratch;

    fn wanted() -> Wanted<'static> {
        Wanted { name: "tool", version: "1.2.3", proof: "bin/tool", price: "a moment" }
    }

    fn fill(staging: &Path) -> Outcome<()> {
        fs::create_dir(staging.join("bin")).unwrap();
        fs::write(staging.join("bin/tool"), "x").unwrap();
        Ok(())
    }

    #[test]
    fn the_most_particular_variable_names_the_cache() {
        for (set, expected) in [
            (&[("PUSH_CONSOLE_CACHE", "/p"), ("XDG_CACHE_HOME", "/x"), ("HOME", "/h")][..], Some("/p")),
            (&[("XDG_CACHE_HOME", "/x"), ("HOME", "/h")], Some("/x/push-console")),
            (&[("HOME", "/h")], Some("/h/.cache/push-console")),
            (&[("XDG_CACHE_HOME", "relative"), ("HOME", "/h")], Some("/h/.cache/push-console")),
            (&[("PUSH_CONSOLE_CACHE", ""), ("HOME", "/h")], Some("/h/.cache/push-console")),
            (&[], None),
        ] {
            let found = root(|name| set.iter().find(|(n, _)| *n == name).map(|(_, v)| PathBuf::from(v)));
            assert_eq!(found.as_deref(), expected.map(Path::new), "{set:?}");
        }
    }

    #[test]
    fn a_tool_is_installed_once() {
        let scratch = Scratch::new("cache-once");
        let cache = Cache { tools: scratch.0.clone() };
        let installs = Cell::new(0);
        for _ in 0..2 {
            let home = cache
                .ensure(&wanted(), |staging| {
                    installs.set(installs.get() + 1);
                    fill(staging)
                })
                .unwrap();
            assert!(home.ends_with("tool-1.2.3"));
        }
        assert_eq!(installs.get(), 1);
    }

    #[test]
    fn an_install_that_broke_off_never_counts() {
        let scratch = Scratch::new("cache-broken");
        let cache = Cache { tools: scratch.0.clone() };
        let home = cache.tools.join("tool-1.2.3");
        let broken = cache.ensure(&wanted(), |staging| {
            fs::write(staging.join("half"), "x").unwrap();
            Err(Failure::new("pulled the plug"))
        });
        assert!(broken.is_err() && !home.exists());
        assert!(cache.ensure(&wanted(), |_| Ok(())).is_err(), "without its proof it is not there");
        assert!(!home.exists());
        cache.ensure(&wanted(), fill).unwrap();
        assert!(home.join("bin/tool").exists() && !home.join("half").exists());
    }
}
