//! Which proxy, as whom, and the test of the connection.

use crate::browser::Browser;

/// The page.
pub struct Settings<'a>(pub(super) &'a Browser);

impl Settings<'_> {
    /// Uses another operator token.
    pub async fn use_token(&self, token: &str) {
        self.0.fill("Operator token", token).await;
        self.0.press("Use these settings").await;
    }

    /// Runs the test of the connection and waits until its steps read so, in their order.
    pub async fn test_says(&self, outcomes: &[&str]) {
        self.0.press("Test the connection").await;
        let script = "return [...document.querySelectorAll('main ol li .badge')].map((badge) => badge.innerText.trim())";
        let what = format!("the steps of the test to be {outcomes:?}");
        crate::wait::until_true(self.0, &what, async || {
            self.0.run(script, vec![]).await == serde_json::json!(outcomes)
        })
        .await;
    }
}
