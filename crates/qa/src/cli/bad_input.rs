//! Why a command could not be carried out: what is wrong, where, and what to do.

use std::fmt;
use std::path::Path;

/// Why a command could not be carried out.
#[derive(Debug)]
pub(super) struct BadInput {
    what: String,
    advice: String,
}

impl BadInput {
    pub fn new(what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { what: what.into(), advice: advice.into() }
    }

    /// Something is wrong with a file.
    pub fn of_file(file: &Path, what: impl fmt::Display, advice: impl Into<String>) -> Self {
        Self::new(format!("{}: {what}", file.display()), advice)
    }

    /// A file that cannot be read at all.
    pub fn unread(file: &Path, error: &std::io::Error) -> Self {
        Self::of_file(file, format!("cannot be read ({error})."), "Check the path and who may read the file.")
    }

    /// A file that cannot be written.
    pub fn unwritten(file: &Path, error: &std::io::Error) -> Self {
        Self::of_file(
            file,
            format!("cannot be written ({error})."),
            "Check that its folder exists, and who may write there.",
        )
    }
}

impl fmt::Display for BadInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}\n  {}", self.what, self.advice)
    }
}
