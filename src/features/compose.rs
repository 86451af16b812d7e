//! Writing a push, looking at it, and sending it once. The one feature that assembles others.

mod audience_panel;
mod composer;
mod confirming;
mod form;
mod form_view;
mod imported;
mod liquid_box;
mod reading;
mod send_at;
mod send_draft;
mod sending_list;
mod tags;
mod test_send;

use leptos::prelude::*;
use leptos::task::spawn_local;
use push_view::view;

use self::composer::Composer;
pub use self::liquid_box::{LiquidAids, liquid_box};
use super::drafts::{Restored, read_draft};
use super::review::settle_found;
use crate::connection::Connection;
use crate::ui::Skeleton;

/// The page. Nothing can be typed before the kept draft is there, so that it is never overwritten.
#[component]
pub fn ComposePage() -> impl IntoView {
    let connection = Connection::current();
    let restored = RwSignal::new(None::<Restored>);
    Effect::new(move |has_begun: Option<bool>| {
        // A send that left from here before the page was left is settled first: its draft may be gone then.
        let may_begin = !connection.is_sending();
        if may_begin && has_begun != Some(true) {
            spawn_local(async move {
                settle_found(connection).await;
                let _ = restored.try_set(Some(read_draft().await));
            });
        }
        may_begin || has_begun == Some(true)
    });
    move || match restored.get() {
        Some(restored) => view! { <Composer restored /> }.into_any(),
        None => {
            let words = move || connection.is_sending().then_some("A push is on its way from here …");
            view! {
                <header class="page-header"><h1>"Compose"</h1></header>
                <p role="status">{words}</p>
                <Skeleton lines=6 />
            }
            .into_any()
        }
    }
}
