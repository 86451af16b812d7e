//! One operation: its card, which moves by itself.

use super::facts::fact;
use crate::browser::Browser;
use crate::wait;

/// The page.
pub struct Operation<'a>(pub(super) &'a Browser);

impl Operation<'_> {
    /// Waits until the status reads so.
    pub async fn becomes(&self, status: &str) {
        wait::until_true(self.0, &format!("the operation to be “{status}”"), async || {
            self.status().await.as_deref() == Some(status)
        })
        .await;
    }

    /// The status as text, once there is one.
    pub async fn status(&self) -> Option<String> {
        let element = self.0.all_beginning("status", "Status of operation").await.into_iter().next()?;
        Some(self.0.text_of(&element).await?.trim().to_owned())
    }

    /// A counter or date of the card by its name; none when the card does not show it.
    pub async fn figure(&self, name: &str) -> Option<String> {
        fact(self.0, name).await
    }

    /// Waits until the counters read so.
    pub async fn counts(&self, expected: &[(&str, &str)]) {
        for (name, count) in expected {
            wait::until_true(self.0, &format!("{name} to be {count}"), async || {
                self.figure(name).await.as_deref() == Some(count)
            })
            .await;
        }
    }
}
