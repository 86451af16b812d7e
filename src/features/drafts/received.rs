//! A link that was opened: what it carries is shown, and nothing is done with it before a person says so.

use std::sync::Arc;

use leptos::prelude::*;
use push_api::share::{LinkFault, Shared};
use push_view::view;

use super::contents::contents;
use super::desk::Desk;
use crate::ui::{Button, ButtonKind};

/// What the link carries, or why it cannot be read.
pub fn received(read: &Result<Arc<Shared>, LinkFault>) -> AnyView {
    match read {
        Ok(draft) => view! {
            <p>"The link that was opened carries this draft. It is not in the form yet, and nothing is sent by opening it."</p>
            {contents(&draft.draft)}
        }
        .into_any(),
        Err(fault) => view! {
            <p>{fault.to_string()}</p>
            <p class="muted">"What is in the form is untouched."</p>
        }
        .into_any(),
    }
}

/// Its buttons.
pub fn received_footer(desk: Desk, read: Result<Arc<Shared>, LinkFault>) -> AnyView {
    let close = view! { <Button on_click=move |()| desk.close()>"Close"</Button> };
    let put = read.ok().map(|draft| {
        let open = move |()| desk.open(Arc::clone(&draft));
        view! { <Button kind=ButtonKind::Primary on_click=open>"Put it into the form"</Button> }
    });
    view! {
        {close}
        {put}
    }
    .into_any()
}
