//! The list of recipients on which importers are compared, and the same for a browser.
//!
//! A plain list as companies export it: what is in it is made up, and the same every time.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod checking;
pub mod file;
