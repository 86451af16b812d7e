//! What is around every page: the address bar, the four links, and the banner that says where pushes go.

use crate::backend::TOKEN;
use crate::browser::Browser;
use crate::wait;

/// The shell.
pub struct Shell<'a> {
    pub(super) browser: &'a Browser,
    pub(super) console: &'a str,
}

impl Shell<'_> {
    /// Opens an address of the console with the right token, and waits until it is known where pushes go.
    pub async fn enter(&self, path: &str) {
        self.enter_as(path, TOKEN).await;
        self.says_where_pushes_go("Sandbox").await;
    }

    /// Opens an address of the console with this token.
    pub async fn enter_as(&self, path: &str, token: &str) {
        // A person opens a link in a new tab: without this, a changed fragment alone would load nothing.
        self.browser.open("about:blank").await;
        self.browser.open(&format!("{}{path}#token={token}", self.console)).await;
    }

    /// Waits until the banner says this.
    pub async fn says_where_pushes_go(&self, words: &str) {
        let banner = self.browser.find("region", "Where pushes go").await;
        wait::until_true(self.browser, &format!("the banner to say “{words}”"), async || {
            self.browser.text_of(&banner).await.is_some_and(|text| text.contains(words))
        })
        .await;
    }

    /// Follows one of the four links, and waits for the page.
    pub async fn go_to(&self, page: &str) {
        self.browser.follow(page).await;
        self.is_at(page).await;
    }

    /// Waits until the page with this heading is shown.
    pub async fn is_at(&self, heading: &str) {
        self.browser.find("heading", heading).await;
        let title = format!("{heading} · Push Console");
        wait::until_true(self.browser, &format!("the title “{title}”"), async || {
            self.browser.title().await == title
        })
        .await;
    }

    /// The address that a person would copy, without the console's origin.
    pub async fn path(&self) -> String {
        let address = self.browser.address().await;
        address.strip_prefix(self.console).unwrap_or(&address).to_owned()
    }
}
