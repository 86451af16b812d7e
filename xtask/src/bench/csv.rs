//! The import of a list beside its peers.

use serde::Deserialize;

use super::browser::{self, Page};
use super::ratio::{Run, Table};
use crate::failure::{Failure, Outcome};
use crate::tools::peer::{PAPAPARSE, UDSV};
use crate::workspace::Workspace;

/// How many times faster than PapaParse it has to be.
const BAR: f64 = 2.0;
/// How many times faster than uDSV it would be good to be. It does less, so that is no bar.
const AIM: f64 = 1.0;
/// How many times the file's size the module's memory may come to.
const MEMORY_BAR: f64 = 3.0;

/// What the page tells.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Told {
    Measured {
        papaparse: Run,
        udsv: Run,
        /// Bytes of the file.
        file: f64,
        /// Bytes of a fresh module's memory after one import; it never shrinks.
        memory: f64,
    },
    Failed {
        error: String,
    },
}

/// Measures and prints; true when the bars hold.
///
/// # Errors
/// When something cannot be built or run, or two readers find different cells.
pub fn compare(workspace: &Workspace) -> Outcome<bool> {
    let page = Page { html: include_str!("csv.html"), package: "push-qa-bench", peers: &[&PAPAPARSE, &UDSV] };
    let answer = browser::answer(workspace, &page)?;
    let (papaparse, udsv, ratio) = match serde_json::from_str(&answer) {
        Ok(Told::Measured { papaparse, udsv, file, memory }) => (papaparse, udsv, memory / file),
        Ok(Told::Failed { error }) => return Err(Failure::new(error)),
        Err(_) => return Err(Failure::new(format!("the page told something else than times: {answer}"))),
    };
    let beside = |peer: String, run, bar| Table {
        what: "file",
        ours: "push-qa",
        rate: " MB/s",
        peer,
        runs: vec![run],
        bar,
    };
    let bar = beside(PAPAPARSE.label(), papaparse, BAR);
    let aim = beside(UDSV.label(), udsv, AIM);
    println!("As wasm in headless Chromium, parsed, mapped, typed, checked, duplicates found:\n{bar}");
    println!("The aim, which does not fail:\n{aim}");
    let fits = ratio <= MEMORY_BAR;
    let says = if fits { "holds" } else { "does NOT hold" };
    println!("memory of the module: {ratio:.2}× the file; at most {MEMORY_BAR}×: {says}");
    Ok(bar.holds() && fits)
}
