//! A send: asked exactly once, and its whole reply waited for, since the ledger keeps it.
//!
//! The one question here is whether the upstream may have taken it. Whatever leaves a doubt counts as yes.

use axum::body::Bytes;
use tokio::time::Instant;

use super::verdict;
use super::{Asking, NoAnswer, Upstream};
use crate::ledger::Reply;
use crate::problem::Problem;

/// Most bytes of a reply that are kept; a 202 is a few hundred.
pub const MAX_REPLY_BYTES: usize = 16 * 1024;

/// What became of a send, with what to tell about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// The upstream took it.
    Accepted(Reply),
    /// It was certainly not taken, for this reason.
    Not(Problem),
    /// It may have been taken.
    Unknown,
}

impl Upstream {
    /// Passes a send on, once.
    pub async fn send(&self, asking: &Asking<'_>, body: Bytes) -> Sent {
        let deadline = Instant::now() + self.timeouts.total;
        let answer = match self.ask(&self.sends, asking, Some(body)).await {
            Ok(answer) => answer,
            Err(NoAnswer::NotConnected) => return Sent::Not(verdict::unavailable()),
            // Bytes may have left, so that the upstream may have taken it.
            Err(NoAnswer::Late | NoAnswer::Lost) => return Sent::Unknown,
        };
        let (head, body) = answer.into_parts();
        let said = Self::collect(body, MAX_REPLY_BYTES, deadline).await;
        match verdict::of_send(head.status, &head.headers, said) {
            Sent::Not(problem) => Sent::Not(self.guard(problem)),
            sure => sure,
        }
    }
}
