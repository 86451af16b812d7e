//! The list of operations: the upstream's, or where it offers none, this browser's own record of sends.

use leptos::prelude::*;
use push_api::OperationStatus;
use push_api::history::SendRecord;
use push_view::view;

use super::own_list::OwnList;
use super::sent::sends;
use super::standing::page_of;
use super::upstream_list::{Operations, UpstreamList, operations};
use super::watch::Watch;
use super::words::status_choices;
use crate::paging::{Listing, Paging};
use crate::route::{OperationsView, Route, Trail};
use crate::steering::{Step, steering};
use crate::ui::{Banner, Button, ComboBox, EmptyState, ErrorPanel, Glyph, LinkButton, Remote, Tone};

/// The list of the account's operations.
#[component]
pub fn OperationsPage(
    /// Filter and place.
    view: Signal<OperationsView>,
    /// What has to be seen before the list, such as sends with an unknown outcome.
    children: Children,
) -> impl IntoView {
    let (read, sends, watch) = (operations(view), sends(), Watch::start());
    let records = Signal::derive(move || sends.get().and_then(Result::ok).unwrap_or_default());
    let storage_trouble = move || sends.get().and_then(Result::err);
    let steer = steering();
    let to_view = Callback::new(move |view| steer(&Route::Operations(view), Step::Push));
    let on_trail = Callback::new(move |trail| to_view.run(OperationsView { trail, ..view.get_untracked() }));
    let to_first = Callback::new(move |()| on_trail.run(Trail::default()));
    let trail = Memo::new(move |_| view.with(|view| view.trail.clone()));
    let stands_in = Memo::new(move |_| matches!(read.get(), Some(Ok(None))));
    let current = Memo::new(move |_| match read.get()?.ok()? {
        Some(listing) => (listing.view == view.get()).then(|| (listing.onward(), listing.items().len())),
        None => records.with(|records| {
            let (page, onward) = page_of(records, &trail.get());
            Some((onward, page.len()))
        }),
    });
    let summary = move || current.get().map(|(_, count)| count_in_words(count)).unwrap_or_default();
    let status =
        Memo::new(move |_| view.with(|it| it.status.as_ref().map(ToString::to_string).unwrap_or_default()));
    let set_status = move |word: String| {
        let status = (!word.is_empty()).then(|| OperationStatus::from(word));
        to_view.run(OperationsView { status, trail: Trail::default() });
    };
    let empty = move || nothing(view.get(), to_view);
    view! {
        <header class="page-header">
            <div>
                <h1>"Operations"</h1>
                <p class="page-lead">"Every accepted send, newest first. Those under way refresh by themselves."</p>
            </div>
            <Button icon=Glyph::Refresh busy=read.pending() on_click=move |()| read.reload()>
                "Refresh list"
            </Button>
        </header>
        <div class="stack">
            {children()}
            {move || storage_trouble().map(|error| view! { <ErrorPanel error /> })}
            <div class="filters operation-filters" role="search" aria-label="Filters">
                <ComboBox label="Status" value=(status, set_status) choices=status_choices() disabled=stands_in />
            </div>
            <Remote source=read is_empty=is_empty empty let:list>
                {cards(list, stands_in, records, trail, to_first, watch)}
            </Remote>
            <Paging
                trail
                onward=Signal::derive(move || current.get().map(|(onward, _)| onward))
                pending=read.pending()
                on_trail
                summary=Signal::derive(summary)
            />
        </div>
    }
    .into_any()
}

fn is_empty(list: &Operations) -> bool {
    list.as_ref().is_some_and(Listing::is_empty)
}

fn cards(
    list: Signal<Operations>,
    stands_in: Memo<bool>,
    records: Signal<Vec<SendRecord>>,
    trail: Memo<Trail>,
    to_first: Callback<()>,
    watch: Watch,
) -> impl Fn() -> AnyView {
    move || {
        if !stands_in.get() {
            return view! { <UpstreamList operations=list to_first watch /> }.into_any();
        }
        let page = Signal::derive(move || records.with(|records| page_of(records, &trail.get()).0.to_vec()));
        view! {
            <Banner tone=Tone::Info title="These are the sends of this browser">
                <p>
                    "The upstream does not offer a list of operations. What was sent from elsewhere is not here, and the status filter has nothing to ask."
                </p>
            </Banner>
            {move || page.with(Vec::is_empty).then(|| nothing(OperationsView::default(), Callback::new(|_| ())))}
            <OwnList records=page watch />
        }
        .into_any()
    }
}

fn nothing(view: OperationsView, to_view: Callback<OperationsView>) -> AnyView {
    let all = move |()| to_view.run(OperationsView::default());
    if view == OperationsView::default() {
        view! {
            <EmptyState title="No operations yet" text="Every push that is sent becomes an operation, and is listed here for 7 days.">
                <LinkButton href=Route::Compose.href()>"Compose a push"</LinkButton>
            </EmptyState>
        }
        .into_any()
    } else {
        view! {
            <EmptyState title="No operations here" text="Nothing fits the status, or the list has become shorter.">
                <Button on_click=all>"Show all operations"</Button>
            </EmptyState>
        }
        .into_any()
    }
}

fn count_in_words(count: usize) -> String {
    match count {
        1 => "1 operation".to_owned(),
        count => format!("{count} operations"),
    }
}
