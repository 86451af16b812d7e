//! The comparison in a browser: builds the page, opens it in headless Chromium, and waits for what it tells.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use super::page_server::PageServer;
use super::ratio::{self, Run};
use crate::failure::{Failure, Outcome};
use crate::folder;
use crate::process;
use crate::step::Step;
use crate::tools::{Cache, Toolbox, chromium, liquidjs, rust_target::TARGET};
use crate::workspace::Workspace;

const PAGE: &str = include_str!("page.html");
const NAME: &str = "bench";
/// Longer than any machine needs; then something is wrong.
const PATIENCE: Duration = Duration::from_secs(180);

/// The times of every pair.
///
/// # Errors
/// When something cannot be built or run, the texts differ, or the page does not answer in time.
pub fn runs(workspace: &Workspace) -> Outcome<Vec<Run>> {
    let tools = Toolbox::ensure(workspace)?;
    let chromium = chromium::ensure()?;
    let peer = liquidjs::ensure(&Cache::find()?)?;
    let step = Step::begin("In the browser");
    step.working("building");
    let page = workspace.target.join("bench-page");
    make_page(workspace, &tools, &peer, &page)?;
    step.working("rendering");
    let server = PageServer::start(page)?;
    let profile = workspace.target.join("bench-profile");
    folder::remove(&profile)?;
    let mut browser = process::command(&chromium.browser);
    browser
        .args([
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
        ])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(server.address())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut browser = browser.spawn().map_err(Failure::doing("start", chromium.browser.display()))?;
    let answer = server.answer(PATIENCE, || matches!(browser.try_wait(), Ok(None)));
    // It has told what it was started for; that it may be gone already is fine.
    let _ = browser.kill();
    let _ = browser.wait();
    let runs = ratio::read(&answer?)?;
    step.done("done");
    Ok(runs)
}

fn make_page(workspace: &Workspace, tools: &Toolbox, peer: &Path, page: &Path) -> Outcome<()> {
    folder::remove(page)?;
    folder::make(page)?;
    let words = ["rustc", "--quiet", "--profile", "wasm-bench", "--package", "push-liquid-bench", "--lib"];
    process::run(workspace.cargo(&words).args(["--crate-type", "cdylib", "--target", TARGET]))?;
    let module = workspace.target.join(TARGET).join("wasm-bench/push_liquid_bench.wasm");
    let mut bindgen = process::command("wasm-bindgen");
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-name", NAME, "--out-dir"])
        .arg(page)
        .arg(module);
    tools.put_first(&mut bindgen)?;
    process::run(&mut bindgen)?;
    folder::write(page, "index.html", PAGE)?;
    let script = page.join("liquidjs.mjs");
    fs::copy(peer, &script).map_err(Failure::doing("write", script.display()))?;
    Ok(())
}
