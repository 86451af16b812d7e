//! The sandbox over a real loopback socket: what a client sees, in both generations of the JSON.
#![allow(clippy::unwrap_used, missing_docs)]

mod auth;
mod contract;
mod control;
mod course;
mod faults;
mod lists;
mod malformed;
mod sandbox;
mod stopping;
