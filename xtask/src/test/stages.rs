//! The stages of `cargo xtask test`, in order. Each returns what its checks said; a failure to run is a failed check.

use std::process::Command;

use super::lab::Lab;
use crate::budget::{self, LIMIT};
use crate::failure::Outcome;
use crate::process;
use crate::tally::{Reader, Tally};
use crate::tools::postgres;
use crate::tools::rust_target::TARGET;

/// One stage.
pub struct Stage {
    /// Its name for `--only` and in the table.
    pub name: &'static str,
    /// What it does, for the person who waits.
    pub what: &'static str,
    /// Runs it.
    pub run: fn(&mut Lab<'_>) -> Outcome<Tally>,
}

/// All of them: what fails quickly comes first.
pub const STAGES: [Stage; 9] = [
    Stage { name: "setup", what: "tools, browser, accessibility checker, database", run: setup },
    Stage { name: "format", what: "rustfmt", run: format },
    Stage { name: "clippy", what: "clippy, warnings are errors", run: clippy },
    Stage { name: "clippy-wasm", what: "clippy for the browser, warnings are errors", run: clippy_wasm },
    Stage { name: "native", what: "unit, integration and documentation tests", run: native },
    Stage { name: "components", what: "component tests in headless Chromium", run: components },
    Stage {
        name: "build",
        what: "release build of the console, as a CDN and as the proxy host it",
        run: build,
    },
    Stage { name: "budget", what: "weight of the main page", run: budget },
    Stage { name: "journeys", what: "whole journeys in headless Chromium", run: journeys },
];

fn setup(lab: &mut Lab<'_>) -> Outcome<Tally> {
    lab.tools()?;
    lab.browser()?;
    postgres::ensure()?;
    // Nothing of ours was checked.
    Ok(Tally::default())
}

fn format(lab: &mut Lab<'_>) -> Outcome<Tally> {
    check(&mut lab.workspace.cargo(&["fmt", "--all", "--check"]))
}

fn clippy(lab: &mut Lab<'_>) -> Outcome<Tally> {
    check(&mut lab.workspace.cargo(&[
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
}

fn clippy_wasm(lab: &mut Lab<'_>) -> Outcome<Tally> {
    lab.tools()?;
    let words = ["clippy", "--quiet", "--package", "push-console", "--all-targets", "--target", TARGET];
    // As it is tested, and as it is hosted.
    let tested = check(lab.workspace.cargo(&words).args(["--", "-D", "warnings"]))?;
    let hosted = check(lab.workspace.cargo(&words).args(["--features", "split", "--", "-D", "warnings"]))?;
    Ok(tested.plus(hosted))
}

fn native(lab: &mut Lab<'_>) -> Outcome<Tally> {
    let mut cargo = lab.workspace.cargo(&["test", "--workspace", "--no-fail-fast"]);
    if let Some(programs) = postgres::ensure()? {
        cargo.env(postgres::PROGRAMS, programs);
    }
    suites(&mut cargo)
}

fn components(lab: &mut Lab<'_>) -> Outcome<Tally> {
    let browser = lab.browser()?;
    let words = ["test", "--package", "push-console", "--target", TARGET, "--test", "components"];
    let mut cargo = lab.workspace.cargo(&words);
    cargo.env("CHROMEDRIVER", browser.chromium.driver);
    lab.tools()?.put_first(&mut cargo)?;
    suites(&mut cargo)
}

fn build(lab: &mut Lab<'_>) -> Outcome<Tally> {
    lab.consoles()?;
    Ok(Tally::one(true))
}

fn budget(lab: &mut Lab<'_>) -> Outcome<Tally> {
    let weight = budget::weigh(&lab.consoles()?.apart)?;
    print!("{weight}");
    Ok(Tally::one(weight.of_page() <= LIMIT))
}

fn journeys(lab: &mut Lab<'_>) -> Outcome<Tally> {
    let browser = lab.browser()?;
    let (proxy, screenshots) = (lab.proxy()?, lab.screenshots()?);
    // All packages, as in the other native builds, so that nothing is built again with other features.
    let words = ["test", "--workspace", "--test", "journeys", "--", "--test-threads=1"];
    let mut cargo = lab.workspace.cargo(&words);
    let consoles = lab.consoles()?;
    cargo
        .env("PUSH_CONSOLE_DIST", &consoles.apart)
        .env("PUSH_CONSOLE_PROXY", consoles.proxy.as_str())
        .env("PUSH_CONSOLE_SAME_ORIGIN_DIST", &consoles.together)
        .env("PUSH_QA_BIN", proxy.with_file_name("push-qa"))
        .env("PUSH_PROXY_BIN", proxy)
        .env("CHROMIUM", browser.chromium.browser)
        .env("CHROMEDRIVER", browser.chromium.driver)
        .env("AXE_JS", browser.axe)
        .env("SCREENSHOTS", screenshots);
    let tally = suites(&mut cargo)?;
    if tally.failed == 0 {
        lab.renew_pictures()?;
    }
    Ok(tally)
}

/// A program that says yes or no.
fn check(command: &mut Command) -> Outcome<Tally> {
    process::tee(command, |_| {}).map(Tally::one)
}

/// A program that runs suites of tests.
fn suites(command: &mut Command) -> Outcome<Tally> {
    let mut reader = Reader::default();
    let is_success = process::tee(command, |line| reader.line(line))?;
    Ok(reader.end(is_success))
}
