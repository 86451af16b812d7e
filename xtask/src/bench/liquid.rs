//! The template engine beside its peers.

use super::browser;
use super::ratio::{self, Table};
use crate::failure::Outcome;
use crate::process;
use crate::step::Step;
use crate::tools::liquidjs;
use crate::workspace::Workspace;

/// How many times faster than the `liquid` crate it has to be natively.
const NATIVE_BAR: f64 = 3.0;
/// How many times faster than liquidjs it has to be in a browser.
const BROWSER_BAR: f64 = 20.0;

/// Runs both comparisons and prints them.
///
/// # Errors
/// When something cannot be built or run, or two engines make different texts.
pub fn compare(workspace: &Workspace) -> Outcome<bool> {
    let step = Step::begin("Natively");
    step.working("building and rendering");
    let words =
        ["run", "--quiet", "--release", "--package", "push-liquid-bench", "--bin", "push-liquid-bench"];
    let runs = ratio::read(&process::text(&mut workspace.cargo(&words))?)?;
    step.done("done");
    let native = Table { peer: "liquid 0.26", runs: &runs, bar: NATIVE_BAR };
    println!("Natively, 10,000 recipients:\n{native}");

    let runs = browser::runs(workspace)?;
    let peer = format!("liquidjs {}", liquidjs::VERSION);
    let browser = Table { peer: &peer, runs: &runs, bar: BROWSER_BAR };
    println!("As wasm in headless Chromium, 10,000 recipients:\n{browser}");
    Ok(native.holds() && browser.holds())
}
