//! Counts the bytes of a request's JSON from its parts.

use std::io;

use push_api::{Draft, Recipient};
use serde::Serialize;

/// What a request weighs without its recipients.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    envelope: u64,
}

impl Measure {
    pub fn of(draft: &Draft) -> Self {
        Self { envelope: draft.request_to(Vec::new()).to_json().len() as u64 }
    }

    /// Bytes of a request to one recipient.
    pub fn alone(self, recipient: u64) -> u64 {
        self.envelope + recipient
    }
}

/// Bytes of a request that gets one more recipient: itself and a comma.
pub(super) fn joined(request: u32, recipient: u64) -> u64 {
    u64::from(request) + 1 + recipient
}

/// Bytes of a recipient's JSON.
pub(super) fn bytes(recipient: &Recipient) -> u64 {
    let mut counter = Counter(0);
    // As for the request itself, there is nothing in a recipient that JSON cannot hold, and counting cannot fail.
    _ = recipient.serialize(&mut serde_json::Serializer::new(&mut counter));
    counter.0
}

/// Takes bytes and keeps only their number.
struct Counter(u64);

impl io::Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
