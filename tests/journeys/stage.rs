//! The stage: everything a journey plays on, set up before it and cleared away after it, whether it went well or not.
//!
//! Every journey ends with the same question: did the page break its own security policy, or panic?

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::pin::pin;
use std::task::Poll;

use tempfile::TempDir;
use tokio::sync::Mutex;

use crate::backend::{Backend, Setup};
use crate::browser::{Browser, Programs};
use crate::sandbox::Sandbox;
use crate::static_server::StaticServer;

/// Journeys share the proxy's port, so one plays at a time.
static TURN: Mutex<()> = Mutex::const_new(());

/// How the console is hosted and what the sandbox speaks.
#[derive(Debug, Clone, Copy)]
pub enum Hosting {
    /// On another origin than the proxy, as on a CDN.
    Apart,
    /// The same, with the newer generation of the API behind the proxy.
    ApartWithReference,
    /// By the proxy itself.
    Together,
}

/// What a journey works with.
pub struct Scene {
    /// The browser.
    pub browser: Browser,
    /// The proxy.
    pub backend: Backend,
    /// The sandbox behind it.
    pub sandbox: Sandbox,
    /// Origin of the console.
    pub console: String,
    /// The host of the console, when that is not the proxy.
    pub host: Option<StaticServer>,
}

/// Plays a journey on a stage of its own.
pub async fn play(hosting: Hosting, journey: impl AsyncFnOnce(&mut Scene)) {
    let _turn = TURN.lock().await;
    let logs = TempDir::new().unwrap();
    let proxy = setting("PUSH_CONSOLE_PROXY");
    let listen =
        proxy.strip_prefix("http://").expect("the journeys' proxy is on loopback, by http").to_owned();
    let (host, folder) = match hosting {
        Hosting::Apart | Hosting::ApartWithReference => {
            (Some(StaticServer::start(&path("PUSH_CONSOLE_DIST")).await), None)
        }
        Hosting::Together => (None, Some(path("PUSH_CONSOLE_SAME_ORIGIN_DIST"))),
    };
    let console = host.as_ref().map_or(proxy, |host| host.origin.clone());
    let backend = Backend::start(Setup {
        program: path("PUSH_PROXY_BIN"),
        log: logs.path().join("proxy.log"),
        listen,
        origins: console.clone(),
        console: folder,
        shape: if matches!(hosting, Hosting::ApartWithReference) { "reference" } else { "guide" },
    })
    .await;
    let programs = Programs { driver: path("CHROMEDRIVER"), chromium: path("CHROMIUM") };
    let browser = Browser::start(&programs, &logs.path().join("driver.log")).await;
    let sandbox = backend.sandbox();
    let mut scene = Scene { browser, backend, sandbox, console, host };

    let outcome = caught(journey(&mut scene)).await;
    let complaints = scene.browser.complaints().await;
    if outcome.is_err() {
        keep_evidence(&scene, &complaints, &logs).await;
    }
    scene.browser.close().await;
    // Until it is gone it holds the port of the next journey.
    scene.backend.down().await;
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
    assert!(complaints.is_empty(), "The browser complained:\n{}", complaints.join("\n"));
}

/// Lets a panic of the journey pass only after the stage is cleared.
async fn caught(journey: impl Future<Output = ()>) -> std::thread::Result<()> {
    let mut journey = pin!(journey);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| journey.as_mut().poll(context))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(())) => Poll::Ready(Ok(())),
        Err(panic) => Poll::Ready(Err(panic)),
    })
    .await
}

/// Shows what a failed journey left behind, and keeps its last picture.
async fn keep_evidence(scene: &Scene, complaints: &[String], logs: &TempDir) {
    let thread = std::thread::current();
    let name = thread.name().unwrap_or("journey").replace("::", "-");
    let folder = path("SCREENSHOTS").join("failed");
    std::fs::create_dir_all(&folder).unwrap();
    let picture = folder.join(format!("{name}.png"));
    std::fs::write(&picture, scene.browser.picture().await).unwrap();
    let log = std::fs::read_to_string(logs.path().join("proxy.log")).unwrap_or_default();
    let last: Vec<&str> = log.lines().rev().take(12).collect();
    eprintln!("Last picture: {}", picture.display());
    eprintln!("The browser complained: {complaints:#?}");
    eprintln!("The proxy's last lines, newest first:\n{}", last.join("\n"));
}

/// A folder or file that the journeys are given.
pub fn path(name: &str) -> PathBuf {
    PathBuf::from(setting(name))
}

fn setting(name: &str) -> String {
    std::env::var(name)
        .unwrap_or_else(|_| panic!("{name} is not set: run the journeys by `cargo xtask test`"))
}
