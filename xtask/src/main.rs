//! The commands of this repository: `cargo xtask run`, `test`, `bench` and `dist`.
//!
//! They set up whatever they need by themselves, say what they do, and depend on no crate of ours.

mod bench;
mod budget;
mod compress;
mod console_build;
mod console_folder;
mod dist;
mod failure;
mod fingerprint;
mod folder;
mod headers;
mod html_text;
mod process;
mod proxy_origin;
mod run;
mod second_module;
mod step;
mod style_bundle;
mod tally;
mod test;
mod tools;
mod version;
mod watch;
mod worker;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use workspace::Workspace;

#[derive(Debug, Parser)]
#[command(name = "cargo xtask", about = "Runs, checks and packs Push Console.", version)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Set up, build, and serve the console with its proxy and the sandbox on this machine.
    Run(run::Run),
    /// Check everything: format, lints, tests native and in the browser, size, whole journeys.
    Test(test::Test),
    /// Measure beside named peers: how fast the template engine is, and what it adds to a page.
    Bench(bench::Bench),
    /// Make the folder that goes to a CDN.
    Dist(dist::Dist),
    /// Build the console again whenever it changes; started by `run --dev`.
    #[command(hide = true)]
    Watch(watch::Watch),
}

fn main() -> ExitCode {
    if let Some(real) = second_module::requested() {
        return second_module::stand_in(&real);
    }
    let cli = Cli::parse();
    let done = Workspace::find().and_then(|workspace| match &cli.task {
        Task::Run(told) => run::run(&workspace, told).map(|()| true),
        Task::Test(told) => Ok(test::test(&workspace, told)),
        Task::Bench(told) => bench::bench(&workspace, told),
        Task::Dist(told) => dist::dist(&workspace, told).map(|()| true),
        Task::Watch(told) => watch::watch(&workspace, told).map(|()| true),
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}
