//! What a person is about to confirm of a list: to how many, in how many sends, what the check found, what goes first.

use leptos::prelude::*;
use push_qa::batch::{Batch, Canary};
use push_qa::finding::Weight;
use push_qa::protocol::Listed;
use push_qa::summary::Summary;
use push_view::view;

use crate::features::review::summary::when;
use crate::ui::{Choice, ComboBox, Description, DescriptionList, Glyph, Icon, grouped};

/// What tells one split from another: bytes, recipients, first and last row of a send.
pub fn bounds(batch: &Batch) -> (u32, u32, u32, u32) {
    (batch.bytes, batch.count, batch.first_row, batch.last_row)
}

/// The list, how it is split, and when it goes.
pub fn list_facts(list: Option<&Listed>, batches: &[Batch], send_at: Option<i64>) -> AnyView {
    let recipients: u32 = batches.iter().map(|batch| batch.count).sum();
    let largest = batches.iter().map(|batch| batch.bytes).max().unwrap_or_default();
    let left_out = list.map_or(0, |list| list.rows.saturating_sub(recipients));
    let mut facts = vec![
        Description::new("List", list.map_or_else(String::new, |list| list.name.clone())),
        Description::new("Recipients", grouped(recipients.into())),
    ];
    if left_out > 0 {
        facts.push(Description::new("Rows left out", grouped(left_out.into())));
    }
    facts.push(Description::new(
        "Sends",
        format!("{}, the largest of {} bytes", grouped(batches.len() as u64), grouped(largest.into())),
    ));
    facts.push(Description::new("When", when(send_at)));
    view! { <DescriptionList items=facts /> }.into_any()
}

/// What the check found, in a few lines.
pub fn check_facts(summary: &Summary) -> AnyView {
    let items = summary.counts.iter().filter(|count| count.kind.weight() > Weight::Note).map(|count| {
        let (tone, glyph) = match count.kind.weight() {
            Weight::Blocking => ("danger", Glyph::Stop),
            _ => ("warn", Glyph::Warning),
        };
        let detail = (!count.detail.is_empty()).then(|| format!(" ({})", count.detail));
        view! {
            <li data-tone=tone><Icon glyph /> <span>{count.kind.title()}{detail} ": " {grouped(count.recipients.into())}</span></li>
        }
    });
    let items: Vec<_> = items.collect();
    if items.is_empty() {
        return view! { <p data-tone="ok" class="check-clean"><Icon glyph=Glyph::Check /> <span>"The check found nothing that stands in the way."</span></p> }.into_any();
    }
    view! { <ul class="walk-findings" aria-label="What the check found">{items}</ul> }.into_any()
}

/// What goes first and waits for a word before the rest follows.
pub fn canary_choice(canary: RwSignal<Canary>) -> AnyView {
    let choices: Vec<Choice> = OFFERED.iter().map(|(value, label, _)| Choice::new(*value, *label)).collect();
    let value = RwSignal::new(word_of(canary.get_untracked()).to_owned());
    Effect::new(move |before: Option<()>| {
        let chosen = value.get();
        if before.is_some()
            && let Some((.., of)) = OFFERED.iter().find(|(word, ..)| *word == chosen)
        {
            canary.set(*of);
        }
    });
    view! {
        <ComboBox label="Send first" value=value choices=choices
            hint="The first part goes out alone. Look at what became of it, then go on with the rest." />
    }
    .into_any()
}

const OFFERED: [(&str, &str, Canary); 5] = [
    ("all", "Everything, one send after the other", Canary::None),
    ("10", "10 recipients, then wait", Canary::Count(10)),
    ("100", "100 recipients, then wait", Canary::Count(100)),
    ("1%", "1 % of the list, then wait", Canary::Percent(1)),
    ("10%", "10 % of the list, then wait", Canary::Percent(10)),
];

fn word_of(canary: Canary) -> &'static str {
    OFFERED.iter().find(|(.., of)| *of == canary).map_or("all", |(word, ..)| word)
}
