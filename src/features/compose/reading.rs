//! What the form says, in memos: each recomputes only when its own part changes. Recipients are read when their
//! text changes and at no other time, so that typing a title stays cheap with 10,000 of them.

use std::sync::Arc;

use leptos::prelude::*;
use push_api::roster::{Kinds, Roster};
use push_api::{Draft, Field, Issue, SendRequest};

use super::form::Form;
use super::imported::Imported;
use super::send_at::INCOMPLETE;
use crate::features::preview;
use crate::features::review::Plan;
use crate::platform::clock;
use crate::ui::Message;

/// The form as it is understood.
#[derive(Clone, Copy)]
pub struct Reading {
    /// What is written, but for its recipients.
    pub settings: Memo<Draft>,
    /// Recipients as pasted, read.
    pub roster: Memo<Arc<Roster>>,
    /// Recipients of each kind.
    pub kinds: Memo<Kinds>,
    /// Everything that is wrong, in the order of the form.
    pub issues: Memo<Vec<Issue>>,
    /// True while nothing is written.
    pub is_empty: Memo<bool>,
    /// The request with its first recipients, and how many more there are.
    pub beginning: Memo<(SendRequest, usize)>,
    /// True when the person has asked to send: an empty form says what it lacks from then on.
    pub is_asked: RwSignal<bool>,
    moment: RwSignal<i64>,
}

impl Reading {
    /// Reads a form from now on. While a list is imported, it stands in for the typed recipients.
    pub fn of(form: Form, imported: Imported) -> Self {
        let settings = Memo::new(move |_| form.without_recipients());
        let roster = Memo::new(move |_| Arc::new(form.recipients.with(|text| Roster::read(text))));
        let typed = Memo::new(move |_| roster.with(|roster| Kinds::of(&roster.recipients)));
        let kinds = Memo::new(move |_| imported.kinds.get().unwrap_or_else(|| typed.get()));
        let moment = RwSignal::new(clock::now_ms());
        let issues = Memo::new(move |_| {
            let moment = moment.get().max(clock::now_ms());
            let mut issues =
                settings.with(|settings| roster.with(|roster| settings.issues(roster, kinds.get(), moment)));
            if imported.is_used() {
                issues.retain(|issue| issue.field != Field::Recipients);
            }
            if form.is_send_at_incomplete.get() {
                issues.retain(|issue| issue.field != Field::SendAt);
                issues.push(Issue::blocking(Field::SendAt, INCOMPLETE));
            }
            issues
        });
        let is_empty = Memo::new(move |_| {
            let is_unset = settings.with(|settings| *settings == Draft::default());
            is_unset && form.recipients.read().is_empty() && !form.is_send_at_incomplete.get()
        });
        let beginning = Memo::new(move |_| {
            roster.with(|roster| {
                let shown = preview::shown(&roster.recipients);
                let hidden = roster.recipients.len() - shown.len();
                (settings.with(|settings| settings.request_to(shown)), hidden)
            })
        });
        let is_asked = RwSignal::new(false);
        Self { settings, roster, kinds, issues, is_empty, beginning, is_asked, moment }
    }

    /// What is wrong with one field, beside which it is shown. An untouched form is not scolded.
    pub fn messages(&self, field: Field) -> Signal<Vec<Message>> {
        let Self { issues, is_empty, is_asked, .. } = *self;
        Memo::new(move |_| {
            if is_empty.get() && !is_asked.get() {
                return Vec::new();
            }
            let issues = issues.read();
            let own = issues.iter().filter(|issue| issue.field == field);
            own.map(|issue| {
                let text = issue.message.clone();
                if issue.is_blocking() { Message::blocking(text) } else { Message::warning(text) }
            })
            .collect()
        })
        .into()
    }

    /// How many things stop the send.
    pub fn blocking(&self) -> usize {
        self.issues.read().iter().filter(|issue| issue.is_blocking()).count()
    }

    /// The whole request. Tracked, and dear with many recipients: for a press of a button.
    pub fn request(&self) -> SendRequest {
        let recipients = self.roster.with(|roster| roster.recipients.clone());
        self.settings.with(|settings| settings.request_to(recipients))
    }

    /// Looks at the clock again, and tells whether nothing stops the send. From then on an empty form says what it lacks.
    pub fn ask(&self) -> bool {
        self.moment.set(clock::now_ms());
        self.is_asked.set(true);
        untrack(|| self.blocking() == 0)
    }

    /// What is to be confirmed; nothing when something stops it, as [`Reading::ask`] tells. Dear with many recipients.
    pub fn plan(&self) -> Option<Plan> {
        self.ask().then(|| {
            untrack(|| {
                let send_at = self.settings.with(|settings| settings.send_at);
                Plan::of(self.request(), self.kinds.get(), &self.issues.read(), send_at)
            })
        })
    }
}
