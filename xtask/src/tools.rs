//! The programs that a build needs: used from PATH where they fit, else kept in a per-user cache.
//!
//! Never installs over the person's own tools. A cache folder is named by tool and version, appears whole or
//! not at all, and is shared by every clone.

pub mod axe;
mod cache;
pub mod chromium;
mod debian;
mod node;
pub mod peer;
pub mod postgres;
pub mod rust_target;
mod trunk;
mod wasm_bindgen;
mod wasm_opt;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::step::Step;
use crate::version::Version;
use crate::workspace::Workspace;

pub use cache::{Cache, lock};

/// One program that is there and fits.
pub struct Tool {
    /// Name and version, for progress lines and for the console's fingerprint.
    pub label: String,
    /// The folder to look in first; none when PATH finds the right one already.
    pub folder: Option<PathBuf>,
}

/// Everything that a build of the console needs.
pub struct Toolbox {
    tools: Vec<Tool>,
}

impl Toolbox {
    /// Makes sure of the wasm target, wasm-bindgen, Trunk, wasm-opt, and the sources of all dependencies.
    ///
    /// # Errors
    /// When something is missing and cannot be installed; the message says what to type.
    pub fn ensure(workspace: &Workspace) -> Outcome<Self> {
        let cache = Cache::find()?;
        rust_target::ensure()?;
        let step = Step::begin("Sources of the dependencies");
        // Trunk builds offline, so that it can download no tool by itself: cargo has to have everything first.
        process::run(&mut workspace.cargo(&["fetch", "--locked", "--quiet"]))?;
        step.done("there");
        let tools =
            vec![wasm_bindgen::ensure(&cache, workspace)?, trunk::ensure(&cache)?, wasm_opt::ensure(&cache)?];
        Ok(Self { tools })
    }

    /// Name and version of each tool, in a fixed order.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.tools.iter().map(|tool| tool.label.as_str())
    }

    /// Lets a command find these tools before any other of the same name.
    ///
    /// # Errors
    /// When a folder's name cannot be part of PATH.
    pub fn put_first(&self, command: &mut Command) -> Outcome<()> {
        command.env("PATH", self.path(None)?);
        Ok(())
    }

    /// PATH with these tools before all others, and before them a folder of one's own.
    ///
    /// # Errors
    /// When a folder's name cannot be part of PATH.
    pub fn path(&self, first: Option<PathBuf>) -> Outcome<OsString> {
        let ours = self.tools.iter().filter_map(|tool| tool.folder.clone());
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::join_paths(first.into_iter().chain(ours).chain(std::env::split_paths(&path)))
            .map_err(|e| Failure::new(format!("the folder of a tool cannot be part of PATH: {e}")))
    }

    /// The program of this name that a command finds.
    pub fn find(&self, name: &str) -> Option<PathBuf> {
        let ours = self.tools.iter().filter_map(|tool| tool.folder.as_ref());
        let found = ours.map(|folder| folder.join(name)).find(|file| process::is_executable(file));
        found.or_else(|| process::find_on_path(name))
    }
}

/// The program on PATH, when it answers `--version` with one that fits.
fn fitting_on_path(name: &str, fits: impl Fn(Version) -> bool) -> Option<Version> {
    let file = process::find_on_path(name)?;
    // A broken program on PATH is as good as none: the cache has a whole one.
    let printed = process::text(process::command(file).arg("--version")).ok()?;
    Version::first_in(&printed).filter(|version| fits(*version))
}
