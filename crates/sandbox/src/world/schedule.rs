//! Where a notification stands, as a pure function of its timeline and the time: nothing ticks.
//!
//! A timeline is fixed when the send is accepted. It is never stored: seed, send and place give it back.

use std::ops::Range;

use crate::chance;
use crate::outcome::Outcome;

/// From the start to the first attempt, in milliseconds.
const FIRST_ATTEMPT: Range<i64> = 400..1_600;
/// From the start to the first attempt of a late one.
const LATE_ATTEMPT: Range<i64> = 15_000..17_000;
/// From a refused attempt to the next one.
const NEXT_ATTEMPT: Range<i64> = 700..1_200;
/// From the hand-over to what became of it.
const CONFIRMATION: Range<i64> = 700..2_200;
/// An operation takes at least this long, so that a person sees it at work.
pub const SHORTEST_OPERATION_MS: i64 = 3_000;

/// Where a notification stands, in more detail than either shape tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Waits for its moment.
    Scheduled,
    /// Waits to be handed over.
    Queued,
    /// Handed over.
    Sent,
    /// Confirmed as delivered.
    Delivered,
    /// Given up on after the hand-over.
    Undelivered,
    /// Refused.
    Failed,
    /// Never tried: no device to reach.
    Unaddressable,
}

impl Phase {
    /// How many phases there are.
    pub const COUNT: usize = 7;
}

/// Everything that happens to one notification, in Unix milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeline {
    /// When it was made.
    created: i64,
    /// When it is queued: at once, or at its moment.
    start: i64,
    first_attempt: Option<i64>,
    second_attempt: Option<i64>,
    handed_over: Option<i64>,
    ended: i64,
    ending: Phase,
}

/// Where one notification stands at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Its phase.
    pub phase: Phase,
    /// Since when, in Unix milliseconds.
    pub since: i64,
    /// When it was handed over, if it was.
    pub handed_over: Option<i64>,
    /// Delivery attempts made so far.
    pub attempts: u32,
}

impl Timeline {
    /// The timeline of a notification that is made at `created` and may leave at `start`; `path` tells it apart
    /// from every other one.
    pub fn new(seed: u64, path: [u64; 2], created: i64, start: i64, outcome: Outcome) -> Self {
        let [send, place] = path;
        let after = |from: i64, step: u64, range| from + chance::within(seed, &[send, place, step], &range);
        let first = match outcome {
            Outcome::Late => after(start, 0, LATE_ATTEMPT),
            _ => after(start, 0, FIRST_ATTEMPT),
        };
        let second = (outcome == Outcome::Retried).then(|| after(first, 1, NEXT_ATTEMPT));
        let confirmed = |handed| after(handed, 2, CONFIRMATION);
        let handed = second.unwrap_or(first);
        let (attempt, handed_over, ended, ending) = match outcome {
            Outcome::Delivered | Outcome::Late | Outcome::Retried => {
                (Some(first), Some(handed), confirmed(handed), Phase::Delivered)
            }
            Outcome::Undelivered => (Some(first), Some(handed), confirmed(handed), Phase::Undelivered),
            Outcome::Failed => (Some(first), None, first, Phase::Failed),
            Outcome::Unaddressable => (None, None, first, Phase::Unaddressable),
        };
        Self { created, start, first_attempt: attempt, second_attempt: second, handed_over, ended, ending }
    }

    /// When nothing more happens, in Unix milliseconds.
    pub fn ended(&self) -> i64 {
        self.ended
    }

    /// Where it stands at `now`.
    pub fn at(&self, now: i64) -> Standing {
        let handed_over = self.handed_over.filter(|&at| at <= now);
        let (phase, since) = match handed_over {
            _ if now < self.start => (Phase::Scheduled, self.created),
            _ if now >= self.ended => (self.ending, self.ended),
            Some(at) => (Phase::Sent, at),
            None => (Phase::Queued, self.start),
        };
        let tried = [self.first_attempt, self.second_attempt].into_iter().flatten();
        let attempts = tried.map(|at| u32::from(at <= now)).sum();
        Standing { phase, since, handed_over, attempts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Phases and attempts in the order in which they are seen when looking every 50 ms.
    fn story(created: i64, start: i64, outcome: Outcome) -> Vec<(Phase, u32)> {
        let timeline = Timeline::new(7, [1, 2], created, start, outcome);
        let mut seen = Vec::new();
        for now in (created..=timeline.ended()).step_by(50).chain([timeline.ended()]) {
            let standing = timeline.at(now);
            assert!(standing.since <= now, "nothing is since the future");
            if seen.last() != Some(&(standing.phase, standing.attempts)) {
                seen.push((standing.phase, standing.attempts));
            }
        }
        seen
    }

    #[test]
    fn every_outcome_has_its_story() {
        use Phase::{Delivered, Failed, Queued, Scheduled, Sent, Unaddressable, Undelivered};
        type Row<'a> = (Outcome, i64, &'a [(Phase, u32)]);
        let table: [Row<'_>; 7] = [
            (Outcome::Delivered, 0, &[(Queued, 0), (Sent, 1), (Delivered, 1)]),
            (Outcome::Late, 0, &[(Queued, 0), (Sent, 1), (Delivered, 1)]),
            (Outcome::Retried, 0, &[(Queued, 0), (Queued, 1), (Sent, 2), (Delivered, 2)]),
            (Outcome::Undelivered, 0, &[(Queued, 0), (Sent, 1), (Undelivered, 1)]),
            (Outcome::Failed, 0, &[(Queued, 0), (Failed, 1)]),
            (Outcome::Unaddressable, 0, &[(Queued, 0), (Unaddressable, 0)]),
            (Outcome::Delivered, 60_000, &[(Scheduled, 0), (Queued, 0), (Sent, 1), (Delivered, 1)]),
        ];
        for (outcome, start, expected) in table {
            assert_eq!(story(0, start, outcome), expected, "{outcome:?}");
        }
    }

    #[test]
    fn a_late_one_ends_about_twenty_seconds_after_its_start_and_the_others_within_six() {
        for place in 0..500 {
            let ended = |outcome| Timeline::new(7, [1, place], 0, 0, outcome).ended();
            assert!((15_000..20_500).contains(&ended(Outcome::Late)));
            for outcome in [Outcome::Delivered, Outcome::Retried, Outcome::Undelivered, Outcome::Failed] {
                assert!(ended(outcome) < 6_000);
            }
        }
    }
}
