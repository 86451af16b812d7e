//! The account's operations as the upstream lists them, each as a card that follows itself.

use std::sync::Arc;

use leptos::prelude::*;
use push_api::query::OperationQuery;
use push_api::{Operation, Timestamp};
use push_view::view;

use super::card::OperationCard;
use super::poller::Poller;
use super::standing::PAGE;
use super::turns::Turns;
use super::watch::Watch;
use crate::api::Endpoint;
use crate::connection::Connection;
use crate::paging::{Listing, LostPlace};
use crate::route::OperationsView;
use crate::ui::Read;

/// A page of operations with the view that it answers; none where the upstream does not offer the list.
pub type Operations = Option<Listing<OperationsView, Operation>>;

/// The read behind the list. Does not even ask where the proxy says that there is no such list.
pub fn operations(view: Signal<OperationsView>) -> Read<Operations> {
    let connection = Connection::current();
    let is_offered = Memo::new(move |_| {
        connection.session().is_none_or(|session| session.map_or(true, |it| it.operations_list))
    });
    Read::new(move || {
        let (view, client, is_offered) = (view.get(), connection.client(), is_offered.get());
        async move {
            if !is_offered {
                return Ok(None);
            }
            let query = OperationQuery {
                status: view.status.clone(),
                page_token: view.trail.current().map(str::to_owned),
                page_size: u32::try_from(PAGE).ok(),
            };
            match client.send(Endpoint::operations(&query)).await {
                Err(error) if error.is_not_found() => Ok(None),
                answer => {
                    let trail = view.trail.clone();
                    Listing::of(view, &trail, answer).map(Some)
                }
            }
        }
    })
}

/// The cards of a page, newest first.
#[component]
pub fn UpstreamList(
    /// The page.
    operations: Signal<Operations>,
    /// Goes to the first page.
    to_first: Callback<()>,
    /// What the page sees and which second it is.
    watch: Watch,
) -> impl IntoView {
    let is_lost = Memo::new(move |_| operations.with(|list| list.as_ref().is_some_and(Listing::is_lost)));
    let newest_first = Memo::new(move |_| {
        let mut items =
            operations.with(|list| list.as_ref().map(|list| list.items().to_vec()).unwrap_or_default());
        items.sort_unstable_by_key(|operation| std::cmp::Reverse(made_at(operation)));
        items
    });
    let order = move || newest_first.with(|items| items.iter().map(|it| it.id.clone()).collect());
    let turns = Turns::among(Signal::derive(order));
    let card = move |operation: Arc<Operation>| {
        let id = operation.id.clone();
        let first = Some(Operation::clone(&operation));
        let poller = Poller::start(id.clone(), first, turns.stagger(&id), turns.allows(&id), watch);
        turns.pass_on(&id, poller);
        view! { <OperationCard id poller leads_on=true /> }
    };
    view! {
        {move || is_lost.get().then(|| view! { <LostPlace to_first /> })}
        <For each=move || newest_first.get() key=state_key children=card />
    }
    .into_any()
}

fn made_at(operation: &Operation) -> Option<i64> {
    operation.created_at.as_ref().and_then(Timestamp::unix_ms)
}

fn state_key(operation: &Arc<Operation>) -> String {
    let changed = operation.updated_at.as_ref().map_or("", Timestamp::as_str);
    [operation.id.as_str(), operation.status.as_str(), changed].join(" ")
}
