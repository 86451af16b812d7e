//! The last look at a whole list, and its way out: what the check found, how it is split, what was taken so far.

mod facts;
mod parts;

use std::sync::Arc;

use leptos::prelude::*;
use push_api::Draft;
use push_api::proxy::Mode;
use push_api::run::Run;
use push_qa::batch::{Batch, Canary};
use push_view::view;

use self::facts::{canary_choice, check_facts, list_facts};
use self::parts::run_view;
use super::summary::destination;
use crate::audience::{Audience, Checked};
use crate::connection::Connection;
use crate::ui::{Button, ButtonKind, CheckBox, Dialog, Glyph, grouped};

/// How far the dialog has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum ListStage {
    /// The list is being split.
    #[default]
    Preparing,
    /// It can be sent, if nothing else stands in the way.
    Ready,
    /// It cannot be sent, in words.
    Refused(String),
}

/// What the dialog shows. Cheap to copy.
#[derive(Clone, Copy)]
pub struct ListReview {
    audience: Audience,
    /// True while it is open.
    pub is_open: RwSignal<bool>,
    /// How far it has come.
    pub stage: RwSignal<ListStage>,
    /// What goes first.
    pub canary: RwSignal<Canary>,
    /// The sends.
    pub batches: RwSignal<Vec<Batch>>,
    /// What is sent, as it was when the dialog was opened.
    pub draft: RwSignal<Option<Draft>>,
    /// The list on its way, or the last one.
    pub run: RwSignal<Option<Run>>,
    /// True while one send follows the other.
    pub is_going: RwSignal<bool>,
    /// True when no further send is to follow.
    pub is_paused: RwSignal<bool>,
    has_read: RwSignal<bool>,
    goes_again: RwSignal<bool>,
}

impl ListReview {
    /// Closed.
    pub fn new(audience: Audience) -> Self {
        Self {
            audience,
            is_open: RwSignal::new(false),
            stage: RwSignal::default(),
            canary: RwSignal::default(),
            batches: RwSignal::default(),
            draft: RwSignal::new(None),
            run: RwSignal::new(None),
            is_going: RwSignal::new(false),
            is_paused: RwSignal::new(false),
            has_read: RwSignal::new(false),
            goes_again: RwSignal::new(false),
        }
    }

    /// What the check found, when it is of the very text that is to be sent.
    fn checked(self) -> Option<Arc<Checked>> {
        let draft = self.draft.get()?;
        self.audience.checked.get().filter(|checked| checked.draft == draft)
    }

    /// True when the run that is shown is that of this list, text and split.
    fn is_own_run(self) -> bool {
        let name =
            self.audience.list.with(|list| list.as_ref().map(|list| list.name.clone())).unwrap_or_default();
        let parts = self.batches.with(|batches| batches.iter().map(facts::bounds).collect::<Vec<_>>());
        self.run.with(|run| {
            let (Some(run), Some(draft)) = (run, self.draft.get()) else { return false };
            let own =
                run.parts.iter().map(|part| (part.bytes, part.recipients, part.first_row, part.last_row));
            run.list == name && run.draft == draft && own.eq(parts.iter().copied())
        })
    }

    /// Recipients who would get it a second time: those that an earlier, other run of the same list has reached.
    fn reached_before(self) -> u32 {
        let name =
            self.audience.list.with(|list| list.as_ref().map(|list| list.name.clone())).unwrap_or_default();
        if self.is_own_run() {
            return 0;
        }
        self.run.with(|run| run.as_ref().filter(|run| run.list == name).map_or(0, Run::reached))
    }

    /// What stands in the way, in words; none when nothing does.
    fn obstacle(self, mode: Option<&Mode>, may_send: bool) -> Option<String> {
        match self.stage.get() {
            ListStage::Preparing => return Some("Splitting the list …".to_owned()),
            ListStage::Refused(why) => return Some(why),
            ListStage::Ready => {}
        }
        let recipients: u32 = self.batches.with(|batches| batches.iter().map(|batch| batch.count).sum());
        let problems = self.audience.list.with(|list| {
            list.as_ref().is_some_and(|list| {
                list.problems.iter().any(|problem| problem.kind.is_blocking() && problem.kind.is_of_columns())
            })
        });
        let words = match self.checked() {
            _ if mode.is_none() => "The proxy has not said yet where a push would go.".to_owned(),
            _ if !may_send => {
                "Your operator token may read but not send. Ask the proxy's operator for one that may."
                    .to_owned()
            }
            _ if problems => "The list's columns have to be mended first.".to_owned(),
            _ if recipients == 0 => "Nobody in the list can be sent to.".to_owned(),
            None => "The check of this text is not done yet.".to_owned(),
            Some(checked) if checked.summary.blocked > 0 => {
                let count = grouped(checked.summary.blocked.into());
                format!(
                    "{count} of the recipients cannot be sent to like this: see the check. Mend the text or the list first."
                )
            }
            Some(checked) if checked.summary.warned > 0 && !self.has_read.get() => {
                "There are warnings. Say that you have read them.".to_owned()
            }
            Some(_) if self.reached_before() > 0 && !self.goes_again.get() => {
                "An earlier send of this list has reached some of them. Say that they may get another push."
                    .to_owned()
            }
            Some(_) => return None,
        };
        Some(words)
    }
}

/// What a person can do with the sends of a list.
#[derive(Clone, Copy)]
pub struct Steering {
    /// Begins, or goes on.
    pub on_send: Callback<()>,
    /// Lets no further send follow until they go on.
    pub on_pause: Callback<()>,
    /// Ends it: what waits is not to be sent.
    pub on_stop: Callback<()>,
}

/// The dialog; `below` is another way to send, offered before the list goes out.
pub fn list_review(review: ListReview, steering: Steering, below: ViewFn) -> AnyView {
    let Steering { on_send, on_pause, on_stop } = steering;
    let connection = Connection::current();
    let is_going = Signal::derive(move || review.is_going.get());
    let may_send =
        move || connection.session().is_some_and(|session| session.is_ok_and(|session| session.may_send()));
    let obstacle = Memo::new(move |_| review.obstacle(connection.mode().as_ref(), may_send()));
    let has_begun = Memo::new(move |_| review.is_own_run());
    let is_over =
        Memo::new(move |_| has_begun.get() && review.run.with(|run| run.as_ref().is_some_and(Run::is_over)));
    let rest = Memo::new(move |_| {
        let tally = review.run.with(|run| run.as_ref().map(Run::tally));
        tally.filter(|_| has_begun.get()).map_or(0, |tally| tally.waiting.recipients)
    });
    let is_stopped = move || review.run.with(|run| run.as_ref().is_some_and(|run| run.is_stopped));
    let state = move || match (is_going.get(), review.is_paused.get() || is_stopped()) {
        (true, true) => "Waiting for the answer to the last send.".to_owned(),
        (true, false) => "Sending, one after the other.".to_owned(),
        _ if is_over.get() && rest.get() > 0 => {
            format!("Stopped. {} recipients were not sent to.", grouped(rest.get().into()))
        }
        _ => obstacle.get().filter(|_| !is_over.get()).unwrap_or_default(),
    };
    let kind = move || match connection.mode() {
        Some(Mode::Sandbox) => ButtonKind::Primary,
        _ => ButtonKind::Danger,
    };
    let footer = move || {
        let dead = Signal::derive(move || obstacle.read().is_some());
        let may_retry =
            move || review.run.with(|run| run.as_ref().is_some_and(|run| run.tally().refused.parts > 0));
        view! {
            <p class="review-state" role="status">{state}</p>
            {move || is_going.get().then(|| view! { <Button disabled=review.is_paused on_click=move |()| on_pause.run(())>"Pause"</Button> })}
            {move || (rest.get() > 0 && !is_over.get() && !is_stopped()).then(|| view! { <Button on_click=move |()| on_stop.run(())>"Stop"</Button> })}
            <Button disabled=is_going on_click=move |()| review.is_open.set(false)>
                {move || if has_begun.get() { "Close" } else { "Back" }}
            </Button>
            {move || (!is_over.get() || rest.get() > 0 || may_retry()).then(|| view! {
                <Button kind=kind() icon=Glyph::Send disabled=dead busy=is_going on_click=move |()| on_send.run(())>
                    {move || match (has_begun.get(), is_over.get() && rest.get() > 0) {
                        (false, _) => "Send now",
                        (true, false) => "Go on sending",
                        (true, true) => "Send the rest after all",
                    }}
                </Button>
            })}
        }
    };
    let below = StoredValue::new(below);
    let offered = move || (review.is_open.get() && !has_begun.get()).then(|| below.with_value(ViewFn::run));
    view! {
        <Dialog title="Review" open=review.is_open busy=is_going footer=footer>
            <div class="stack">
                {move || destination(connection.mode().as_ref())}
                {move || list_facts(review.audience.list.get().as_deref(), &review.batches.get(), review.draft.get().and_then(|draft| draft.send_at))}
                {move || review.checked().map(|checked| check_facts(&checked.summary))}
                {move || review.checked().is_some_and(|checked| checked.summary.warned > 0).then(|| view! {
                    <CheckBox label="I have read the warnings" checked=review.has_read />
                })}
                {move || match review.reached_before() {
                    0 => None,
                    count => Some(view! {
                        <CheckBox label=format!("{} recipients may get a second push", grouped(count.into())) checked=review.goes_again
                            hint="This list was sent before with another text or split, and not to its end, or not known how far." />
                    }),
                }}
                {move || (!has_begun.get()).then(|| canary_choice(review.canary))}
                {offered}
                {move || run_view(review.run.get().filter(|_| has_begun.get()).as_ref(), &review.batches.get())}
            </div>
        </Dialog>
    }
    .into_any()
}
