//! The list of operations, as cards.

use crate::browser::Browser;

/// The page.
pub struct Operations<'a>(pub(super) &'a Browser);

impl Operations<'_> {
    /// Waits for the card of this operation.
    pub async fn shows(&self, id: &str) {
        self.0.find("article", &format!("Operation {id}")).await;
    }

    /// How many cards there are.
    pub async fn count(&self) -> usize {
        self.0.all_beginning("article", "Operation ").await.len()
    }
}
