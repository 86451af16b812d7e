//! What stops a task: one message that says what, where and what to do.
//!
//! Nothing here prints: `main` prints a failure once and ends with a non-zero code.

use std::fmt;
use std::io;

/// A message for the person at the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

/// The result of everything that can stop a task.
pub type Outcome<T> = Result<T, Failure>;

impl Failure {
    /// A failure with this message.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// Turns an operating-system error into a failure that says what was being done to what.
    pub fn doing(what: &str, on: impl fmt::Display) -> impl FnOnce(io::Error) -> Self {
        let message = format!("cannot {what} {on}");
        move |error| Self(format!("{message}: {error}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
