//! One entry of the ledger: whose send it is, of which body, and what became of it.

use std::time::{Duration, Instant};

use axum::body::Bytes;
use axum::http::StatusCode;
use sha2::{Digest as _, Sha256};

use super::Claim;

/// The idempotency key within its operator: two operators never share a send.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SendKey {
    /// Name of the operator.
    pub operator: String,
    /// The key as presented.
    pub key: String,
}

/// SHA-256 of a send's body: tells whether a repeat is the same send, and keeps no recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyHash([u8; 32]);

impl BodyHash {
    /// The hash of a body, byte for byte.
    pub fn of(body: &[u8]) -> Self {
        Self(Sha256::digest(body).into())
    }
}

/// The upstream's answer to a send that it took, as it is given and given again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Status of the answer.
    pub status: StatusCode,
    /// JSON of the answer.
    pub body: Bytes,
    /// Id of the operation, where the upstream's `Location` named one.
    pub operation_id: Option<String>,
}

/// What became of a send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The upstream took it.
    Answered(Reply),
    /// It may have been taken.
    Unknown,
    /// It was certainly not taken, so that the key may be used again.
    NotSent,
}

/// A send in the ledger.
#[derive(Debug)]
pub(super) struct Entry {
    pub body: BodyHash,
    pub state: State,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum State {
    InFlight,
    Answered(Reply, Instant),
    Unknown(Instant),
}

impl Entry {
    /// What the same key is told now.
    pub fn claim(&self, body: &BodyHash) -> Claim {
        match &self.state {
            _ if self.body != *body => Claim::Reused,
            State::InFlight => Claim::InFlight,
            State::Answered(reply, _) => Claim::Answered(reply.clone()),
            State::Unknown(_) => Claim::Unknown,
        }
    }

    /// When it was settled.
    pub fn settled(&self) -> Option<Instant> {
        match &self.state {
            State::InFlight => None,
            State::Answered(_, at) | State::Unknown(at) => Some(*at),
        }
    }

    /// True when it may be forgotten; never while it is in flight.
    pub fn is_of_age(&self, age: Duration, now: Instant) -> bool {
        self.settled().is_some_and(|at| now.saturating_duration_since(at) >= age)
    }
}
