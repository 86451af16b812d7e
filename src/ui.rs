//! stub
pub mod toast;
