//! The rules: functions from parts of a request to a decision. No socket, no clock, no state.
//!
//! The order in which they apply is in `serve::way`, and only there.

pub mod headers;
pub mod host;
pub mod idempotency;
pub mod identity;
pub mod origin;
pub mod path;
pub mod query;
pub mod route;
pub mod send_body;
