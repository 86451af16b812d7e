//! The console: a single-page app that composes pushes, sends them through the proxy, and follows them.
//!
//! `features` are what a person sees; they stand on `ui` (widgets), `api` (the proxy) and `platform` (the
//! browser). `route` is the map of addresses, `connection` the one shared context, `audience` the imported list of
//! recipients. What joins two of them and serves several features stands beside them: `failure`, `copying`, `moment`,
//! `paging`, `steering`; `second_module` says which code is loaded only on demand.

pub mod api;
pub mod app;
pub mod audience;
pub mod connection;
pub mod copying;
pub mod differences;
mod failure;
pub mod features;
pub mod moment;
pub mod paging;
pub mod platform;
pub mod route;
pub mod second_module;
pub mod steering;
pub mod ui;
