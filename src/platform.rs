//! The only place that touches the browser: clock, storage, clipboard, visibility, address bar, randomness, the worker.
//!
//! Everything here is a thin effect. What can be decided without a browser belongs in a crate.

pub mod clipboard;
pub mod clock;
pub mod download;
pub mod file;
pub mod history;
pub mod leave;
pub mod page;
pub mod random;
pub mod storage;
pub mod text_control;
pub mod visibility;
pub mod worker;
