//! Long work, in steps. A job knows the number of its request and what it has done so far; what it ends with is its
//! answer.

use push_api::Draft;

use super::held::{Checked, Held, Split};
use super::reply;
use crate::batch::{BatchLimits, Canary};
use crate::batches::Splitter;
use crate::check::{Checker, Message};
use crate::import::{self, Importer};
use crate::problem::Unreadable;
use crate::protocol::{Answer, CheckSettings};

/// Rows that are read, or put into sends, in one step.
const ROWS: usize = 500;
/// Rows that are checked in one step: a text may need a hundred times as long as a cell.
const CHECKED: usize = 32;

/// Long work and the number of its request.
#[derive(Debug)]
pub struct Job {
    /// The number.
    pub id: u32,
    /// The work.
    pub work: Work,
}

/// What there is to do.
#[derive(Debug)]
pub enum Work {
    /// Read a list.
    Import {
        /// As far as it was read.
        importer: Box<Importer>,
        /// True when all of the file is there.
        is_whole: bool,
    },
    /// Check it.
    Check {
        /// What was written.
        draft: Draft,
        /// As far as it was checked.
        checker: Box<Checker>,
        /// Rows that are done.
        done: usize,
    },
    /// Split it into sends.
    Split {
        /// What is sent.
        draft: Draft,
        /// What goes first, and what a send may hold.
        rules: (Canary, BatchLimits),
        /// As far as it was split; none before the first step.
        splitter: Option<Box<Splitter>>,
        /// Rows that are done.
        done: usize,
    },
}

/// What a step came to.
pub enum Step {
    /// There is more to do.
    More(Work),
    /// The work is over.
    Over(Answer),
}

/// An import of a text, or of a file of which nothing has come yet.
///
/// # Errors
/// The answer, when the text is refused.
pub fn import(name: &str, text: Option<String>, file: Option<u64>) -> Result<Work, Answer> {
    let size = text.as_ref().map_or(file.unwrap_or(0), |text| text.len() as u64);
    // No more room than a list may need: who says otherwise is refused when it has come.
    let mut importer = Box::new(Importer::new(name, size.min(import::MAX_BYTES) as usize));
    if let Some(text) = &text {
        importer.feed(text.as_bytes()).map_err(Answer::Unreadable)?;
    }
    Ok(Work::Import { importer, is_whole: text.is_some() || file.is_none() })
}

/// A check of what is written.
///
/// # Errors
/// The answer, when it is no Liquid.
pub fn check(draft: Draft, settings: CheckSettings) -> Result<Work, Answer> {
    let message = Message::of(&draft).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        Answer::Refused { why: faults.join("\n") }
    })?;
    Ok(Work::Check { draft, checker: Box::new(Checker::new(message, settings)), done: 0 })
}

/// A split into sends.
pub fn split(draft: Draft, canary: Canary, limits: BatchLimits) -> Work {
    Work::Split { draft, rules: (canary, limits), splitter: None, done: 0 }
}

/// What a file is answered with that can no longer be read.
pub fn lost() -> Answer {
    Answer::Unreadable(Unreadable {
        title: "The file cannot be read any more".to_owned(),
        advice: "It was changed, moved or deleted after it was chosen. Choose it again.".to_owned(),
        row: None,
    })
}

impl Job {
    /// Takes bytes of a file; false when this job wants none.
    ///
    /// # Errors
    /// The answer, when the file is refused.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<bool, Answer> {
        match &mut self.work {
            Work::Import { importer, is_whole: false } => {
                importer.feed(bytes).map_err(Answer::Unreadable).map(|()| true)
            }
            _ => Ok(false),
        }
    }

    /// The file has come to its end.
    pub fn end(&mut self) {
        if let Work::Import { is_whole, .. } = &mut self.work {
            *is_whole = true;
        }
    }

    /// True when it does not wait for bytes.
    pub fn is_ready(&self) -> bool {
        !matches!(self.work, Work::Import { is_whole: false, .. })
    }

    /// How far it has come.
    pub fn progress(&self, held: Option<&Held>) -> Answer {
        let of = held.map_or(0, |held| held.list.len()) as u64;
        match &self.work {
            Work::Import { importer, .. } => {
                let import::Progress { done, of, rows } = importer.progress();
                Answer::Progress { done, of, rows }
            }
            Work::Check { done, .. } | Work::Split { done, .. } => {
                Answer::Progress { done: *done as u64, of, rows: *done as u32 }
            }
        }
    }
}

impl Work {
    /// Works a little on the list that is held, or reads one to be held.
    pub fn step(self, held: &mut Option<Held>) -> Step {
        match (self, held) {
            (Self::Import { mut importer, is_whole }, held) => match importer.work(ROWS) {
                Ok(import::Work::More(_)) => Step::More(Self::Import { importer, is_whole }),
                Ok(import::Work::Done(list)) => {
                    let held = held.insert(Held::new(*list));
                    Step::Over(Answer::List(Box::new(held.list.listed())))
                }
                Err(unreadable) => Step::Over(Answer::Unreadable(unreadable)),
            },
            // The list that was on its way could not be read.
            (_, None) => Step::Over(reply::no_list()),
            (Self::Check { draft, mut checker, .. }, Some(held)) => {
                let now = checker.step(&held.list, CHECKED);
                if now < held.list.len() {
                    return Step::More(Self::Check { draft, checker, done: now });
                }
                let check = checker.finish(&held.list);
                let summary = Box::new(check.summary().clone());
                held.checked = Some(Checked { draft, check });
                Step::Over(Answer::Checked(summary))
            }
            (Self::Split { draft, rules, splitter, .. }, Some(held)) => {
                let new = || Box::new(Splitter::new(&held.list, &draft, rules.0, rules.1));
                let mut splitter = splitter.unwrap_or_else(new);
                match splitter.step(&held.list, ROWS) {
                    Ok(done) if done < held.list.len() => {
                        Step::More(Self::Split { draft, rules, splitter: Some(splitter), done })
                    }
                    Ok(_) => {
                        let batches = splitter.finish();
                        held.split = Some(Split { draft, batches: batches.clone() });
                        Step::Over(Answer::Batches { batches })
                    }
                    Err(why) => Step::Over(Answer::Refused { why: why.to_string() }),
                }
            }
        }
    }
}
