//! The session behind the worker: every request has its answer, and answers never mix.
#![allow(clippy::unwrap_used, missing_docs)]

mod answers;
mod desk;
mod files;
mod order;
mod walk;
