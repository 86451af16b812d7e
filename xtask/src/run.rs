//! `cargo xtask run`: everything set up, the console built, and one process that serves it all on loopback.
//!
//! The last act is to become the proxy: Ctrl-C and termination reach it directly and nothing is left behind.

use std::process::Command;

use clap::Args;

use crate::console_build::{self, Kind};
use crate::console_folder;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::step::Step;
use crate::tools::Toolbox;
use crate::watch;
use crate::workspace::Workspace;

const UPSTREAM: &str = "https://comms.twilio.com/v1";
/// Says where sends are recorded; without it they are beside what was built.
const DATABASE: &str = "DATABASE_URL";
const CREDENTIALS: [[&str; 2]; 2] =
    [["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"], ["TWILIO_API_KEY", "TWILIO_API_KEY_SECRET"]];

/// What `run` can be told.
#[derive(Debug, Args)]
pub struct Run {
    /// Port on 127.0.0.1; 0 takes any free one.
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// Build quickly instead of small; the page is built and loaded again whenever a source file is saved.
    #[arg(long)]
    dev: bool,
    /// Talk to the real upstream instead of the sandbox. Needs TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN, or
    /// TWILIO_API_KEY with TWILIO_API_KEY_SECRET, in the environment.
    #[arg(long)]
    live: bool,
}

/// Sets up, builds, and becomes the proxy; returns only when something fails before that.
///
/// # Errors
/// When `--live` lacks a credential, a tool cannot be had, or a build fails.
pub fn run(workspace: &Workspace, run: &Run) -> Outcome<()> {
    if run.live {
        credential(|name| std::env::var(name).is_ok_and(|value| !value.trim().is_empty()))?;
    }
    let tools = Toolbox::ensure(workspace)?;
    let kind = if run.dev { Kind::Dev } else { Kind::Release };
    let folder = workspace.console().join(kind.name()).join("site");
    let before = watch::look(workspace)?;
    console_folder::assemble(&console_build::build(workspace, &tools, kind)?, &folder, None)?;

    let proxy = workspace.target.join(build_proxy(workspace, run.dev)?).join("push-proxy");
    if run.dev {
        watch::start(workspace, &before)?;
    }
    let mut serve = process::command(proxy);
    serve
        .current_dir(&workspace.root)
        .arg("serve")
        .args(["--listen", &format!("127.0.0.1:{}", run.port)])
        .arg("--console")
        .arg(&folder)
        .args(["--upstream", if run.live { UPSTREAM } else { "sandbox" }]);
    if std::env::var_os(DATABASE).is_none() {
        serve.env(DATABASE, format!("sqlite:{}", workspace.console().join("ledger.db").display()));
    }
    if !run.live {
        without_credentials(&mut serve);
    }
    Err(process::become_program(&mut serve))
}

/// Builds the proxy and returns the name of cargo's folder for it.
fn build_proxy(workspace: &Workspace, dev: bool) -> Outcome<&'static str> {
    let (folder, profile) = if dev { ("debug", "dev") } else { ("release", "release") };
    let step = Step::begin(format!("Proxy and sandbox ({profile})"));
    process::run(&mut workspace.cargo(&[
        "build",
        "--quiet",
        "--package",
        "push-proxy",
        "--profile",
        profile,
    ]))?;
    step.done("built");
    Ok(folder)
}

/// A real credential has no business near the sandbox.
fn without_credentials(command: &mut Command) {
    for name in CREDENTIALS.as_flattened() {
        command.env_remove(name);
    }
}

/// Checks that one whole credential is set; `is_set` tells for the name of a variable.
fn credential(is_set: impl Fn(&str) -> bool) -> Outcome<()> {
    if CREDENTIALS.iter().any(|pair| pair.iter().all(|name| is_set(name))) {
        return Ok(());
    }
    let half = CREDENTIALS.iter().find_map(|[first, second]| match (is_set(first), is_set(second)) {
        (true, false) => Some((second, first)),
        (false, true) => Some((first, second)),
        _ => None,
    });
    Err(Failure::new(match half {
        Some((missing, set)) => {
            format!(
                "--live talks to the real upstream and needs a whole credential: {set} is set, but {missing} is missing."
            )
        }
        None => {
            "--live talks to the real upstream and needs a credential in the environment: TWILIO_ACCOUNT_SID \
                 with TWILIO_AUTH_TOKEN, or TWILIO_API_KEY with TWILIO_API_KEY_SECRET, is missing."
                .to_owned()
        }
    }))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn live_starts_with_a_whole_credential_only_and_names_what_is_missing() {
        for (set, missing) in [
            (&["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"][..], None),
            (&["TWILIO_API_KEY", "TWILIO_API_KEY_SECRET"], None),
            (&["TWILIO_ACCOUNT_SID", "TWILIO_API_KEY", "TWILIO_API_KEY_SECRET"], None),
            (&["TWILIO_ACCOUNT_SID"], Some("TWILIO_AUTH_TOKEN is missing")),
            (&["TWILIO_AUTH_TOKEN"], Some("TWILIO_ACCOUNT_SID is missing")),
            (&["TWILIO_API_KEY"], Some("TWILIO_API_KEY_SECRET is missing")),
            (&["TWILIO_API_KEY_SECRET"], Some("TWILIO_API_KEY is missing")),
            (&["TWILIO_ACCOUNT_SID", "TWILIO_API_KEY_SECRET"], Some("TWILIO_AUTH_TOKEN is missing")),
            (&[], Some("TWILIO_API_KEY with TWILIO_API_KEY_SECRET, is missing")),
        ] {
            let checked = credential(|name| set.contains(&name));
            assert_eq!(checked.is_err(), missing.is_some(), "{set:?}");
            if let Some(missing) = missing {
                assert!(checked.unwrap_err().to_string().contains(missing), "{set:?}");
            }
        }
    }
}
