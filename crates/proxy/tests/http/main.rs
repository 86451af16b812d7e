//! The proxy over real sockets on loopback, between a caller and an upstream that does as it is told.

#![allow(clippy::unwrap_used, missing_docs)]

mod bodies;
mod caller;
mod console;
mod cors;
mod embedded;
mod headers;
mod hosts;
mod idempotency;
mod malformed;
mod paths;
mod reads;
mod sends;
mod session;
mod setting;
mod shutdown;
mod timeouts;
mod upstream;
