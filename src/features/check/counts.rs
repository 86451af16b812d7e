//! Findings by kind, worst first, each with how many recipients it is about.

use leptos::prelude::*;
use push_qa::finding::{FindingKind, Weight};
use push_qa::summary::{Count, Summary};
use push_view::view;

use crate::ui::{Button, ButtonKind, Glyph, Icon, grouped};

/// The findings. `on_show` gets a kind whose next recipient is to be shown, `on_download` one whose rows are wanted.
pub fn counts(
    summary: &Summary,
    on_show: Callback<FindingKind>,
    on_download: Callback<FindingKind>,
) -> AnyView {
    if summary.counts.is_empty() {
        let words = format!("Nothing found in {} texts.", grouped(summary.recipients.into()));
        return view! { <p class="check-clean" data-tone="ok"><Icon glyph=Glyph::Check /> <span>{words}</span></p> }.into_any();
    }
    let items = summary.counts.iter().map(|count| item(count, on_show, on_download));
    view! { <ul class="check-counts" aria-label="Findings">{items.collect::<Vec<_>>()}</ul> }.into_any()
}

fn item(count: &Count, on_show: Callback<FindingKind>, on_download: Callback<FindingKind>) -> AnyView {
    let kind = count.kind;
    let (tone, glyph) = match kind.weight() {
        Weight::Blocking => ("danger", Glyph::Stop),
        Weight::Warning => ("warn", Glyph::Warning),
        Weight::Note => ("info", Glyph::Info),
    };
    let detail =
        (!count.detail.is_empty()).then(|| view! { ": " <code dir="auto">{count.detail.clone()}</code> });
    let who = match count.recipients {
        1 => format!("1 recipient, row {}", grouped(count.first_row.into())),
        many => format!("{} recipients, first row {}", grouped(many.into()), grouped(count.first_row.into())),
    };
    let hidden = move || view! { <span class="visually-hidden">{kind.title()}</span> };
    view! {
        <li class="check-count" data-tone=tone>
            <Icon glyph />
            <div>
                <p><strong>{kind.title()}</strong>{detail}</p>
                <p class="num">{who}</p>
                <p class="muted">{kind.advice()}</p>
                <div class="cluster">
                    <Button kind=ButtonKind::Quiet on_click=move |()| on_show.run(kind)>"Show one" {hidden()}</Button>
                    <Button kind=ButtonKind::Quiet on_click=move |()| on_download.run(kind)>"Download these rows" {hidden()}</Button>
                </div>
            </div>
        </li>
    }
    .into_any()
}
