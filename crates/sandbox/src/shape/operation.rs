//! An operation and its counters, in both generations. At every moment the counters add up:
//!
//! - guide: `total = queued + sent + delivered + undelivered + failed`. What waits for its moment counts as
//!   queued, what has no device as failed: the guide has no counters for them.
//! - reference: `total = unaddressable + scheduled + queued + sent + failed + canceled`. What is sent stays sent.
//!
//! `recipients` counts the entries of `to`; a user with two devices makes two notifications of one recipient.

use push_api::{Accepted, Counter, Operation, OperationId, Stats};
use serde_json::Map;

use super::{Shape, View};
use crate::world::kept::Kept;
use crate::world::schedule::Phase;
use crate::world::tally::Tally;

/// Path of one operation, below the base address.
pub fn path(id: &OperationId) -> String {
    format!("/PushNotifications/Operations/{id}")
}

impl View<'_> {
    /// The body of the 202.
    pub fn accepted(&self, send: &Kept) -> Accepted {
        let operation_id = send.id();
        let operation_location = Some(format!("{}{}", self.base, path(&operation_id)));
        Accepted { operation_id, operation_location }
    }

    /// One operation as it stands now.
    pub fn operation(&self, send: &Kept) -> Operation {
        let progress = send.progress(self.now);
        Operation {
            id: send.id(),
            status: progress.status,
            stats: stats(self.shape, send.recipients, &progress.tally),
            created_at: Some(self.moment(send.created)),
            updated_at: Some(self.moment(progress.changed)),
            rest: Map::new(),
        }
    }
}

/// The counters of `shape`.
pub fn stats(shape: Shape, recipients: u32, tally: &Tally) -> Stats {
    let pairs = [(Counter::Total, tally.total()), (Counter::Recipients, recipients.into())].into_iter();
    match shape {
        Shape::Guide => Stats::from_pairs(pairs.chain([
            (Counter::Attempts, tally.attempts.into()),
            (Counter::Queued, tally.of(&[Phase::Scheduled, Phase::Queued])),
            (Counter::Sent, tally.of(&[Phase::Sent])),
            (Counter::Delivered, tally.of(&[Phase::Delivered])),
            (Counter::Undelivered, tally.of(&[Phase::Undelivered])),
            (Counter::Failed, tally.of(&[Phase::Failed, Phase::Unaddressable])),
        ])),
        Shape::Reference => Stats::from_pairs(pairs.chain([
            (Counter::Unaddressable, tally.of(&[Phase::Unaddressable])),
            (Counter::Scheduled, tally.of(&[Phase::Scheduled])),
            (Counter::Queued, tally.of(&[Phase::Queued])),
            (Counter::Sent, tally.of(&[Phase::Sent, Phase::Delivered, Phase::Undelivered])),
            (Counter::Failed, tally.of(&[Phase::Failed])),
            // Nothing can cancel a send: the upstream has no such call.
            (Counter::Canceled, 0),
        ])),
    }
}
