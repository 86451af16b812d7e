//! What became of each send, by its idempotency key, so that no confirmed draft is ever sent twice.
//!
//! Pure: the moment is passed in, nothing is awaited. An entry that is not of age is never forgotten: when the
//! ledger is full of such entries, a new send is refused. Kept in memory, so a restart forgets.

mod entry;

use std::collections::HashMap;
use std::time::{Duration, Instant};

pub use entry::{BodyHash, Outcome, Reply, SendKey};
use entry::{Entry, State};

/// How much is remembered.
///
/// Memory is bounded by `entries` times the size of a key (at most 200 bytes) and of a reply (at most
/// `upstream::send::MAX_REPLY_BYTES`); a usual reply is a few hundred bytes.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Most entries.
    pub entries: usize,
    /// How long a finished send is remembered.
    pub age: Duration,
}

/// The record of sends.
#[derive(Debug)]
pub struct Ledger {
    bounds: Bounds,
    entries: HashMap<SendKey, Entry>,
}

/// What a send is told when it presents its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// The key is new and now in flight: send, then settle.
    Granted,
    /// The send was answered before: this is the reply.
    Answered(Reply),
    /// The same send is under way.
    InFlight,
    /// The send was made, and nobody knows what became of it.
    Unknown,
    /// The key belongs to another body.
    Reused,
    /// No room until the given time has passed; `None` when only sends in flight are in the way.
    Full(Option<Duration>),
}

impl Ledger {
    /// An empty ledger.
    pub fn new(bounds: Bounds) -> Self {
        Self { bounds, entries: HashMap::new() }
    }

    /// Decides about a send, and puts it down as in flight when it is granted.
    pub fn claim(&mut self, key: SendKey, body: BodyHash, now: Instant) -> Claim {
        if let Some(entry) = self.entries.get(&key)
            && !entry.is_of_age(self.bounds.age, now)
        {
            return entry.claim(&body);
        }
        self.entries.remove(&key);
        if self.entries.len() >= self.bounds.entries {
            self.entries.retain(|_, entry| !entry.is_of_age(self.bounds.age, now));
        }
        if self.entries.len() >= self.bounds.entries {
            return Claim::Full(self.next_of_age(now));
        }
        self.entries.insert(key, Entry { body, state: State::InFlight });
        Claim::Granted
    }

    /// Puts down what became of a send that was granted. A key that is not in flight stays as it is.
    pub fn settle(&mut self, key: &SendKey, outcome: Outcome, now: Instant) {
        let Some(entry) = self.entries.get_mut(key).filter(|entry| entry.state == State::InFlight) else {
            return;
        };
        match outcome {
            Outcome::Answered(reply) => entry.state = State::Answered(reply, now),
            Outcome::Unknown => entry.state = State::Unknown(now),
            Outcome::NotSent => {
                self.entries.remove(key);
            }
        }
    }

    /// How long until the first finished send is forgotten.
    fn next_of_age(&self, now: Instant) -> Option<Duration> {
        let settled = self.entries.values().filter_map(Entry::settled).min()?;
        Some(self.bounds.age.saturating_sub(now.saturating_duration_since(settled)))
    }
}

#[cfg(test)]
mod tests;
