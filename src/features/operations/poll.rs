//! When to ask for an operation again: a state machine of moments. It never reads a clock and asks nobody.
//!
//! Moments are Unix milliseconds given by the caller, so that a test can walk through hours at once.

use push_api::OperationStatus;

/// Waits between answers in milliseconds; the last one holds from then on.
const UNDER_WAY: [i64; 9] = [1000, 1000, 1000, 2000, 3000, 5000, 8000, 12_000, 15_000];
/// The same for an operation whose moment may be days off.
const SCHEDULED: [i64; 5] = [1000, 5000, 15_000, 30_000, 60_000];
/// The same after failures that may pass.
const FAILING: [i64; 4] = [2000, 4000, 8000, 15_000];
/// How long after its first question an operation may still be missing because it is so new.
const MAY_BE_MISSING: i64 = 8000;

/// What the poll is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Asks at this moment.
    Due(i64),
    /// An answer is on its way.
    Asking,
    /// The status will not change again.
    Ended,
    /// A failure that does not pass by itself: a person has to act.
    Stopped,
}

/// What a failure means for asking again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// Nothing with this id, or not yet.
    Missing,
    /// It may pass; the wait in seconds that the answer asks for, where it does.
    Passing(Option<u32>),
    /// It does not pass by itself.
    Lasting,
}

/// The schedule of one operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poll {
    phase: Phase,
    began_at: i64,
    last_at: Option<i64>,
    round: u32,
    status: Option<OperationStatus>,
    answers: usize,
    failures: usize,
    not_before: i64,
    is_hurried: bool,
}

impl Poll {
    /// Nothing is known yet: asks at `now`.
    pub fn begin(now: i64) -> Self {
        Self {
            phase: Phase::Due(now),
            began_at: now,
            last_at: None,
            round: 0,
            status: None,
            answers: 0,
            failures: 0,
            not_before: 0,
            is_hurried: false,
        }
    }

    /// A first answer came by another way at `now`; the next question comes `stagger` ms later than usual.
    pub fn with_answer(now: i64, status: &OperationStatus, stagger: i64) -> Self {
        let mut poll = Self::begin(now);
        poll.answered(now, status);
        if let Phase::Due(at) = poll.phase {
            poll.phase = Phase::Due(at + stagger);
        }
        poll
    }

    /// A question leaves.
    pub fn asked(&mut self) {
        self.phase = Phase::Asking;
        self.is_hurried = false;
        self.round += 1;
    }

    /// An answer came.
    pub fn answered(&mut self, now: i64, status: &OperationStatus) {
        // What has just begun to move is worth a closer look again.
        if self.status.as_ref() != Some(status) {
            self.answers = 0;
        }
        self.last_at = Some(now);
        self.failures = 0;
        self.not_before = 0;
        self.phase = if status.is_terminal() {
            Phase::Ended
        } else {
            let ladder: &[i64] = if *status == OperationStatus::Scheduled { &SCHEDULED } else { &UNDER_WAY };
            Phase::Due(now + rung(ladder, self.answers))
        };
        self.answers += 1;
        self.status = Some(status.clone());
    }

    /// A failure came instead.
    pub fn failed(&mut self, now: i64, failure: Failure) {
        self.last_at = Some(now);
        let wait = rung(&FAILING, self.failures);
        self.failures += 1;
        self.phase = match failure {
            Failure::Missing if self.may_be_missing(now) => Phase::Due(now + UNDER_WAY[0]),
            Failure::Missing | Failure::Lasting => Phase::Stopped,
            Failure::Passing(retry_after) => {
                self.not_before = retry_after.map_or(0, |seconds| now + i64::from(seconds) * 1000);
                Phase::Due(self.not_before.max(now + wait))
            }
        };
    }

    /// A person wants an answer now. The upstream's own wish to wait still holds.
    pub fn hurried(&mut self, now: i64) {
        self.answers = 0;
        if self.phase != Phase::Asking {
            self.is_hurried = true;
            self.phase = Phase::Due(self.not_before.max(now));
        }
    }

    /// True when a person asked for the next question, so that it does not wait for its turn among others.
    pub fn is_hurried(&self) -> bool {
        self.is_hurried
    }

    /// True when it asks no more by itself.
    pub fn is_over(&self) -> bool {
        matches!(self.phase, Phase::Ended | Phase::Stopped)
    }

    /// What it is at.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// When the last answer or failure came.
    pub fn last_at(&self) -> Option<i64> {
        self.last_at
    }

    /// Number of the question, from 1; 0 before the first.
    pub fn round(&self) -> u32 {
        self.round
    }

    /// True while the upstream asks to be left alone.
    pub fn is_held_back(&self, now: i64) -> bool {
        self.not_before > now
    }

    /// True while an operation that is not found may just be too new: never answered yet, first asked for
    /// a few seconds ago.
    pub fn may_be_missing(&self, now: i64) -> bool {
        self.status.is_none() && now - self.began_at < MAY_BE_MISSING
    }
}

fn rung(ladder: &[i64], step: usize) -> i64 {
    ladder.get(step).or(ladder.last()).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests;
