//! A whole check of a list beside what another engine needs merely to render it, and how long the page is held up
//! meanwhile.

use super::browser::{self, Page};
use super::longest_task;
use super::ratio::{self, Table};
use crate::failure::Outcome;
use crate::tools::peer::LIQUIDJS;
use crate::workspace::Workspace;

/// How many times faster than liquidjs it has to be.
const BAR: f64 = 5.0;

/// Measures and prints; true when the bar holds.
///
/// # Errors
/// When something cannot be built or run, or two engines make different texts.
pub fn compare(workspace: &Workspace) -> Outcome<bool> {
    let page = Page { html: include_str!("check.html"), package: "push-qa-bench", peers: &[&LIQUIDJS] };
    let runs = ratio::read(&browser::answer(workspace, &page)?)?;
    let table = Table { what: "list", ours: "push-qa", rate: "/s", peer: LIQUIDJS.label(), runs, bar: BAR };
    println!("As wasm in headless Chromium, everything checked here, merely rendered there:\n{table}");
    let longest = longest_task::measure(workspace)?;
    print!("{longest}");
    Ok(table.holds() && longest.holds())
}
