//! The templates and the recipients that engines are compared on, and the same for a browser.
//!
//! Every engine must make the same text of them: they hold only what all engines agree on, and no variable is missing.

#[cfg(target_arch = "wasm32")]
mod browser;
pub mod recipients;
pub mod templates;
