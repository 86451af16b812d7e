//! The worker that reads and checks lists of recipients. Started with the first question, never before: whoever sends
//! to one person downloads nothing of it.
//!
//! Only carries questions and answers; what they mean is said in `push_qa::protocol`.

mod address;
mod asked;
mod line;
mod message;

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use push_qa::protocol::{Answer, Request};
use web_sys::Blob;

pub use asked::Asked;
use line::Line;

/// Why there will be no answer. The list is gone with the worker; the next question starts a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lost {
    /// It could not be loaded or started.
    NotLoaded,
    /// It broke down, most likely because the memory of the browser was not enough.
    BrokeDown,
}

impl Lost {
    /// What has happened, in a few words.
    pub fn title(self) -> &'static str {
        match self {
            Self::NotLoaded => "The part that checks lists could not be loaded",
            Self::BrokeDown => "The part that checks lists has stopped working",
        }
    }

    /// What to do about it.
    pub fn advice(self) -> &'static str {
        match self {
            Self::NotLoaded => {
                "Check the connection and try again. If that does not help, load the page again: what you wrote is kept."
            }
            Self::BrokeDown => {
                "Add the list again. If it happens again, close other tabs, or split the list in two: most likely the browser ran out of memory."
            }
        }
    }
}

/// The worker, whether it runs or not. Its clones are the same one; it ends with the last of them.
#[derive(Clone, Default)]
pub struct Worker(Rc<RefCell<Line>>);

impl Worker {
    /// One that is not started yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks, with the file that travels beside the question. `on_answer` hears every answer: any number of
    /// [`Answer::Progress`], then one that is the last. It may ask again. Nothing is heard any more, and long work
    /// is stopped, once the returned value is dropped.
    pub fn ask(
        &self,
        request: &Request,
        file: Option<&Blob>,
        on_answer: impl FnMut(Result<Answer, Lost>) + 'static,
    ) -> Asked {
        let id = line::ask(&self.0, request, file, Rc::new(RefCell::new(on_answer)));
        Asked::new(id, Rc::downgrade(&self.0))
    }

    /// The last answer to a question. The question is taken back when nobody waits for it any more.
    ///
    /// # Errors
    /// When the worker is lost before it has answered.
    pub async fn answer(&self, request: &Request, file: Option<&Blob>) -> Result<Answer, Lost> {
        let (last, coming) = oneshot::channel();
        let mut last = Some(last);
        let _asked = self.ask(request, file, move |answer| {
            if !matches!(answer, Ok(Answer::Progress { .. })) {
                // Whoever waited may have gone meanwhile.
                last.take().map(|last| last.send(answer));
            }
        });
        // Only a worker that ends for good lets an answer go unsaid.
        coming.await.unwrap_or(Err(Lost::BrokeDown))
    }
}
