//! Walks through the recipients of a list: one after the other, from problem to problem, by search, several side by
//! side.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use push_qa::compare;
use push_qa::protocol::{Answer, Request, Wanted};
use push_view::view;

use super::recipient_view::recipient_view;
use crate::audience::{Audience, Slot};
use crate::differences::differences;
use crate::ui::{Button, Card, Choice, ComboBox, Glyph, TextBox, grouped};

/// Recipients that are shown side by side at most.
const SIDE_BY_SIDE: usize = 3;

/// How the devices are shown, whatever the page itself is in.
const SCHEMES: [(&str, &str); 3] = [("", "the page's own colours"), ("light", "light"), ("dark", "dark")];

/// Which recipients are shown.
#[derive(Clone, Copy)]
pub struct Walk {
    audience: Audience,
    indices: RwSignal<Vec<u32>>,
    not_found: RwSignal<bool>,
}

impl Walk {
    /// Begins with the first recipient.
    pub fn new(audience: Audience) -> Self {
        let walk = Self { audience, indices: RwSignal::new(vec![0]), not_found: RwSignal::new(false) };
        // A new result is shown at once; a new list begins at its first recipient.
        Effect::new(move || {
            if audience.checked.read().is_some() {
                walk.render();
            } else {
                walk.indices.set(vec![0]);
                audience.shown.set(Vec::new());
            }
        });
        walk
    }

    /// Shows the recipient at a place of the list.
    pub fn show(self, index: u32) {
        self.indices.set(vec![index]);
        self.render();
    }

    /// Looks for a recipient from the one that is shown, and shows it.
    pub fn find(self, what: Wanted, back: bool) {
        let from = self.indices.with_untracked(|indices| indices.first().copied().unwrap_or_default());
        self.not_found.set(false);
        self.audience.ask(
            Slot::Preview,
            &Request::Find { from, back, what },
            None,
            move |answer| match answer {
                Answer::Found { index: Some(index) } => self.show(index),
                Answer::Found { index: None } => _ = self.not_found.try_set(true),
                _ => {}
            },
        );
    }

    /// Keeps the one that is shown and puts the next beside it.
    fn compare(self) {
        self.indices.update(|indices| {
            let rows = self.audience.list.with_untracked(|list| list.as_ref().map_or(0, |list| list.rows));
            let next = indices.iter().max().map_or(0, |last| last + 1);
            if indices.len() < SIDE_BY_SIDE && next < rows {
                indices.push(next);
            }
        });
        self.render();
    }

    fn render(self) {
        let Self { audience, indices, .. } = self;
        let request = Request::Render { indices: indices.get_untracked() };
        audience.ask(Slot::Preview, &request, None, move |answer| {
            if let Answer::Rendered { pushes } = answer {
                let _ = audience.shown.try_set(pushes);
            }
        });
    }
}

/// Card *Recipient*.
pub fn walk_view(walk: Walk) -> AnyView {
    let text = RwSignal::new(String::new());
    let search = move |event: SubmitEvent| {
        event.prevent_default();
        let text = text.get_untracked();
        if !text.is_empty() {
            walk.find(Wanted::Text { text }, false);
        }
    };
    let shown = move || {
        let pushes = walk.audience.shown.get().into_iter().map(|push| {
            view! { <article class="walk-one">{recipient_view(&push)}</article> }
        });
        pushes.collect::<Vec<_>>()
    };
    let compared = move || {
        walk.audience.shown.with(|pushes| {
            let (first, others) = pushes.split_first()?;
            let row = |push: &push_qa::rendered::Rendered| grouped(push.row.into());
            let lists = others.iter().map(|other| {
                let title = format!("Row {} beside row {}", row(first), row(other));
                differences(title, &compare::pushes(first, other))
            });
            Some(lists.collect::<Vec<_>>())
        })
    };
    let scheme = RwSignal::new(String::new());
    let schemes = SCHEMES.map(|(value, label)| Choice::new(value, label)).to_vec();
    let note = move || walk.not_found.get().then_some("No other recipient like that.");
    view! {
        <Card title="Recipient">
            <div class="stack">
                <div class="cluster walk-bar">
                    <Button icon=Glyph::ChevronLeft on_click=move |()| walk.find(Wanted::Any, true)>"Previous"</Button>
                    <Button icon=Glyph::ChevronRight on_click=move |()| walk.find(Wanted::Any, false)>"Next"</Button>
                    <Button icon=Glyph::Warning on_click=move |()| walk.find(Wanted::Trouble, false)>"Next with a problem"</Button>
                    <Button icon=Glyph::Copy on_click=move |()| walk.compare()>"One more beside it"</Button>
                </div>
                <form class="walk-search" role="search" on:submit=search>
                    <TextBox label="Search the list" value=text placeholder="A name, a token, any cell" />
                    <Button submit=true>"Search"</Button>
                </form>
                <p role="status">{note}</p>
                <ComboBox label="Devices in" value=scheme choices=schemes />
                <div class="walk-shown" data-scheme=scheme>{shown}</div>
                {compared}
            </div>
        </Card>
    }
    .into_any()
}
