//! The button that opens the drafts, and the watch for links that carry one. All else is in the second module.

use leptos::prelude::*;
use push_api::{Draft, share};
use push_view::view;

use super::dialog::drafts_dialog;
use crate::platform::history::History;
use crate::platform::page;
use crate::second_module::Later;
use crate::ui::{Button, ButtonKind};

/// What the dialog gets from the page. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Entrance {
    /// What is in the form.
    pub draft: Signal<Draft>,
    /// Fills the form with another draft.
    pub fill: Callback<Draft>,
    /// Whether the dialog is open.
    pub is_open: RwSignal<bool>,
    /// The fragment of a link that was opened and is not looked at yet.
    pub link: RwSignal<Option<String>>,
}

/// Button *Drafts*. It opens by itself for a link that carries a draft, wherever on the page that link was opened.
#[component]
pub fn OpenDrafts(
    /// What is in the form.
    draft: Signal<Draft>,
    /// Fills the form with another draft.
    fill: Callback<Draft>,
) -> impl IntoView {
    let entrance = Entrance { draft, fill, is_open: RwSignal::new(false), link: RwSignal::new(None) };
    let dialog = Later::new(move || drafts_dialog(entrance));
    let open = move |()| dialog.load(move || entrance.is_open.set(true));
    let history = History::current();
    Effect::new(move |_| {
        let fragment = history.address().fragment;
        if fragment.starts_with(share::BEGINNING) {
            entrance.link.set(Some(fragment));
            // A draft does not stay in the address bar, where the next screenshot or bookmark would carry it.
            page::clear_fragment();
            history.look();
            open(());
        }
    });
    view! {
        <Button kind=ButtonKind::Quiet busy=Signal::derive(move || dialog.is_coming()) on_click=open>
            "Drafts"
        </Button>
        {dialog.trouble(Callback::new(open))}
        {dialog.show(|| ().into_any())}
    }
    .into_any()
}
