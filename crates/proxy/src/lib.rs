//! The CORS proxy in front of the push notifications API: policy, then ledger, then forward.
//!
//! It holds the credential; nothing secret ever leaves it towards a browser or a log.

pub mod policy;
pub mod problem;
pub mod secret;
