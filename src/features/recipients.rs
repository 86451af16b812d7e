//! Who gets the push: pasted lines, counted by kind, with every line that cannot be read named by its number.

mod download_rows;
mod import_recipients;
mod keep_list;
mod lines;
mod list;
mod remap_columns;

use std::sync::Arc;

use leptos::prelude::*;
use push_api::roster::{Kinds, Roster};
use push_view::view;

pub use self::download_rows::download_rows;
pub use self::import_recipients::import_recipients;
pub use self::keep_list::{forget_list, keep_columns, keep_list, kept_list};
use self::lines::LineList;
pub use self::list::{list_view, work_bar};
pub use self::remap_columns::remap_columns;
use crate::ui::{Badge, Message, TextArea, Tone, grouped};

/// Box *Recipients* with what was understood of it.
#[component]
pub fn RecipientsBox(
    /// The pasted text.
    text: RwSignal<String>,
    /// What it was read as.
    roster: Memo<Arc<Roster>>,
    /// Recipients of each kind.
    kinds: Memo<Kinds>,
    /// What is wrong with it.
    #[prop(into)]
    messages: Signal<Vec<Message>>,
) -> impl IntoView {
    let counts = move || {
        // Read before what is derived from it: an effect that meets the derived memo first and finds it unchanged is
        // not told by reactive_graph 0.2 that the one below has changed.
        let (unreadable, repeated) = roster.with(|roster| (roster.problems.len(), roster.repeats.len()));
        let kinds = kinds.get();
        let rows = [
            (kinds.fcm, "FCM", Tone::Accent),
            (kinds.apn, "APNs", Tone::Accent),
            (kinds.other, "other", Tone::Accent),
            (kinds.users, if kinds.users == 1 { "user" } else { "users" }, Tone::Accent),
            (unreadable, "unreadable", Tone::Danger),
            (repeated, "repeated", Tone::Warn),
        ];
        let badges = rows.into_iter().filter(|(count, ..)| *count > 0).map(|(count, word, tone)| {
            let words = format!("{} {word}", grouped(count.try_into().unwrap_or(u64::MAX)));
            view! { <li><Badge tone=tone>{words}</Badge></li> }
        });
        badges.collect::<Vec<_>>()
    };
    view! {
        <TextArea label="Recipients" value=text messages rows=7 code=true
            placeholder="dqWD7WEC83K4:APA91bF…,FCM\na3f1c2d4e5b6…,APN\ncomms_user_01h…"
            hint="One a line: token,provider or a user id. The provider may be left out where the token's shape tells it." />
        <ul class="recipient-counts" aria-label="Recipients by kind">{counts}</ul>
        <LineList roster />
    }
    .into_any()
}
