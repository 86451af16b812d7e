//! One line of progress for each step, with its time, on standard error.
//!
//! A step that may take long says so before it begins; a short one speaks once, at its end.

use std::time::Instant;

/// A step under way.
pub struct Step {
    name: String,
    began: Instant,
}

impl Step {
    /// Starts the clock.
    pub fn begin(name: impl Into<String>) -> Self {
        Self { name: name.into(), began: Instant::now() }
    }

    /// Says what is about to take long.
    pub fn working(&self, what: &str) {
        eprintln!("  ..  {}: {what}", self.name);
    }

    /// Ends the step with what came of it.
    pub fn done(self, note: &str) {
        eprintln!("  ok  {}: {note} ({:.1} s)", self.name, self.began.elapsed().as_secs_f64());
    }
}
