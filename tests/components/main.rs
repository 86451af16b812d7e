//! Widgets and pages mounted alone in a real browser.
#![cfg(target_arch = "wasm32")]
