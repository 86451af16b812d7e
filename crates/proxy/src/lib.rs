//! The CORS proxy in front of the push notifications API: policy, then ledger, then forward.
//!
//! It holds the credential; nothing secret ever leaves it towards a browser or a log.

pub mod cli;
pub mod config;
pub mod console;
pub mod ledger;
pub mod policy;
pub mod problem;
mod sandbox;
pub mod secret;
pub mod serve;
pub mod upstream;
