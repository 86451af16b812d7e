//! The imported list on *Compose*: its file, its check, and sending it.

use std::path::Path;

use fantoccini::Locator;

use crate::browser::Browser;
use crate::wait;

/// The list.
pub struct List<'a>(pub(super) &'a Browser);

impl List<'_> {
    /// Opens the panel of the list, unless a list that was kept here has opened it.
    pub async fn begin(&self) {
        if self.0.is_saying("Import a list").await {
            self.0.press("Import a list").await;
        }
        self.0.find("button", "Choose a file").await;
    }

    /// Chooses a file, and waits until it is read.
    pub async fn import(&self, file: &Path) {
        self.choose(file).await;
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        self.0.find("heading", &name).await;
    }

    /// Chooses a file.
    pub async fn choose(&self, file: &Path) {
        self.0.find("button", "Choose a file").await;
        let input = self.0.client().find(Locator::Css("input[type=file]")).await.unwrap();
        input.send_keys(&file.display().to_string()).await.unwrap();
    }

    /// Waits until the check of what is written says this. It is scrolled to, for out of sight it is not laid out.
    pub async fn check_says(&self, words: &str) {
        let script = "document.querySelector('.check-result')?.scrollIntoView({ block: 'nearest' });";
        wait::until_true(self.0, &format!("the words “{words}” in the check"), async || {
            self.0.run(script, vec![]).await;
            self.0.is_saying(words).await
        })
        .await;
    }

    /// Opens the last look at the list.
    pub async fn review(&self) {
        self.0.press("Review and send").await;
        self.0.find("table", "Sends").await;
    }

    /// States of the sends in the dialog, in their order.
    pub async fn states(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('table[aria-label=Sends] tbody tr')]\
                      .map((row) => row.querySelector('.badge').innerText.trim())";
        let found = self.0.run(script, vec![]).await;
        found.as_array().into_iter().flatten().filter_map(|state| state.as_str().map(str::to_owned)).collect()
    }

    /// Waits until the sends are in these states.
    pub async fn becomes(&self, states: &[&str]) {
        wait::until_true(self.0, &format!("sends that are {states:?}"), async || {
            self.states().await == states
        })
        .await;
    }
}
