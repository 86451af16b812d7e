//! Where this clone is and where cargo builds.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::process;

/// The folders that every task starts from.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// The clone's root: holds `Cargo.toml`, `Trunk.toml`, `index.html`.
    pub root: PathBuf,
    /// Cargo's target folder, wherever the person has put it.
    pub target: PathBuf,
}

impl Workspace {
    /// Finds the clone that `cargo xtask` was started in.
    ///
    /// # Errors
    /// When it was not started through cargo, or cargo cannot read the workspace.
    pub fn find() -> Outcome<Self> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .ok_or_else(|| Failure::new("start this through cargo: `cargo xtask …` inside the clone"))?;
        let root = Path::new(&package)
            .parent()
            .ok_or_else(|| {
                Failure::new("the package `xtask` has no folder above it: is the clone complete?")
            })?
            .to_owned();
        let described = process::text(
            process::command("cargo")
                .args(["metadata", "--no-deps", "--format-version", "1"])
                .current_dir(&root),
        )?;
        let described: serde_json::Value = serde_json::from_str(&described)
            .map_err(|e| Failure::new(format!("`cargo metadata` answered something unreadable: {e}")))?;
        let target = described["target_directory"]
            .as_str()
            .ok_or_else(|| Failure::new("`cargo metadata` names no target folder"))?
            .into();
        Ok(Self { root, target })
    }

    /// A cargo command in the clone's root.
    pub fn cargo(&self, words: &[&str]) -> std::process::Command {
        let mut command = process::command("cargo");
        command.args(words).current_dir(&self.root);
        command
    }

    /// The folder for everything that is made of the console here.
    pub fn console(&self) -> PathBuf {
        self.target.join("console")
    }
}
