//! The upstream as a pure, deterministic state machine: seed, clock, calls in; answers out.
//!
//! It opens no socket and reads no time: whoever calls brings the wall clock. The same seed, clock and calls
//! always give the same answers.

pub mod clock;
pub mod ident;
pub mod kept;
pub mod piece;
pub mod schedule;
pub mod store;
pub mod tally;

use std::collections::BTreeMap;

use crate::fault::{Call, Fault, FaultPlan, Faults};
use clock::{Clock, TooFar};
use store::{Bounds, Store};

/// The whole state of a sandbox.
#[derive(Debug)]
pub struct World {
    seed: u64,
    clock: Clock,
    /// Every send that is kept.
    pub store: Store,
    faults: Faults,
    arrivals: BTreeMap<String, u64>,
}

impl World {
    /// A world in which nothing was sent yet.
    pub fn new(seed: u64, clock: Clock, plan: FaultPlan, bounds: Bounds) -> Self {
        let (store, faults) = (Store::new(seed, bounds), Faults::new(seed, plan));
        Self { seed, clock, store, faults, arrivals: BTreeMap::new() }
    }

    /// The seed that decides whatever is not decided by a request.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The time now, given the wall clock's, both in Unix milliseconds. What has expired is forgotten.
    pub fn now(&mut self, wall_ms: i64) -> i64 {
        let now = self.clock.now(wall_ms);
        self.store.forget(now);
        now
    }

    /// Puts the clock ahead by `ms`.
    ///
    /// # Errors
    /// [`TooFar`] when the clock would leave its range.
    pub fn advance(&mut self, ms: u64) -> Result<(), TooFar> {
        self.clock.advance(ms)
    }

    /// What goes wrong with this call, if anything.
    pub fn fault(&mut self, call: Call) -> Option<Fault> {
        self.faults.decide(call)
    }

    /// Puts another fault plan in place, from its beginning.
    pub fn plan(&mut self, plan: FaultPlan) {
        self.faults = Faults::new(self.seed, plan);
    }

    /// Notes that a request arrived; `route` is one of a few fixed texts, never a path as it came.
    pub fn arrived(&mut self, method: &str, route: &str) {
        *self.arrivals.entry(format!("{method} {route}")).or_default() += 1;
    }

    /// How many requests arrived since the start, by method and route.
    pub fn arrivals(&self) -> &BTreeMap<String, u64> {
        &self.arrivals
    }
}
