//! The counters and dates of an operation. What the answer does not hold has no place here.

use leptos::prelude::*;
use push_api::{Operation, Stats, Timestamp};
use push_view::view;

use super::words::{beside_the_bar, of_counter, segments};
use crate::moment::Moment;
use crate::ui::{Disclosure, Progress, grouped};

/// The bar by state, the other counters, and the dates.
#[component]
pub fn Figures(
    /// The newest answer.
    operation: Signal<Option<Operation>>,
    /// True to offer what each counter means.
    explained: bool,
) -> impl IntoView {
    let stats = Memo::new(move |_| {
        operation.with(|operation| operation.as_ref().map(|it| it.stats.clone()).unwrap_or_default())
    });
    let dates = Memo::new(move |_| {
        operation.with(|operation| {
            operation.as_ref().map(|it| (it.created_at.clone(), it.updated_at.clone())).unwrap_or_default()
        })
    });
    let has_states = Memo::new(move |_| stats.with(|stats| !segments(stats).is_empty()));
    let bar = move || {
        has_states.get().then(|| {
            let parts = Signal::derive(move || stats.with(segments));
            view! { <Progress label="Pushes by state" segments=parts /> }
        })
    };
    let dates = move || {
        let (created, changed) = dates.get();
        [("Created", created), ("Last changed", changed)].map(|(term, at)| at.map(|at| date(term, at)))
    };
    view! {
        {bar}
        <dl class="operation-facts">
            {move || stats.with(counters)}
            {dates}
        </dl>
        {explained.then(|| view! { <Disclosure summary="What these numbers mean">{move || stats.with(meanings)}</Disclosure> })}
    }
    .into_any()
}

fn meanings(stats: &Stats) -> AnyView {
    let meanings = stats.present().into_iter().map(|(counter, _)| {
        let words = of_counter(&counter);
        view! {
            <li>
                <strong>{words.label}</strong>
                " "
                {words.meaning}
            </li>
        }
        .into_any()
    });
    view! { <ul class="operation-meanings">{meanings.collect::<Vec<_>>()}</ul> }.into_any()
}

fn counters(stats: &Stats) -> Vec<AnyView> {
    let counters = beside_the_bar(stats).into_iter().map(|(label, count)| {
        view! {
            <div class="operation-counter">
                <dt>{label}</dt>
                <dd class="num">{grouped(count)}</dd>
            </div>
        }
        .into_any()
    });
    counters.collect()
}

fn date(term: &'static str, at: Timestamp) -> AnyView {
    view! {
        <div>
            <dt>{term}</dt>
            <dd>
                <Moment at />
            </dd>
        </div>
    }
    .into_any()
}
