//! What a check of the whole list found, drawn: what stands in the way, how large the payloads are, which texts
//! there are and which branches nobody takes. A result that is older than the text beside it says so.

mod check_draft;
mod clusters;
mod counts;
mod coverage;
mod download_report;
mod gallery;
mod reserve;
mod sizes;

use leptos::prelude::*;
use push_api::Draft;
use push_qa::finding::FindingKind;
use push_qa::protocol::Format;
use push_qa::summary::Summary;
use push_view::view;

use crate::audience::{Audience, Checked, Slot};
use crate::ui::{Button, ButtonKind, Card, Disclosure, grouped, unfold};

pub use check_draft::check_draft;
pub use clusters::in_words as texts_in_words;

use self::download_report::download_report;

/// What leads from a result to a recipient, or to a file of rows.
#[derive(Clone, Copy)]
pub struct Leads {
    /// Shows the next recipient with this finding.
    pub show: Callback<FindingKind>,
    /// Saves the rows with this finding.
    pub download: Callback<FindingKind>,
    /// Shows the recipient of this row of the spreadsheet.
    pub row: Callback<u32>,
}

/// Card *Check*. `draft` is what is written now, without recipients; `work` draws how far a check has come.
pub fn check_view(audience: Audience, draft: Memo<Draft>, leads: Leads, work: AnyView) -> AnyView {
    let is_stale = Memo::new(move |_| {
        draft.track();
        audience.checked.with(|checked| {
            checked.as_ref().is_some_and(|checked| draft.with(|draft| checked.draft != *draft))
        })
    });
    let note =
        move || match (is_stale.get(), audience.checking.read().is_some(), audience.checked.read().is_some())
        {
            (true, ..) => "This result is of an earlier text. The check runs again when you pause.",
            (false, true, false) => "Checking every recipient …",
            _ => "",
        };
    let has_result = Memo::new(move |_| audience.checked.read().is_some());
    let result = move || audience.checked.get().map(|checked| result(&checked, leads));
    let report = move || {
        has_result.get().then(|| {
            let button = |format, label: &'static str| {
                view! {
                    <Button kind=ButtonKind::Quiet disabled=is_stale on_click=move |()| download_report(audience, format)>{label}</Button>
                }
            };
            view! {
                <div class="cluster" role="group" aria-label="Download report">
                    <span class="muted">{"Download report:"}</span>
                    {button(Format::Markdown, "Markdown")}
                    {button(Format::Json, "JSON")}
                    {button(Format::Junit, "JUnit")}
                </div>
            }
        })
    };
    view! {
        <Card title="Check">
            <div class="stack check-result" data-stale=move || is_stale.get().then_some("") aria-busy=move || audience.checking.read().is_some().then_some("true")>
                {work}
                <p class="check-note" role="status">{note}</p>
                {result}
                {move || has_result.get().then(|| more(audience, leads))}
                <Disclosure summary="The estimate">{reserve::reserve_box(audience)}</Disclosure>
                {report}
            </div>
        </Card>
    }
    .into_any()
}

/// What stands above everything else.
fn verdict(checked: &Checked) -> String {
    let summary = &checked.summary;
    match (summary.blocked, summary.warned) {
        (0, 0) => "Every recipient gets a text without remark.".to_owned(),
        (0, warned) => format!("{} with a warning; nothing stops the send.", recipients(warned)),
        (blocked, _) => format!("{} cannot be sent to like this.", recipients(blocked)),
    }
}

fn recipients(count: u32) -> String {
    if count == 1 { "1 recipient".to_owned() } else { format!("{} recipients", grouped(count.into())) }
}

fn result(checked: &Checked, leads: Leads) -> AnyView {
    let summary = &checked.summary;
    let verdict = verdict(checked);
    let counts = counts::counts(summary, leads.show, leads.download);
    let sizes = sizes::sizes(summary, leads.row);
    view! {
        <p class="check-verdict"><strong>{verdict}</strong></p>
        {counts}
        {sizes}
    }
    .into_any()
}

/// What is shown of a result to those who ask. It stays open from one result to the next.
fn more(audience: Audience, leads: Leads) -> AnyView {
    let texts = Signal::derive(move || {
        let checked = audience.checked.get();
        checked.map(|checked| texts_in_words(&checked.summary)).unwrap_or_default()
    });
    let of = move |draw: fn(&Summary, Callback<u32>) -> AnyView| {
        move || {
            let checked = audience.checked.get();
            checked.map_or_else(|| ().into_any(), |checked| draw(&checked.summary, leads.row))
        }
    };
    view! {
        {unfold(texts, of(clusters::clusters))}
        {unfold("Worth a look".to_owned(), of(gallery::gallery))}
        {unfold("Branches and variables".to_owned(), of(|summary, _| coverage::coverage(summary)))}
    }
    .into_any()
}

/// Checks again after each pause of `pause_ms` in typing, and whenever the list changes.
pub fn keep_checked(audience: Audience, draft: Memo<Draft>, pause_ms: u32) {
    let changes = StoredValue::new(0_u32);
    Effect::new(move |before: Option<u32>| {
        let draft = draft.get();
        let reserve = audience.reserve.get();
        if before.is_some_and(|before| before != reserve) {
            // A result by another reserve is none of this one.
            audience.checked.set(None);
        }
        if audience.list.read().is_none() {
            audience.checked.set(None);
            audience.take_back(Slot::Check);
            return reserve;
        }
        changes.update_value(|changes| *changes += 1);
        let change = changes.get_value();
        leptos::task::spawn_local(async move {
            crate::platform::clock::sleep(pause_ms).await;
            if changes.try_get_value() == Some(change) {
                check_draft(audience, draft);
            }
        });
        reserve
    });
}
