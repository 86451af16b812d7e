//! Whole journeys: a real browser, the built console, the real proxy and the sandbox.
//!
//! `behaviours/` holds one behaviour per file, told with the page objects of `pages/`; everything else is the
//! stage that they play on. Nothing here knows how the console is made: it sees what a person sees.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod backend;
mod behaviours;
mod browser;
mod child;
mod loopback;
mod pages;
mod sandbox;
mod stage;
mod static_server;
mod tour;
mod wait;
