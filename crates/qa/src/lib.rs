//! Reads a list of recipients, renders a push for every one of them, and says what is wrong before anything is sent.
//!
//! Pure: no browser, no network, no clock. The page knows only the types that are exchanged ([`protocol`] and what
//! it names); reading, rendering and measuring are behind the feature `engine`.

pub mod batch;
pub mod column;
pub mod compare;
pub mod finding;
pub mod problem;
pub mod protocol;
pub mod rendered;
pub mod summary;
pub mod surface;

#[cfg(feature = "engine")]
pub mod batches;
#[cfg(feature = "engine")]
pub mod check;
#[cfg(feature = "engine")]
pub mod hostile;
#[cfg(feature = "engine")]
pub mod import;
#[cfg(feature = "engine")]
pub mod list;
#[cfg(feature = "engine")]
pub mod report;
#[cfg(feature = "engine")]
pub mod session;
