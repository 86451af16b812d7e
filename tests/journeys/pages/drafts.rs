//! The dialog *Drafts* of the page *Compose*.

use std::path::{Path, PathBuf};

use crate::browser::Browser;
use crate::wait;

/// The dialog.
pub struct Drafts<'a>(pub(super) &'a Browser);

impl Drafts<'_> {
    /// Opens it.
    pub async fn show(&self) {
        self.0.press("Drafts").await;
        self.0.find("dialog", "Drafts").await;
    }

    /// Saves what is in the form under a name that is free.
    pub async fn save(&self, name: &str) {
        self.0.fill("Name", name).await;
        self.0.press("Save").await;
        self.0.find("button", &format!("Open “{name}”")).await;
    }

    /// Presses one of the buttons of a draft.
    pub async fn press(&self, word: &str, name: &str) {
        self.0.press(&format!("{word} “{name}”")).await;
    }

    /// Exports a draft into a folder, and waits for the whole file.
    pub async fn export(&self, name: &str, folder: &Path) -> PathBuf {
        self.0.download_into(folder).await;
        self.press("Export", name).await;
        self.0.says("Exported as").await;
        // While it is being written, Chromium gives it another ending.
        let whole = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "json");
        wait::until(self.0, "the exported file", async || {
            std::fs::read_dir(folder).unwrap().filter_map(|entry| Some(entry.ok()?.path())).find(whole)
        })
        .await
    }

    /// Imports a file.
    pub async fn import(&self, file: &Path) {
        self.0.choose_file("dialog[open] input[type=file]", file).await;
    }

    /// The link to a draft, after it was copied.
    pub async fn link_to(&self, name: &str) -> String {
        self.press("Share", name).await;
        self.0.press("Copy the link").await;
        self.0.says("The link is copied").await;
        self.0.value("textbox", "Link").await
    }
}
