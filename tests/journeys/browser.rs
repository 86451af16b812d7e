//! One browser for one journey: a fresh Chromium behind its own driver, and what every page object asks of it.

mod accessible;
mod axe;
mod complaints;
mod input;
mod screen;
mod session;

use fantoccini::elements::Element;
use serde_json::{Value, json};

pub use input::Key;
pub use screen::{Scheme, Screen};
pub use session::{Browser, Programs};

impl Browser {
    /// Loads an address, as typed into the address bar.
    pub async fn open(&self, url: &str) {
        self.client.goto(url).await.unwrap();
    }

    /// Loads the page anew, as the browser's own button does.
    pub async fn reload(&self) {
        self.client.refresh().await.unwrap();
    }

    /// One step back in the history, as the browser's own button does.
    pub async fn back(&self) {
        self.client.back().await.unwrap();
    }

    /// What the address bar shows.
    pub async fn address(&self) -> String {
        self.client.current_url().await.unwrap().to_string()
    }

    /// Title of the window.
    pub async fn title(&self) -> String {
        self.client.title().await.unwrap()
    }

    /// All visible text of the page, in the case that its style gives it.
    pub async fn text(&self) -> String {
        let text = self.run("return document.body ? document.body.innerText : ''", vec![]).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Runs a script in the page and returns its result.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap_or_else(|error| panic!("{error} in {script}"))
    }

    /// Runs a script on an element, as its first argument, and returns its result.
    pub async fn run_on(&self, element: &Element, script: &str) -> Value {
        self.run(script, vec![json!(element)]).await
    }

    /// The text of an element as it is written, whatever its style; none when it has just gone.
    pub async fn text_of(&self, element: &Element) -> Option<String> {
        let text = self.client.execute("return arguments[0].textContent", vec![json!(element)]).await.ok()?;
        text.as_str().map(|text| text.trim().to_owned())
    }

    /// The page as a picture, in PNG.
    pub async fn picture(&self) -> Vec<u8> {
        self.client.screenshot().await.unwrap()
    }
}
