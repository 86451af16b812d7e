//! One notification whole.

use super::facts::fact;
use crate::browser::Browser;

/// The page.
pub struct Notification<'a>(pub(super) &'a Browser);

impl Notification<'_> {
    /// Waits for the page of a notification that carried these words.
    pub async fn carries(&self, title: &str, body: &str) {
        self.0.find("heading", "Notification").await;
        self.0.says(title).await;
        self.0.says(body).await;
    }

    /// A fact by its name; none when the page does not show it.
    pub async fn fact(&self, name: &str) -> Option<String> {
        fact(self.0, name).await
    }
}
