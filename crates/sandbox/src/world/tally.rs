//! How many notifications of one operation stand where. The shapes make their counters from it.
//!
//! Every notification is in exactly one phase, so the phases always add up to the total.

use super::schedule::{Phase, Standing};

/// Notifications by phase, and attempts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    by_phase: [u32; Phase::COUNT],
    /// Delivery attempts made.
    pub attempts: u32,
}

impl Tally {
    /// Counts one more notification.
    pub fn add(&mut self, standing: &Standing) {
        if let Some(count) = self.by_phase.get_mut(standing.phase as usize) {
            *count += 1;
        }
        self.attempts += standing.attempts;
    }

    /// How many are in any of these phases.
    pub fn of(&self, phases: &[Phase]) -> u64 {
        phases.iter().filter_map(|&phase| self.by_phase.get(phase as usize)).copied().map(u64::from).sum()
    }

    /// How many there are.
    pub fn total(&self) -> u64 {
        self.by_phase.iter().copied().map(u64::from).sum()
    }
}
