//! A question whose answers somebody waits for.

use std::cell::RefCell;
use std::rc::Weak;

use super::line::Line;

/// Keeps the answers of one question coming. Dropped, it takes the question back.
#[must_use = "a question that is dropped is taken back"]
pub struct Asked {
    id: u32,
    line: Weak<RefCell<Line>>,
}

impl Asked {
    pub(super) fn new(id: u32, line: Weak<RefCell<Line>>) -> Self {
        Self { id, line }
    }

    /// Stops long work and goes on listening: [`push_qa::protocol::Answer::Stopped`] is then the last answer, unless
    /// another one was faster.
    pub fn cancel(&self) {
        if let Some(line) = self.line.upgrade() {
            line.borrow_mut().cancel(self.id);
        }
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        if let Some(line) = self.line.upgrade() {
            let hearer = line.borrow_mut().take_back(self.id);
            drop(hearer);
        }
    }
}
