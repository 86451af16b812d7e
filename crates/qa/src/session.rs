//! What the worker does with the page's requests: holds one list and what was found in it, answers questions about
//! it at once, and does long work in steps, one after the other. Pure: no clock, no browser; whoever owns it says
//! when it works and for how long.

mod held;
mod job;
mod reply;

use std::collections::VecDeque;

use crate::protocol::{Answer, Request};
use held::Held;
use job::{Job, Step, Work};
use reply::Reply;

/// One page's list, its check, and the work that is on.
#[derive(Debug, Default)]
pub struct Session {
    held: Option<Held>,
    /// Long work in the order in which it was asked for; only the first is worked on.
    jobs: VecDeque<Job>,
    answers: VecDeque<(u32, Answer)>,
}

impl Session {
    /// Without a list.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a request with its number. `file` is the size in bytes of the file that travels beside it.
    pub fn handle(&mut self, id: u32, request: Request, file: Option<u64>) {
        let begun = match request {
            Request::Import { name, text } => {
                // What is under way is about a list that is to be replaced.
                self.stop(|_| true);
                job::import(&name, text, file)
            }
            Request::Check { draft, settings } => {
                self.stop(|job| matches!(job.work, Work::Check { .. }));
                self.about_a_list().and_then(|()| job::check(*draft, settings))
            }
            Request::Split { draft, canary, limits } => {
                self.stop(|job| matches!(job.work, Work::Split { .. }));
                self.about_a_list().map(|()| job::split(*draft, canary, limits))
            }
            Request::Map { choices, without_duplicates } => {
                self.stop(|job| !matches!(job.work, Work::Import { .. }));
                Err(self
                    .held
                    .as_mut()
                    .map_or_else(reply::no_list, |held| reply::map(held, &choices, without_duplicates)))
            }
            Request::Forget => {
                self.stop(|_| true);
                self.held = None;
                Err(Answer::Done)
            }
            Request::Cancel => return self.stop(|job| job.id == id),
            Request::Rows { of, start, count } => self.reply(|held| reply::rows(held, &of, start, count)),
            Request::Render { indices } => self.reply(|held| reply::render(held, &indices)),
            Request::Find { from, back, what } => self.reply(|held| reply::find(held, from, back, &what)),
            Request::Body { batch } => self.reply(|held| reply::body(held, batch)),
            Request::Download { of } => self.reply(|held| reply::download(held, &of)),
            Request::Report { format } => self.reply(|held| reply::report(held, format)),
        };
        match begun {
            Ok(work) => self.jobs.push_back(Job { id, work }),
            Err(answer) => self.answers.push_back((id, answer)),
        }
    }

    /// Takes the next bytes of the file of this request; false when they are no longer wanted.
    pub fn feed(&mut self, id: u32, bytes: &[u8]) -> bool {
        let Some(job) = self.jobs.iter_mut().find(|job| job.id == id) else { return false };
        match job.feed(bytes) {
            Ok(is_wanted) => is_wanted,
            Err(answer) => {
                self.end_with(id, answer);
                false
            }
        }
    }

    /// The file of this request has come to its end.
    pub fn end(&mut self, id: u32) {
        if let Some(job) = self.jobs.iter_mut().find(|job| job.id == id) {
            job.end();
        }
    }

    /// The file of this request can no longer be read.
    pub fn lose(&mut self, id: u32) {
        if self.jobs.iter().any(|job| job.id == id) {
            self.end_with(id, job::lost());
        }
    }

    /// True when there is work that can be done now.
    pub fn is_busy(&self) -> bool {
        self.jobs.front().is_some_and(Job::is_ready)
    }

    /// Does one step of the work, well below a millisecond but where a whole file is looked at; true when more can
    /// be done now.
    pub fn work(&mut self) -> bool {
        if let Some(Job { id, work }) = self.jobs.pop_front_if(|job| job.is_ready()) {
            match work.step(&mut self.held) {
                Step::More(work) => self.jobs.push_front(Job { id, work }),
                Step::Over(answer) => self.answers.push_back((id, answer)),
            }
        }
        self.is_busy()
    }

    /// The next answer that waits to be sent.
    pub fn answer(&mut self) -> Option<(u32, Answer)> {
        self.answers.pop_front()
    }

    /// How far the work that is on has come.
    pub fn progress(&self) -> Option<(u32, Answer)> {
        self.jobs.front().map(|job| (job.id, job.progress(self.held.as_ref())))
    }

    /// The answer to a question that needs no long work.
    fn reply(&self, to: impl FnOnce(&Held) -> Reply) -> Result<Work, Answer> {
        let Some(held) = &self.held else { return Err(reply::no_list()) };
        Err(to(held).unwrap_or_else(|why| Answer::Refused { why }))
    }

    /// Refuses what is about a list when there is none and none is coming.
    fn about_a_list(&self) -> Result<(), Answer> {
        let is_coming = self.jobs.iter().any(|job| matches!(job.work, Work::Import { .. }));
        if self.held.is_some() || is_coming { Ok(()) } else { Err(reply::no_list()) }
    }

    fn end_with(&mut self, id: u32, answer: Answer) {
        self.jobs.retain(|job| job.id != id);
        self.answers.push_back((id, answer));
    }

    fn stop(&mut self, is_meant: impl Fn(&Job) -> bool) {
        self.jobs.retain(|job| {
            let is_meant = is_meant(job);
            if is_meant {
                self.answers.push_back((job.id, Answer::Stopped));
            }
            !is_meant
        });
    }
}
