//! The other half of `cargo xtask run --dev`: builds the console again whenever one of its files is saved.
//!
//! It is a child of the process that serves the console, and ends with it.

use std::os::unix::process::parent_id;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, SystemTime};

use clap::Args;

use crate::console_build::{self, Kind};
use crate::console_folder;
use crate::failure::{Failure, Outcome};
use crate::fingerprint;
use crate::process;
use crate::tools::Toolbox;
use crate::workspace::Workspace;

/// How often the files are looked at.
const PAUSE: Duration = Duration::from_millis(500);

/// What a watcher is told when it is started.
#[derive(Debug, Args)]
pub struct Watch {
    /// The files as they were when the running console was built.
    since: String,
}

/// How the files look now: their number and when the last one was saved.
///
/// # Errors
/// When a folder cannot be read.
pub fn look(workspace: &Workspace) -> Outcome<String> {
    let (count, newest) = fingerprint::glance(&workspace.root)?;
    let saved = newest.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok()).unwrap_or_default();
    Ok(format!("{count}-{}", saved.as_nanos()))
}

/// Starts the watcher as a child of this process. `since` is how the files looked before the build.
///
/// # Errors
/// When it cannot be started.
pub fn start(workspace: &Workspace, since: &str) -> Outcome<()> {
    let this = std::env::current_exe().map_err(Failure::doing("find", "this program"))?;
    process::command(this)
        .args(["watch", since])
        .env("CARGO_MANIFEST_DIR", workspace.root.join("xtask"))
        .current_dir(&workspace.root)
        .stdin(Stdio::null())
        .stdout(Stdio::from(std::io::stderr()))
        .spawn()
        .map_err(Failure::doing("start", "the watcher"))?;
    eprintln!("  ..  Watching the console's files: save one, and the page is built and loaded again.");
    Ok(())
}

/// Watches until the serving process is gone.
///
/// # Errors
/// When the tools are no longer there or the files cannot be read; a build that fails is shown and waited out.
pub fn watch(workspace: &Workspace, watch: &Watch) -> Outcome<()> {
    let server = parent_id();
    let mut tools = None;
    let mut seen = watch.since.clone();
    while parent_id() == server {
        thread::sleep(PAUSE);
        let now = look(workspace)?;
        if now == seen {
            continue;
        }
        seen = now;
        let tools = match &tools {
            Some(tools) => tools,
            None => tools.insert(Toolbox::ensure(workspace)?),
        };
        if let Err(failure) = build(workspace, tools) {
            eprintln!(
                "  !!  {failure}\n  ..  Still serving the console as it was. Waiting for the next change."
            );
        }
    }
    Ok(())
}

fn build(workspace: &Workspace, tools: &Toolbox) -> Outcome<()> {
    let built = console_build::build(workspace, tools, Kind::Dev)?;
    console_folder::assemble(&built, &workspace.console().join(Kind::Dev.name()).join("site"), None)
}
