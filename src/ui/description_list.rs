//! Names and values beside each other: the facts of one thing.

use leptos::prelude::*;
use push_view::view;

/// One fact.
pub struct Description {
    term: &'static str,
    value: AnyView,
}

impl Description {
    /// A fact named `term`; its value is text or any view.
    pub fn new(term: &'static str, value: impl IntoAny) -> Self {
        Self { term, value: value.into_any() }
    }
}

/// A list of facts. Those that are not known are simply left out by whoever makes the list.
#[component]
pub fn DescriptionList(
    /// The facts in order.
    items: Vec<Description>,
) -> impl IntoView {
    let items = items.into_iter().map(|item| {
        view! {
            <div class="description">
                <dt>{item.term}</dt>
                <dd>{item.value}</dd>
            </div>
        }
        .into_any()
    });
    view! { <dl class="descriptions">{items.collect::<Vec<_>>()}</dl> }.into_any()
}
