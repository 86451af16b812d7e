//! The console: a single-page app that composes pushes, sends them through the proxy, and follows them.

pub mod api;
pub mod route;
pub mod ui;
