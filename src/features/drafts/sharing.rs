//! A draft as a link: everything that the link holds is shown beside it, and recipients are in it only when chosen.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use push_api::share::{self, LinkFault, SAFE_CHARS, Shared};
use push_view::view;

use super::contents::{contents, recipients_in_words};
use super::desk::Desk;
use super::notice::Notice;
use crate::platform::{clipboard, page};
use crate::route::Route;
use crate::ui::{CheckBox, CopyButton, Field, Message, grouped};

/// The pane.
pub fn sharing(desk: Desk, draft: &Arc<Shared>) -> AnyView {
    let with_recipients = RwSignal::new(false);
    let recipients = draft.draft.recipient_lines();
    let draft = Arc::clone(draft);
    let shared = Memo::new(move |_| {
        let Shared { name, draft } = Shared::clone(&draft);
        let draft = if with_recipients.get() { draft } else { draft.without_recipients() };
        Shared { name, draft }
    });
    let link = Memo::new(move |_| shared.with(link));
    let choice = (recipients > 0).then(|| {
        let label = format!("With its {}", recipients_in_words(recipients));
        let hint = "Their tokens can be read by whoever gets the link.";
        view! { <CheckBox label hint checked=with_recipients /> }
    });
    view! {
        <p>
            "The whole draft is in the link itself, behind the “#”. Browsers send that part to no server; who gets the link gets the draft."
        </p>
        {choice}
        <section aria-label="What the link holds">
            <h3>"What the link holds"</h3>
            {move || shared.with(|shared| contents(&shared.draft))}
        </section>
        {link_box(desk, link)}
    }
    .into_any()
}

fn link_box(desk: Desk, link: Memo<Result<String, LinkFault>>) -> AnyView {
    let messages = Signal::derive(move || {
        link.with(|link| match link {
            Err(fault) => vec![Message::blocking(fault.to_string())],
            Ok(link) if link.len() > SAFE_CHARS => vec![Message::warning(format!(
                "The link has {} characters. Some programs for mail and chat cut links after {}: try it before you rely on it.",
                in_groups(link.len()),
                in_groups(SAFE_CHARS)
            ))],
            Ok(_) => Vec::new(),
        })
    });
    let text = Signal::derive(move || link.get().unwrap_or_default());
    let copy = Callback::new(move |text: String| {
        spawn_local(async move {
            desk.say(match clipboard::copy(&text).await {
                Ok(()) => Notice::done("The link is copied."),
                Err(sentence) => Notice::failed("The link was not copied", sentence),
            });
        });
    });
    let button = move || {
        link.with(Result::is_ok).then(|| view! { <CopyButton text label="Copy the link" on_copy=copy /> })
    };
    view! {
        <Field label="Link" messages let:wiring>
            <input
                class="box code"
                id=wiring.id
                readonly=true
                aria-describedby=wiring.described_by
                aria-invalid=move || wiring.invalid.get()
                prop:value=move || text.get()
                on:focus:target=move |event| event.target().select()
            />
        </Field>
        <div class="cluster">{button}</div>
    }
    .into_any()
}

/// The address of the page that a draft is written on, with a draft in its fragment and nothing else.
fn link(shared: &Shared) -> Result<String, LinkFault> {
    Ok([page::origin(), Route::Compose.href(), share::fragment(shared)?].concat())
}

fn in_groups(count: usize) -> String {
    grouped(count.try_into().unwrap_or(u64::MAX))
}
