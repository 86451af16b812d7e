//! Waiting for a page: asks again and again until something holds, and tells what it saw when it never does.

use std::time::Duration;

use tokio::time::Instant;

use crate::browser::Browser;

/// How long a page may take for anything that a person waits for.
pub const PATIENCE: Duration = Duration::from_secs(10);
/// Most characters of a page that are told of it.
const SHOWN: usize = 2000;
const PAUSE: Duration = Duration::from_millis(40);

/// Asks until there is something, and returns it. `what` says what is waited for.
pub async fn until<T>(browser: &Browser, what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = ask().await {
            return found;
        }
        if Instant::now() > end {
            let (address, text) = (browser.address().await, browser.text().await);
            let text: String = text.chars().take(SHOWN).collect();
            panic!("Waited in vain for {what}.\nThe page {address} says:\n{text}");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Asks until it is true.
pub async fn until_true(browser: &Browser, what: &str, mut ask: impl AsyncFnMut() -> bool) {
    until(browser, what, async || ask().await.then_some(())).await;
}
