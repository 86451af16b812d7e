//! The template engine beside its peers.

use clap::{Args, ValueEnum};

use super::browser::{self, Page};
use super::ratio::{self, Run, Table};
use crate::failure::Outcome;
use crate::folder;
use crate::process;
use crate::step::Step;
use crate::tools::peer::LIQUIDJS;
use crate::version::locked;
use crate::workspace::Workspace;

/// How many times faster than the `liquid` crate it has to be natively.
const NATIVE_BAR: f64 = 3.0;
/// How many times faster than liquidjs it has to be in a browser.
const BROWSER_BAR: f64 = 20.0;

/// What `bench liquid` can be told.
#[derive(Debug, Args)]
pub struct Liquid {
    /// Run one of the two comparisons alone.
    #[arg(long, value_name = "WHERE")]
    only: Option<Place>,
}

/// Where engines are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Place {
    /// Beside the `liquid` crate.
    Native,
    /// As wasm in headless Chromium, beside liquidjs.
    Browser,
}

/// Runs the comparisons and prints them; true when every bar holds.
///
/// # Errors
/// When something cannot be built or run, or two engines make different texts.
pub fn compare(workspace: &Workspace, told: &Liquid) -> Outcome<bool> {
    let mut holds = true;
    for place in [Place::Native, Place::Browser] {
        if told.only.is_some_and(|only| only != place) {
            continue;
        }
        let (title, table) = match place {
            Place::Native => ("Natively", natively(workspace)?),
            Place::Browser => ("As wasm in headless Chromium", in_a_browser(workspace)?),
        };
        println!("{title}, 10,000 recipients:\n{table}");
        holds &= table.holds();
    }
    Ok(holds)
}

fn natively(workspace: &Workspace) -> Outcome<Table> {
    let peer = locked(&folder::read(&workspace.root.join("Cargo.lock"))?, "liquid")?;
    let step = Step::begin("Natively");
    step.working("building and rendering");
    let words =
        ["run", "--quiet", "--release", "--package", "push-liquid-bench", "--bin", "push-liquid-bench"];
    let runs = ratio::read(&process::text(&mut workspace.cargo(&words))?)?;
    step.done("done");
    Ok(table(format!("liquid {peer}"), runs, NATIVE_BAR))
}

fn in_a_browser(workspace: &Workspace) -> Outcome<Table> {
    let page = Page { html: include_str!("liquid.html"), package: "push-liquid-bench", peers: &[&LIQUIDJS] };
    let runs = ratio::read(&browser::answer(workspace, &page)?)?;
    Ok(table(LIQUIDJS.label(), runs, BROWSER_BAR))
}

fn table(peer: String, runs: Vec<Run>, bar: f64) -> Table {
    Table { what: "template", ours: "push-liquid", rate: "/s", peer, runs, bar }
}
