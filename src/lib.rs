//! The console: a single-page app that composes pushes, sends them through the proxy, and follows them.
//!
//! `features` are what a person sees; they stand on `ui` (widgets), `api` (the proxy) and `platform` (the
//! browser). `route` is the map of addresses, `connection` the one shared context.

pub mod api;
pub mod app;
pub mod connection;
mod failure;
pub mod features;
pub mod platform;
pub mod route;
pub mod ui;
