//! The box *Operation ID*: what is typed is applied after a moment's rest, or at once on Enter.

use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use push_view::view;

use crate::ui::TextBox;

const REST: Duration = Duration::from_millis(400);

/// What was typed and is not applied yet, and how often another id had come into force by then.
#[derive(Clone, PartialEq)]
struct Typed {
    during: u32,
    text: String,
}

/// The box.
#[component]
pub fn OperationBox(
    /// The id in force.
    applied: Signal<String>,
    /// Puts another one in force.
    on_apply: Callback<String>,
) -> impl IntoView {
    let typed = RwSignal::new(None::<Typed>);
    let changes = Memo::new(move |earlier: Option<&(String, u32)>| {
        let applied = applied.get();
        match earlier {
            Some((before, count)) if *before == applied => (applied, *count),
            Some((_, count)) => (applied, count + 1),
            None => (applied, 0),
        }
    });
    // As soon as another id is in force, by this box or by a link, what was typed before is over.
    let shown = Memo::new(move |_| {
        let (applied, count) = changes.get();
        typed.get().filter(|typed| typed.during == count).map_or(applied, |typed| typed.text)
    });
    let apply = move || {
        let text = shown.get_untracked().trim().to_owned();
        if text != applied.get_untracked() {
            on_apply.run(text);
        }
    };
    Effect::new(move || {
        if typed.read().is_none() {
            return;
        }
        // Fails only outside of a browser's window.
        if let Ok(rest) = set_timeout_with_handle(apply, REST) {
            on_cleanup(move || rest.clear());
        }
    });
    let on_type = move |text| typed.set(Some(Typed { during: changes.get_untracked().1, text }));
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            apply();
        }
    };
    view! {
        <div class="operation-box" on:keydown=on_key on:change=move |_| apply()>
            <TextBox label="Operation ID" value=(shown, on_type) code=true />
        </div>
    }
    .into_any()
}
