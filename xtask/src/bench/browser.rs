//! The comparison in a browser: builds the page, opens it in headless Chromium, and waits for what it tells.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::page_server::PageServer;
use crate::failure::{Failure, Outcome};
use crate::folder;
use crate::process;
use crate::step::Step;
use crate::tools::{Cache, Toolbox, chromium, peer::Peer, rust_target::TARGET};
use crate::workspace::Workspace;

const NAME: &str = "bench";
/// Longer than any machine needs; then something is wrong.
const PATIENCE: Duration = Duration::from_secs(180);

/// What is compared in a page.
#[derive(Debug)]
pub struct Page<'p> {
    /// The page: it imports `bench.js` and the peers, and posts what it found to `/answer`.
    pub html: &'p str,
    /// The package whose library is measured, and the name of the module that is made of it.
    pub package: &'p str,
    /// Libraries of other people.
    pub peers: &'p [&'p Peer],
}

/// What the page posted.
///
/// # Errors
/// When something cannot be built or run, or the page does not answer in time.
pub fn answer(workspace: &Workspace, page: &Page) -> Outcome<String> {
    let tools = Toolbox::ensure(workspace)?;
    let chromium = chromium::ensure()?;
    let cache = Cache::find()?;
    let scripts: Vec<_> = page.peers.iter().map(|peer| peer.ensure(&cache)).collect::<Outcome<_>>()?;
    let step = Step::begin("In the browser");
    step.working("building");
    let home = workspace.target.join("bench-page");
    make_page(workspace, &tools, page, &home)?;
    for (peer, script) in page.peers.iter().zip(scripts) {
        let copy = home.join(peer.file());
        fs::copy(script, &copy).map_err(Failure::doing("write", copy.display()))?;
    }
    step.working("measuring");
    let server = PageServer::start(home)?;
    let mut browser = command(&chromium.browser, &workspace.target.join("bench-profile"))?;
    browser.arg(server.address());
    let mut browser = browser.spawn().map_err(Failure::doing("start", chromium.browser.display()))?;
    let answer = server.answer(PATIENCE, || matches!(browser.try_wait(), Ok(None)));
    // It has told what it was started for; that it may be gone already is fine.
    let _ = browser.kill();
    let _ = browser.wait();
    step.done("done");
    answer
}

/// A headless Chromium with a new profile in this folder, still without a page.
///
/// # Errors
/// When the profile of an earlier one cannot be removed.
pub fn command(browser: &Path, profile: &Path) -> Outcome<Command> {
    folder::remove(profile)?;
    let mut command = process::command(browser);
    command
        .args([
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
        ])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    Ok(command)
}

fn make_page(workspace: &Workspace, tools: &Toolbox, page: &Page, home: &Path) -> Outcome<()> {
    folder::remove(home)?;
    folder::make(home)?;
    let words = ["rustc", "--quiet", "--profile", "wasm-bench", "--package", page.package, "--lib"];
    process::run(workspace.cargo(&words).args(["--crate-type", "cdylib", "--target", TARGET]))?;
    let module = format!("wasm-bench/{}.wasm", page.package.replace('-', "_"));
    let mut bindgen = process::command("wasm-bindgen");
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-name", NAME, "--out-dir"])
        .arg(home)
        .arg(workspace.target.join(TARGET).join(module));
    tools.put_first(&mut bindgen)?;
    process::run(&mut bindgen)?;
    folder::write(home, "index.html", page.html)
}
