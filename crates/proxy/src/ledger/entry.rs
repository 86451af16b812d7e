//! What the ledger speaks of: whose send it is, of which body, and what became of it.

use axum::body::Bytes;
use axum::http::StatusCode;
use sha2::{Digest as _, Sha256};

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
pub struct BodyHash(String);

impl BodyHash {
    /// The hash of a body, byte for byte.
    pub fn of(body: &[u8]) -> Self {
        Self(hex(&Sha256::digest(body)))
    }

    /// Its hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
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

/// Bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
