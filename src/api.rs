//! The only place that speaks HTTP. A call is an [`Endpoint`], a [`Client`] makes it, an [`ApiError`] says what failed.

pub mod client;
pub mod config;
pub mod credential;
pub mod curl;
pub mod endpoint;
pub mod error;

pub use client::{Client, Received};
pub use credential::OperatorToken;
pub use endpoint::Endpoint;
pub use error::ApiError;
