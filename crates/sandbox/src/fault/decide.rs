//! The decision whether a call goes wrong. It remembers how often each rule was asked and came true.

use super::{Call, Fault, FaultPlan, On};
use crate::chance;

/// A plan at work.
#[derive(Debug, Default)]
pub struct Faults {
    seed: u64,
    plan: FaultPlan,
    counts: Vec<Count>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    asked: u64,
    came_true: u64,
}

impl Faults {
    /// A plan at its beginning.
    pub fn new(seed: u64, plan: FaultPlan) -> Self {
        let counts = vec![Count::default(); plan.rules().len()];
        Self { seed, plan, counts }
    }

    /// What goes wrong with this call, if anything. Every rule about the call counts it, whichever one decides.
    pub fn decide(&mut self, call: Call) -> Option<Fault> {
        let mut decided = None;
        for (place, (rule, count)) in self.plan.rules().iter().zip(&mut self.counts).enumerate() {
            let about = rule.call == On::Any || rule.call == On::Only(call);
            if !about || (rule.fault == Fault::RepeatedPageToken && !call.is_list()) {
                continue;
            }
            count.asked += 1;
            let due = count.asked > rule.after && rule.times.is_none_or(|times| count.came_true < times);
            if decided.is_some() || !due {
                continue;
            }
            let path = [place as u64, count.asked];
            if rule.probability.is_none_or(|p| chance::happens(self.seed, &path, p)) {
                count.came_true += 1;
                decided = Some(rule.fault);
            }
        }
        decided
    }
}
