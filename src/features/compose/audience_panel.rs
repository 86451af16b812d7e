//! Brings the imported list to the form: its panel, the check and the recipient beside it, and the way to its review.
//! Its code is in the second module.

use leptos::prelude::*;
use leptos::task::spawn_local;
use push_api::roster::Kinds;
use push_qa::column::Role;
use push_qa::protocol::{Listed, Request, Rows, Wanted};
use push_view::view;
use web_sys::File;

use super::imported::{Imported, note_list_kept};
use super::reading::Reading;
use super::sending_list::{SendingList, review_list};
use crate::audience::{Audience, Slot};
use crate::features::check::{Leads, check_view, keep_checked};
use crate::features::preview::{Walk, walk_view};
use crate::features::recipients::{
    download_rows, forget_list, import_recipients, keep_columns, keep_list, kept_list, list_view,
    remap_columns, work_bar,
};
use crate::second_module::second_module;
use crate::ui::in_turn;

/// Milliseconds without a keystroke after which the list is checked again.
const PAUSE_MS: u32 = 300;

second_module! {
    /// The panel of the list. From then on a list can be imported, and one that was kept here is read again.
    pub fn audience_panel(reading: Reading, imported: Imported) -> AnyView {
        panel(reading, imported)
    }
}

fn panel(reading: Reading, imported: Imported) -> AnyView {
    let audience = Audience::default();
    let draft = reading.settings;
    keep_checked(audience, draft, PAUSE_MS);
    let walk = Walk::new(audience);
    Effect::new(move || {
        let kinds = audience.list.with(|list| list.as_ref().map(|list| kinds_of(list)));
        if imported.kinds.get_untracked() != kinds {
            imported.kinds.set(kinds);
        }
        let columns = audience.list.with(|list| list.as_ref().map(|list| variables_of(list)));
        if imported.columns.with_untracked(|before| *before != columns) {
            imported.columns.set(columns);
        }
    });
    let leads = Leads {
        show: Callback::new(move |kind| walk.find(Wanted::Finding { kind }, false)),
        download: Callback::new(move |kind: push_qa::finding::FindingKind| {
            download_rows(audience, Rows::Finding { kind }, kind.title());
        }),
        row: Callback::new(move |row| walk.find(Wanted::Row { row }, false)),
    };
    let cancel = Callback::new(move |()| audience.take_back(Slot::Check));
    let aside = move || {
        view! {
            {in_turn(move || walk_view(walk))}
            {in_turn(move || check_view(audience, draft, leads, work_bar("Checking the list", audience.checking.into(), cancel)))}
        }
        .into_any()
    };
    imported.aside.set(Some(ViewFn::from(aside)));
    on_cleanup(move || _ = imported.aside.try_set(None));
    let sending = SendingList::new(audience, draft);
    imported.review.set_value(Some(Callback::new(move |()| sending.open())));
    let take = Callback::new(move |file: File| {
        let kept = file.clone();
        import_recipients(audience, file.name(), &file, move || {
            let file = kept.clone();
            // Without storage the list is there until the page is left, as the page says of everything.
            spawn_local(async move { note_list_kept(keep_list(&file).await.is_ok()) });
        });
    });
    keep_choices(audience);
    restore(audience);
    let forget = Callback::new(move |()| {
        audience.ask(Slot::List, &Request::Forget, None, |_| {});
        audience.list.set(None);
        note_list_kept(false);
        spawn_local(async move { _ = forget_list().await });
    });
    let open = Callback::new(move |index| walk.show(index));
    view! {
        {list_view(audience, take, forget, open)}
        {review_list(sending)}
    }
    .into_any()
}

/// Reads the list again that an earlier page kept here, with the choices made for its columns.
fn restore(audience: Audience) {
    spawn_local(async move {
        let Ok(Some((file, choices))) = kept_list().await else { return };
        // Somebody may have dropped another one meanwhile.
        if audience.importing.try_get_untracked() != Some(None)
            || audience.list.try_get_untracked() != Some(None)
        {
            return;
        }
        import_recipients(audience, file.name(), &file, move || {
            if let Some(choices) = choices.clone() {
                remap_columns(audience, choices, false);
            }
        });
    });
}

/// Keeps the choices for the columns whenever they change.
fn keep_choices(audience: Audience) {
    let choices = Memo::new(move |_| {
        audience.list.with(|list| {
            list.as_ref().map(|list| {
                list.columns
                    .iter()
                    .map(|column| push_qa::column::Choice { role: column.role, cells: column.cells })
                    .collect::<Vec<_>>()
            })
        })
    });
    Effect::new(move |before: Option<bool>| {
        let now = choices.get();
        if before == Some(true)
            && let Some(choices) = now.clone()
        {
            spawn_local(async move { _ = keep_columns(&choices).await });
        }
        now.is_some()
    });
}

fn kinds_of(list: &Listed) -> Kinds {
    let count = |count: u32| usize::try_from(count).unwrap_or_default();
    Kinds { fcm: count(list.fcm), apn: count(list.apn), other: 0, users: count(list.users) }
}

fn variables_of(list: &Listed) -> Vec<String> {
    let variables = list.columns.iter().filter(|column| column.role == Role::Variable);
    variables.map(|column| column.name.clone()).collect()
}
