//! `cargo xtask bench`: how fast and how heavy, always beside a named peer in the same run.
//!
//! Ratios, not seconds: machines differ and are shared. Never part of the tests.

mod browser;
mod check;
mod csv;
mod liquid;
mod longest_task;
mod page_server;
mod ratio;
mod size;

use clap::{Args, Subcommand};

use crate::failure::Outcome;
use crate::workspace::Workspace;

/// What is measured.
#[derive(Debug, Args)]
pub struct Bench {
    #[command(subcommand)]
    subject: Subject,
}

#[derive(Debug, Subcommand)]
enum Subject {
    /// How fast the template engine is: beside the `liquid` crate natively, and beside liquidjs in headless Chromium.
    ///
    /// Three templates for 10,000 made-up recipients, rendered by turns. The texts are compared before anything is
    /// timed. Fails when they differ, or when the median ratio of a template is below its bar.
    Liquid(liquid::Liquid),
    /// How fast a list of recipients is imported: beside PapaParse and uDSV in headless Chromium.
    ///
    /// A made-up CSV file of 100,000 rows, read by turns. Ours also decodes it, types its columns, looks at every row
    /// and finds duplicates; the others read a decoded text and type its cells. All cells are compared before
    /// anything is timed. Fails when they differ, when ours is less than twice as fast as PapaParse, or when it takes
    /// more than three times the file's size of memory.
    Csv,
    /// How fast a whole list is checked: beside what liquidjs needs merely to render it, in headless Chromium.
    ///
    /// Title and body for 10,000 made-up recipients. All texts are compared before anything is timed. Fails when they
    /// differ, or when the check is less than five times as fast as the mere rendering. Then the console itself is driven,
    /// as it is hosted: it also fails when the longest task of its main thread takes more than 16 ms.
    Check,
    /// What the template engine adds to a page's module, in compressed bytes.
    ///
    /// Builds a module that does nothing else with the engine and without. Fails when it adds more than it may.
    Size,
}

/// Measures, prints, and tells whether every bar holds.
///
/// # Errors
/// When something cannot be built or run, or two engines make different texts.
pub fn bench(workspace: &Workspace, told: &Bench) -> Outcome<bool> {
    match &told.subject {
        Subject::Liquid(told) => liquid::compare(workspace, told),
        Subject::Csv => csv::compare(workspace),
        Subject::Check => check::compare(workspace),
        Subject::Size => size::weigh(workspace),
    }
}
