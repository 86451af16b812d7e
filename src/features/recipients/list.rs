//! A list from a file: where it is dropped, how far it is read, its columns, its problems and its rows.

mod drop_zone;
mod mapping;
mod paste_rows;
mod problems;
mod row_table;
mod work_bar;

use leptos::prelude::*;
use push_qa::column::Choice;
use push_qa::problem::ProblemKind;
use push_qa::protocol::{Answer, Line, Request, Rows};
use push_view::view;
use web_sys::File;

pub use work_bar::work_bar;

use self::drop_zone::drop_zone;
use self::mapping::mapping;
use self::paste_rows::paste_rows;
use self::problems::problems;
use self::row_table::{Window, row_table};
use super::download_rows::download_rows;
use super::remap_columns::remap_columns;
use crate::audience::{Audience, Slot};
use crate::ui::{Badge, Banner, Button, ButtonKind, ErrorPanel, Glyph, Tone, grouped, in_turn, unfold};

/// Everything about the list. `on_file` gets a file that was dropped or chosen, `on_forget` is called when the list
/// is to be taken away, `on_open` gets the place of a recipient that is to be shown.
pub fn list_view(
    audience: Audience,
    on_file: Callback<File>,
    on_forget: Callback<()>,
    on_open: Callback<u32>,
) -> AnyView {
    let listed = Signal::derive(move || audience.list.get());
    let has_list = Memo::new(move |_| audience.list.read().is_some());
    let cancel = Callback::new(move |()| audience.take_back(Slot::List));
    let unreadable = move || {
        audience.unreadable.get().map(|why| {
            let row = why.row.map(|row| format!("Row {}. ", grouped(row.into())));
            view! {
                <Banner tone=Tone::Danger urgent=true title=why.title>
                    <p>{row}{why.advice}</p>
                </Banner>
            }
        })
    };
    let trouble = move || audience.trouble.get().map(|error| view! { <ErrorPanel error /> });
    let content = move || has_list.get().then(|| content(audience, listed, on_forget, on_open));
    view! {
        <div class="stack list-view">
            {unreadable}
            {trouble}
            {work_bar("Reading the list", audience.importing.into(), cancel)}
            {content}
            {drop_zone(on_file)}
            {paste_rows(on_file)}
        </div>
    }
    .into_any()
}

fn content(
    audience: Audience,
    listed: Signal<Option<std::sync::Arc<push_qa::protocol::Listed>>>,
    on_forget: Callback<()>,
    on_open: Callback<u32>,
) -> AnyView {
    let without_duplicates = RwSignal::new(false);
    let choose = Callback::new(move |choices: Vec<Choice>| {
        remap_columns(audience, choices, without_duplicates.get_untracked());
    });
    Effect::new(move |before: Option<bool>| {
        let leave_out = without_duplicates.get();
        if before.is_some_and(|before| before != leave_out) {
            let choices = audience.list.with_untracked(|list| {
                let columns = list.as_ref().map(|list| list.columns.iter());
                columns
                    .into_iter()
                    .flatten()
                    .map(|column| Choice { role: column.role, cells: column.cells })
                    .collect()
            });
            remap_columns(audience, choices, leave_out);
        }
        leave_out
    });
    let download =
        Callback::new(move |kind: ProblemKind| download_rows(audience, Rows::Problem { kind }, kind.title()));
    let lines = RwSignal::new(Vec::<Line>::new());
    let of = Memo::new(move |_| listed.with(|list| list.as_ref().map_or(0, |list| list.rows)));
    let on_window = Callback::new(move |window: Window| {
        let request = Request::Rows { of: Rows::All, start: window.start, count: window.count };
        audience.ask(Slot::Rows, &request, None, move |answer| {
            if let Answer::Rows { rows, .. } = answer {
                let _ = lines.try_set(rows);
            }
        });
    });
    // What a check finds is shown beside the rows.
    let window = RwSignal::new(Window::default());
    let on_window = Callback::new(move |wanted: Window| {
        window.set(wanted);
        on_window.run(wanted);
    });
    Effect::new(move || {
        audience.checked.track();
        let wanted = window.get_untracked();
        if wanted.count > 0 {
            on_window.run(wanted);
        }
    });
    view! {
        <div class="list-head">
            <div>
                <h3 dir="auto">{move || listed.with(|list| list.as_ref().map(|list| list.name.clone()))}</h3>
                <p class="muted num">{move || listed.with(|list| list.as_ref().map(|list| how_read(list)))}</p>
            </div>
            <Button kind=ButtonKind::Quiet icon=Glyph::Trash on_click=move |()| on_forget.run(())>"Take the list away"</Button>
        </div>
        {move || listed.with(|list| list.as_ref().map(|list| counts(list)))}
        {problems(listed, download, without_duplicates)}
        {in_turn(move || mapping(listed, choose))}
        {unfold("All rows".to_owned(), move || row_table(listed, of.into(), lines.into(), on_window, on_open))}
    }
    .into_any()
}

fn how_read(list: &push_qa::protocol::Listed) -> String {
    let mut words =
        vec![list.dialect.clone(), format!("{} rows", grouped(list.rows.into())), size(list.bytes)];
    words.extend(list.notes.iter().cloned());
    words.retain(|word| !word.is_empty());
    words.join(" · ")
}

fn counts(list: &push_qa::protocol::Listed) -> AnyView {
    let rows = [
        (list.fcm, "FCM", Tone::Accent),
        (list.apn, "APNs", Tone::Accent),
        (list.users, if list.users == 1 { "user" } else { "users" }, Tone::Accent),
        (list.rows - list.recipients.min(list.rows), "left out", Tone::Danger),
    ];
    let badges = rows.into_iter().filter(|(count, ..)| *count > 0).map(|(count, word, tone)| {
        let words = format!("{} {word}", grouped(count.into()));
        view! { <li><Badge tone=tone>{words}</Badge></li> }
    });
    view! { <ul class="recipient-counts" aria-label="Recipients of the list by kind">{badges.collect::<Vec<_>>()}</ul> }.into_any()
}

/// A size as a person reads it.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_as_a_person_reads_them() {
        assert_eq!(
            [size(0), size(999), size(1_001), size(12_345_678)],
            ["0 bytes", "999 bytes", "2 kB", "12.3 MB"]
        );
    }
}
