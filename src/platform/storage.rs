//! What outlives a page: words in session or local storage, records in IndexedDB.
//!
//! The operator token goes into session storage only, and only when the person has chosen that.

pub mod database;
pub mod words;

pub use database::{StorageError, Store};
