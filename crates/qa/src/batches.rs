//! Splits a list into sends that keep within every limit, the canary first.
//!
//! Whoever can be sent to is in exactly one send, in the order of the list, or there is no split at all: nothing is
//! cut off silently. Bytes are those of [`push_api::SendRequest::to_json`], counted without building the bodies.

mod error;
mod measure;

use push_api::{Draft, Provider, limits};

use self::measure::Measure;
use crate::batch::{Batch, BatchLimits, Canary};
use crate::list::{List, Row};

pub use error::NotSplit;

/// Splits a list, some rows at a time.
#[derive(Debug)]
pub struct Splitter {
    measure: Measure,
    limits: BatchLimits,
    /// Recipients of the canary that are still to come.
    canary_left: u32,
    next_row: usize,
    batches: Vec<Batch>,
    /// The send that is being filled.
    open: Option<Batch>,
}

impl Splitter {
    /// Begins to split. Of the draft, everything but its own recipients is in every send.
    pub fn new(list: &List, draft: &Draft, canary: Canary, limits: BatchLimits) -> Self {
        let most = u32::try_from(limits::MAX_RECIPIENTS).unwrap_or(u32::MAX);
        Self {
            measure: Measure::of(draft),
            limits: BatchLimits { recipients: limits.recipients.min(most), ..limits },
            canary_left: canary_of(canary, list),
            next_row: 0,
            batches: Vec::new(),
            open: None,
        }
    }

    /// Goes on for at most so many rows, and gives how many are done: all of them at the end.
    ///
    /// # Errors
    /// When a recipient does not fit in a send of its own.
    pub fn step(&mut self, list: &List, rows: usize) -> Result<usize, NotSplit> {
        let end = self.next_row.saturating_add(rows).min(list.len());
        while self.next_row < end {
            if let Some(row) = list.row(self.next_row) {
                self.add(self.next_row, row)?;
            }
            self.next_row += 1;
        }
        Ok(self.next_row)
    }

    /// The sends, once all rows are done.
    pub fn finish(mut self) -> Vec<Batch> {
        self.close();
        self.batches
    }

    fn add(&mut self, index: usize, row: Row<'_>) -> Result<(), NotSplit> {
        let Some(recipient) = row.recipient() else { return Ok(()) };
        let own_bytes = measure::bytes(&recipient);
        let alone = self.measure.alone(own_bytes);
        let limit = u64::from(self.limits.bytes);
        if self.limits.recipients == 0 {
            return Err(NotSplit::NoRoom);
        }
        if alone > limit {
            return Err(NotSplit::TooLarge { row: row.number(), bytes: alone, limit: self.limits.bytes });
        }
        let has_room = |open: &Batch| {
            open.count < self.limits.recipients && measure::joined(open.bytes, own_bytes) <= limit
        };
        if !self.open.as_ref().is_some_and(has_room) {
            self.close();
        }
        let fcm = u32::from(recipient.provider() == Some(&Provider::Fcm));
        let apn = u32::from(recipient.provider() == Some(&Provider::Apn));
        // Neither cast loses anything: both figures are within a limit of 32 bits.
        let batch = match self.open.take() {
            Some(open) => Batch {
                count: open.count + 1,
                fcm: open.fcm + fcm,
                apn: open.apn + apn,
                bytes: measure::joined(open.bytes, own_bytes) as u32,
                last_row: row.number(),
                ..open
            },
            None => Batch {
                start: index as u32,
                count: 1,
                fcm,
                apn,
                bytes: alone as u32,
                first_row: row.number(),
                last_row: row.number(),
            },
        };
        self.open = Some(batch);
        if self.canary_left > 0 {
            self.canary_left -= 1;
            if self.canary_left == 0 {
                self.close();
            }
        }
        Ok(())
    }

    fn close(&mut self) {
        self.batches.extend(self.open.take());
    }
}

/// Splits a whole list.
///
/// # Errors
/// When a recipient does not fit in a send of its own.
pub fn split(
    list: &List,
    draft: &Draft,
    canary: Canary,
    limits: BatchLimits,
) -> Result<Vec<Batch>, NotSplit> {
    let mut splitter = Splitter::new(list, draft, canary, limits);
    splitter.step(list, list.len())?;
    Ok(splitter.finish())
}

/// The exact JSON of one send of a split of the same list and draft.
pub fn body(list: &List, draft: &Draft, batch: &Batch) -> String {
    let rows = (batch.start as usize..list.len()).filter_map(|index| list.row(index));
    let recipients = rows.filter_map(|row| row.recipient()).take(batch.count as usize);
    draft.request_to(recipients.collect()).to_json()
}

/// How many recipients go first.
fn canary_of(canary: Canary, list: &List) -> u32 {
    match canary {
        Canary::None => 0,
        Canary::Count(count) => count,
        Canary::Percent(percent) => {
            let sendable = (0..list.len()).filter_map(|index| list.row(index)).filter(Row::is_sendable);
            let part = (sendable.count() as u64 * u64::from(percent.min(100))).div_ceil(100);
            u32::try_from(part.max(1)).unwrap_or(u32::MAX)
        }
    }
}
