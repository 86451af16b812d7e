//! This browser's own record of sends, in place of a list that the upstream does not offer.

use leptos::prelude::*;
use push_api::OperationId;
use push_api::history::SendRecord;
use push_api::proxy::Mode;
use push_view::view;

use super::card::OperationCard;
use super::poller::Poller;
use super::sent::as_written;
use super::standing::{Standing, standing};
use super::turns::Turns;
use super::watch::Watch;
use crate::connection::Connection;
use crate::platform::clock;
use crate::ui::{Badge, Tone};

/// The records of one page, each as a card; those that the upstream still knows follow themselves.
#[component]
pub fn OwnList(
    /// The records of the page, newest first.
    records: Signal<Vec<SendRecord>>,
    /// What the page sees and which second it is.
    watch: Watch,
) -> impl IntoView {
    let connection = Connection::current();
    let mode = Memo::new(move |_| connection.mode());
    let standings = Memo::new(move |_| {
        let (now, mode) = (clock::now_ms(), mode.get());
        let stand = |record: SendRecord| {
            let standing = standing(&record, now, mode.as_ref());
            (record, standing)
        };
        records.get().into_iter().map(stand).collect::<Vec<_>>()
    });
    let order = move || standings.with(|list| list.iter().filter_map(|(_, it)| followed(it)).collect());
    let turns = Turns::among(Signal::derive(order));
    let card = move |(record, standing): (SendRecord, Standing)| match standing {
        Standing::Followed(id) => {
            let poller = Poller::start(id.clone(), None, 0, turns.allows(&id), watch);
            turns.pass_on(&id, poller);
            view! {
                <OperationCard id poller leads_on=true>
                    {as_written(&record)}
                </OperationCard>
            }
            .into_any()
        }
        other => plain_card(&record, &other),
    };
    view! {
        <For
            each=move || standings.get()
            key=|(record, standing)| format!("{} {standing:?}", record.key)
            children=card
        />
    }
    .into_any()
}

fn followed(standing: &Standing) -> Option<OperationId> {
    match standing {
        Standing::Followed(id) => Some(id.clone()),
        _ => None,
    }
}

fn plain_card(record: &SendRecord, standing: &Standing) -> AnyView {
    let (word, tone, meaning) = in_words(standing);
    view! {
        <article class="card operation-card" aria-label="A send of this browser">
            <header class="operation-header">
                <Badge tone>{word}</Badge>
                <p class="operation-meaning muted">{meaning}</p>
            </header>
            {as_written(record)}
        </article>
    }
    .into_any()
}

fn in_words(standing: &Standing) -> (&'static str, Tone, String) {
    match standing {
        Standing::Followed(_) => ("Accepted", Tone::Ok, "The upstream took it.".to_owned()),
        Standing::Forgotten => {
            let meaning = "It was taken more than 7 days ago; the upstream has forgotten it.";
            ("Accepted", Tone::Neutral, meaning.to_owned())
        }
        Standing::Elsewhere(mode) => {
            let place = match mode {
                Mode::Sandbox => "the sandbox",
                Mode::Live => "the live upstream",
                Mode::Unknown(word) => word.as_str(),
            };
            let meaning = format!("It went to {place}, which this page does not talk to now.");
            ("Elsewhere", Tone::Neutral, meaning)
        }
        Standing::NotSent(reason) => ("Not sent", Tone::Danger, reason.clone()),
        Standing::OnItsWay => ("On its way", Tone::Accent, "No answer yet.".to_owned()),
        Standing::Unknown(reason) => ("Unknown", Tone::Warn, reason.clone()),
    }
}
