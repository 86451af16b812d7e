//! The imported list of recipients, what is known of it, and what the last check found: shared by the parts of
//! *Compose*. What is asked of the worker, and what the answers mean, is said by the verbs of the features.

use std::sync::Arc;

use futures_channel::oneshot;
use leptos::prelude::*;
use push_api::Draft;
use push_qa::problem::Unreadable;
use push_qa::protocol::{Answer, Listed, RESERVE, Request};
use push_qa::rendered::Rendered;
use push_qa::summary::Summary;
use web_sys::Blob;

use crate::platform::clock;
use crate::platform::worker::{Asked, Lost, Worker};
use crate::ui::ErrorView;

/// How far an import or a check has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Work {
    /// Bytes or rows that are done.
    pub done: u64,
    /// Bytes or rows in all.
    pub of: u64,
    /// Rows so far.
    pub rows: u32,
    /// When it began, in Unix milliseconds.
    pub begun_at: i64,
    /// The moment of this report.
    pub now: i64,
}

impl Work {
    /// Work that has just begun.
    pub fn begun(now: i64) -> Self {
        Self { done: 0, of: 0, rows: 0, begun_at: now, now }
    }

    /// Whole seconds that are left if it goes on like this; none before anything can be told.
    pub fn seconds_left(&self) -> Option<u64> {
        let elapsed = u64::try_from(self.now - self.begun_at).ok()?;
        if self.done == 0 || elapsed < 500 {
            return None;
        }
        let left = self.of.saturating_sub(self.done);
        Some((elapsed * left / self.done).div_ceil(1000))
    }
}

/// What a check found, and of which text.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The text that was checked, without recipients.
    pub draft: Draft,
    /// What was found.
    pub summary: Summary,
}

/// Questions of which only the newest counts: a newer one takes the older back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// Reading a list, and reading its columns anew.
    List,
    /// Checking it.
    Check,
    /// Rows for the table.
    Rows,
    /// Recipients for the preview.
    Preview,
    /// A file to save.
    Download,
    /// Splitting the list, and the bytes of one send.
    Send,
}

const SLOTS: usize = 6;

/// The list and what is known of it. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Audience {
    worker: StoredValue<Worker, LocalStorage>,
    asked: StoredValue<[Option<Asked>; SLOTS], LocalStorage>,
    /// The list as it was read; none when there is none.
    pub list: RwSignal<Option<Arc<Listed>>>,
    /// How far an import has come; none when none is on.
    pub importing: RwSignal<Option<Work>>,
    /// Why the last file could not be read.
    pub unreadable: RwSignal<Option<Unreadable>>,
    /// Bytes that the check keeps free in each payload for what the upstream adds.
    pub reserve: RwSignal<u32>,
    /// How far a check has come; none when none is on.
    pub checking: RwSignal<Option<Work>>,
    /// What the last check found.
    pub checked: RwSignal<Option<Arc<Checked>>>,
    /// The recipients that are shown, by the last check.
    pub shown: RwSignal<Vec<Rendered>>,
    /// Why the worker could not do what it was asked.
    pub trouble: RwSignal<Option<ErrorView>>,
}

impl Default for Audience {
    /// No list yet, and no worker.
    fn default() -> Self {
        Self {
            worker: StoredValue::new_local(Worker::new()),
            asked: StoredValue::new_local([const { None }; SLOTS]),
            list: RwSignal::new(None),
            importing: RwSignal::new(None),
            unreadable: RwSignal::new(None),
            reserve: RwSignal::new(RESERVE),
            checking: RwSignal::new(None),
            checked: RwSignal::new(None),
            shown: RwSignal::new(Vec::new()),
            trouble: RwSignal::new(None),
        }
    }
}

impl Audience {
    /// Asks the worker. `on_answer` hears every answer but refusals and losses, which become the trouble that is shown;
    /// [`Answer::Stopped`] is heard when the work was stopped. A question of the same slot is taken back.
    pub fn ask(
        self,
        slot: Slot,
        request: &Request,
        file: Option<&Blob>,
        mut on_answer: impl FnMut(Answer) + 'static,
    ) {
        let hear = move |answer: Result<Answer, Lost>| match answer {
            Ok(Answer::Refused { why }) => {
                self.idle(slot);
                let _ = self.trouble.try_set(Some(refused(why)));
            }
            Ok(answer) => on_answer(answer),
            Err(lost) => {
                self.idle(slot);
                // The list is gone with the worker.
                let _ = self.list.try_set(None);
                let _ = self.trouble.try_set(Some(lost_view(lost)));
            }
        };
        let asked = self.worker.try_with_value(|worker| worker.ask(request, file, hear));
        let _ = self.asked.try_update_value(|slots| slots[slot as usize] = asked);
    }

    /// The last answer to a question; none when it was taken back, refused or lost, which is shown as trouble.
    pub async fn answer(self, slot: Slot, request: &Request) -> Option<Answer> {
        let (send, receive) = oneshot::channel();
        let mut send = Some(send);
        self.ask(slot, request, None, move |answer| {
            if !matches!(answer, Answer::Progress { .. })
                && let Some(send) = send.take()
            {
                // Whoever waited may be gone.
                let _ = send.send(answer);
            }
        });
        receive.await.ok()
    }

    /// Takes back what was asked in this slot.
    pub fn take_back(self, slot: Slot) {
        let _ = self.asked.try_update_value(|slots| slots[slot as usize] = None);
        self.idle(slot);
    }

    fn idle(self, slot: Slot) {
        let _ = match slot {
            Slot::List => self.importing.try_set(None),
            Slot::Check => self.checking.try_set(None),
            _ => None,
        };
    }

    /// A report about long work, put into `work` if it is one. Gives the answer back when it is another.
    pub fn note_progress(work: RwSignal<Option<Work>>, answer: Answer) -> Option<Answer> {
        let Answer::Progress { done, of, rows } = answer else { return Some(answer) };
        let _ = work.try_update(|work| {
            let now = clock::now_ms();
            let begun_at = work.map_or(now, |work| work.begun_at);
            *work = Some(Work { done, of, rows, begun_at, now });
        });
        None
    }
}

fn refused(why: String) -> ErrorView {
    ErrorView {
        title: "The list could not be worked on".to_owned(),
        meaning: why,
        action: "Add the list again.".to_owned(),
        detail: None,
        is_retryable: false,
    }
}

fn lost_view(lost: Lost) -> ErrorView {
    ErrorView {
        title: lost.title().to_owned(),
        meaning: "Nothing was sent, and what you wrote is still here.".to_owned(),
        action: lost.advice().to_owned(),
        detail: None,
        is_retryable: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_left_is_told_once_it_can_be() {
        let at = |now, done| Work { done, of: 100, rows: 0, begun_at: 1_000, now }.seconds_left();
        let table = [
            ("nothing is done yet", at(9_000, 0), None),
            ("too early to tell", at(1_400, 50), None),
            ("half in two seconds", at(3_000, 50), Some(2)),
            ("all of it", at(3_000, 100), Some(0)),
            ("a clock that was set back", at(0, 50), None),
        ];
        for (name, found, wanted) in table {
            assert_eq!(found, wanted, "{name}");
        }
    }
}
