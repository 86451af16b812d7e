//! From an imported list to its review, and from there out, send by send. What is known of each send is on disk
//! before it leaves and after its answer; whoever comes back later reads the truth.

use leptos::prelude::*;
use leptos::task::spawn_local;
use push_api::Draft;
use push_api::history::SendState;
use push_api::proxy::Session;
use push_api::recipient::Variables;
use push_api::roster::Kinds;
use push_api::run::{Part, Run};
use push_qa::batch::{Batch, BatchLimits, Canary};
use push_qa::protocol::{Answer, Request};
use push_qa::rendered::Rendered;

use super::send_draft::{Outgoing, send_once};
use super::test_send::{TestSend, test_send_view};
use crate::audience::{Audience, Slot};
use crate::connection::Connection;
use crate::features::review::{ListReview, ListStage, Stage, Steering, keep_run, kept_run, list_review};
use crate::platform::{clock, random};
use crate::ui::{ErrorView, grouped};

/// Tries of one send that the proxy asked to be repeated later.
const PATIENCE: u32 = 5;

/// From an imported list to its review, and out. Cheap to copy.
#[derive(Clone, Copy)]
pub struct SendingList {
    connection: Connection,
    audience: Audience,
    draft: Memo<Draft>,
    review: ListReview,
}

/// The dialog. From then on [`SendingList::open`] opens it.
pub fn review_list(sending: SendingList) -> AnyView {
    let review = sending.review;
    Effect::new(move |before: Option<Canary>| {
        let canary = review.canary.get();
        if before.is_some_and(|before| before != canary) {
            sending.split();
        }
        canary
    });
    let on_send = Callback::new(move |()| sending.go());
    let on_pause = Callback::new(move |()| review.is_paused.set(true));
    let on_stop = Callback::new(move |()| sending.stop());
    let audience = sending.audience;
    let filling = Signal::derive(move || audience.shown.with(|shown| shown.first().map(filling_of)));
    let test = TestSend::new(review.draft.into(), filling);
    let below = ViewFn::from(move || test_send_view(test));
    list_review(review, Steering { on_send, on_pause, on_stop }, below)
}

impl SendingList {
    /// Nothing is sent yet.
    pub fn new(audience: Audience, draft: Memo<Draft>) -> Self {
        let review = ListReview::new(audience);
        spawn_local(async move {
            if let Ok(Some(run)) = kept_run().await {
                let _ = review.run.try_set(Some(run.found_later()));
            }
        });
        Self { connection: Connection::current(), audience, draft, review }
    }

    /// Opens the last look at the list as it is now.
    pub fn open(self) {
        self.review.stage.set(ListStage::Preparing);
        self.go_on_as_begun();
        self.review.is_open.set(true);
        self.split();
    }

    /// A list that is halfway is split as it was: its first part says how. Limited to as many recipients, every
    /// first part comes out the same, whether it was one that goes first or as large as it could be.
    fn go_on_as_begun(self) {
        let Self { audience, draft, review, .. } = self;
        let list = audience.list.with_untracked(|list| list.as_ref().map(|list| list.name.clone()));
        let first = review.run.with_untracked(|run| {
            let run = run.as_ref().filter(|run| Some(&run.list) == list.as_ref() && run.has_rest())?;
            let is_same_text = draft.with_untracked(|draft| *draft == run.draft);
            run.parts.first().filter(|_| is_same_text).map(|part| part.recipients)
        });
        if let Some(first) = first {
            review.canary.set(Canary::Count(first));
        }
    }

    fn limits(self) -> Option<BatchLimits> {
        let session: Session = untrack(|| self.connection.session())?.ok()?;
        let fitting = |limit: usize| u32::try_from(limit).unwrap_or(u32::MAX);
        let recipients = session.limits.recipients.min(push_api::limits::MAX_RECIPIENTS);
        Some(BatchLimits { recipients: fitting(recipients), bytes: fitting(session.limits.send_body_bytes) })
    }

    fn split(self) {
        let Self { audience, review, .. } = self;
        let Some(limits) = self.limits() else {
            review.stage.set(ListStage::Refused(
                "The proxy has not said yet what it takes. Look at the connection in Settings.".to_owned(),
            ));
            return;
        };
        let draft = self.draft.get_untracked();
        let request =
            Request::Split { draft: Box::new(draft.clone()), canary: review.canary.get_untracked(), limits };
        audience.ask(Slot::Send, &request, None, move |answer| match answer {
            Answer::Batches { batches } => {
                let _ = review.batches.try_set(batches);
                let _ = review.draft.try_set(Some(draft.clone()));
                let _ = review.stage.try_set(ListStage::Ready);
            }
            Answer::Refused { why } => _ = review.stage.try_set(ListStage::Refused(why)),
            _ => {}
        });
    }

    /// Begins, or goes on with, sending what the dialog shows.
    fn go(self) {
        let review = self.review;
        if review.is_going.get_untracked() {
            return;
        }
        let Some(run) = self.run() else { return };
        review.run.set(Some(run));
        review.is_paused.set(false);
        review.is_going.set(true);
        spawn_local(async move {
            self.connection.set_sending(true);
            self.send_all().await;
            self.connection.set_sending(false);
            let _ = review.is_going.try_set(false);
        });
    }

    /// Lets no further send follow, and writes that down.
    fn stop(self) {
        self.review.run.update(|run| {
            if let Some(run) = run {
                run.stop();
            }
        });
        spawn_local(async move { _ = self.put_down().await });
    }

    /// The run that is halfway when it is the same list, text and split; a new one otherwise.
    fn run(self) -> Option<Run> {
        let review = self.review;
        let draft = review.draft.get_untracked()?;
        let list = self.audience.list.with_untracked(|list| list.as_ref().map(|list| list.name.clone()))?;
        let mode = untrack(|| self.connection.mode())?;
        let parts: Option<Vec<Part>> =
            review.batches.with_untracked(|batches| batches.iter().map(part_of).collect());
        let Some(parts) = parts else {
            let words = "This browser has no source of randomness, so no send could be told from another. Nothing was sent.";
            review.stage.set(ListStage::Refused(words.to_owned()));
            return None;
        };
        if let Some(mut run) = review.run.get_untracked()
            && run.continues(&list, &draft, &parts)
            && run.mode == mode
        {
            run.take_up();
            return Some(run);
        }
        Some(Run { list, draft, mode, begun_at: clock::now_ms(), parts, is_stopped: false })
    }

    async fn send_all(self) {
        let review = self.review;
        let has_canary = review.canary.get_untracked() != Canary::None;
        loop {
            let Some(Some(place)) = review.run.try_with_untracked(|run| run.as_ref().and_then(Run::next))
            else {
                return;
            };
            if review.is_paused.try_get_untracked() != Some(false) {
                return;
            }
            if !self.send_part(place).await {
                return;
            }
            // The first part is there to be looked at before the rest follows.
            if has_canary && place == 0 {
                let _ = review.is_paused.try_set(true);
            }
        }
    }

    /// Sends one part. Returns whether the next one may follow by itself.
    async fn send_part(self, place: usize) -> bool {
        let Some(body) = self.body(place).await else { return false };
        let review = self.review;
        let begins = review.run.try_update(|run| run.as_mut().is_some_and(|run| run.begin(place)));
        if begins != Some(true) || !self.put_down().await {
            return false;
        }
        let Some(Some(run)) = review.run.try_get_untracked() else { return false };
        let kinds =
            review.batches.with_untracked(|batches| batches.get(place).map(kinds_of)).unwrap_or_default();
        let key = run.parts.get(place).map(|part| part.key.as_str());
        let outgoing = Outgoing { body: &body, title: &run.draft.title, text: &run.draft.body, kinds, key };
        let mut stage = send_once(self.connection, outgoing, run.mode.clone()).await;
        for _ in 1..PATIENCE {
            let Stage::NotSent { again_at: Some(at), .. } = stage else { break };
            let wait = u32::try_from((at - clock::now_ms()).max(0)).unwrap_or(u32::MAX);
            clock::sleep(wait).await;
            stage = send_once(self.connection, outgoing, run.mode.clone()).await;
        }
        let (became, goes_on) = settled(stage);
        let _ = review.run.try_update(|run| {
            if let Some(run) = run {
                run.settle(place, became);
            }
        });
        self.put_down().await && goes_on
    }

    async fn body(self, place: usize) -> Option<String> {
        let batch = u32::try_from(place).ok()?;
        match self.audience.answer(Slot::Send, &Request::Body { batch }).await {
            Some(Answer::Text { text }) => Some(text),
            _ => {
                let words = "The list is not there any more. Add it again; what was sent is kept below.";
                let _ = self.review.stage.try_set(ListStage::Refused(words.to_owned()));
                None
            }
        }
    }

    /// Keeps what is known. Nothing leaves when that fails.
    async fn put_down(self) -> bool {
        let review = self.review;
        let Some(Some(run)) = review.run.try_get_untracked() else { return false };
        let is_kept = keep_run(&run).await.is_ok();
        if !is_kept {
            let words = "This browser cannot keep a record of what was sent, so nothing more leaves. Free some space and try again.";
            let _ = review.stage.try_set(ListStage::Refused(words.to_owned()));
        }
        is_kept
    }
}

/// The variables of a recipient as its push holds them, and a word for whose they are.
fn filling_of(push: &Rendered) -> (String, Variables) {
    let read = |(name, json): &(String, String)| Some((name.clone(), serde_json::from_str(json).ok()?));
    (
        format!("row {} of the list", grouped(push.row.into())),
        push.variables.iter().filter_map(read).collect(),
    )
}

fn part_of(batch: &Batch) -> Option<Part> {
    Some(Part {
        key: random::new_key()?,
        bytes: batch.bytes,
        recipients: batch.count,
        first_row: batch.first_row,
        last_row: batch.last_row,
        state: None,
    })
}

fn kinds_of(batch: &Batch) -> Kinds {
    let count = |count: u32| usize::try_from(count).unwrap_or_default();
    let users = batch.count.saturating_sub(batch.fcm + batch.apn);
    Kinds { fcm: count(batch.fcm), apn: count(batch.apn), other: 0, users: count(users) }
}

/// What a try means for its part, and whether the next part may follow by itself.
fn settled(stage: Stage) -> (SendState, bool) {
    match stage {
        Stage::Accepted(operation_id) => (SendState::Accepted { operation_id }, true),
        Stage::NotSent { why, .. } => (SendState::Refused { reason: in_words(&why) }, false),
        Stage::Unknown { why, .. } => (SendState::Unknown { reason: in_words(&why) }, false),
        // A try is settled when it comes back; one that is not is doubt.
        Stage::Ready | Stage::InFlight => (SendState::Unknown { reason: String::new() }, false),
    }
}

fn in_words(why: &ErrorView) -> String {
    format!("{}. {}", why.title, why.meaning)
}
