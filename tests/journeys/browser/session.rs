//! Starting and ending a browser. The user's profile, and everything stored in it, is new every time.

use std::path::{Path, PathBuf};

use axum::http::Method;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::process::Command;

use super::complaints;
use super::screen::{Scheme, Screen};
use crate::child::{self, Program};
use crate::loopback;

/// What is needed to drive a browser.
pub struct Programs {
    /// Chromium's driver.
    pub driver: PathBuf,
    /// Chromium.
    pub chromium: PathBuf,
}

/// A browser with one window.
pub struct Browser {
    pub(super) client: Client,
    /// The driver's address of this session, for the calls that WebDriver itself does not have.
    address: String,
    _profile: TempDir,
    _driver: Program,
}

/// Chromium as root, without a display, and without any call home.
const FLAGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
];

impl Browser {
    /// Starts one with a wide window.
    pub async fn start(programs: &Programs, log: &Path) -> Self {
        let mut driver = Command::new(&programs.driver);
        // One time zone for everybody, so that a moment reads the same on every machine.
        driver.arg("--port=0").env("TZ", "UTC");
        let (driver, port) = child::start(&mut driver, log, port_in).await;
        let profile = TempDir::new().unwrap();
        let root = format!("http://127.0.0.1:{port}");
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(&programs.chromium, profile.path()))
            .connect(&root)
            .await
            .unwrap_or_else(|error| panic!("no browser: {error}"));
        let id = client.session_id().await.unwrap().expect("a session has an id");
        let browser =
            Self { client, address: format!("{root}/session/{id}"), _profile: profile, _driver: driver };
        let listener = json!({ "source": complaints::LISTENER });
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", listener).await;
        browser.show_on(Screen::WIDE).await;
        browser.prefer(Scheme::Light).await;
        browser
    }

    /// What WebDriver itself offers.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// From now on files are downloaded into this folder, without a question.
    pub async fn download_into(&self, folder: &Path) {
        let behavior = json!({ "behavior": "allow", "downloadPath": folder });
        self.devtools("Browser.setDownloadBehavior", behavior).await;
    }

    /// Leaves the page and forgets whatever an origin has stored, so that whoever comes next is somebody else.
    pub async fn forget(&self, origin: &str) {
        // A page keeps what it holds while it is left, so only one that holds nothing can be cleared.
        self.open(&format!("{origin}/config.json")).await;
        self.client.execute("sessionStorage.clear()", vec![]).await.unwrap();
        let everything = json!({ "origin": origin, "storageTypes": "all" });
        self.devtools("Storage.clearDataForOrigin", everything).await;
    }

    /// Ends it.
    pub async fn close(self) {
        self.client.close().await.unwrap();
    }

    /// A call of Chromium's own protocol, to this window.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Value {
        self.try_devtools(method, parameters).await.unwrap_or_else(|error| panic!("{error}"))
    }

    /// The same, for what may have gone meanwhile.
    pub async fn try_devtools(&self, method: &str, parameters: Value) -> Result<Value, String> {
        let body = json!({ "cmd": method, "params": parameters });
        self.driver(Method::POST, "goog/cdp/execute", Some(&body)).await
    }

    /// A call of the driver that the WebDriver client does not have.
    pub async fn driver(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Value, String> {
        let mut answer = loopback::call(method, &format!("{}/{path}", self.address), None, body).await?;
        Ok(answer["value"].take())
    }
}

/// `ChromeDriver was started successfully on port 40123.`
fn port_in(line: &str) -> Option<u16> {
    line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
}

fn capabilities(chromium: &Path, profile: &Path) -> fantoccini::wd::Capabilities {
    let profile = format!("--user-data-dir={}", profile.display());
    let arguments: Vec<&str> = FLAGS.into_iter().chain([profile.as_str()]).collect();
    let wanted = json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": chromium, "args": arguments },
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    wanted.as_object().cloned().unwrap_or_default()
}
