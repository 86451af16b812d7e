//! One notification whole: what this recipient got, what became of it, and the upstream's own JSON.

use leptos::prelude::*;
use push_api::{Content, NotificationDetail, NotificationId};
use push_view::view;

use super::facts::facts;
use super::json_text::laid_out;
use crate::api::{Endpoint, Received};
use crate::connection::Connection;
use crate::copying::copier;
use crate::route::{NotificationsView, Route};
use crate::ui::{Button, Card, CopyButton, DescriptionList, Glyph, JsonView, Read, Remote};

/// One notification.
#[component]
pub fn NotificationPage(
    /// Which.
    id: NotificationId,
) -> impl IntoView {
    let connection = Connection::current();
    let read = Read::new(move || connection.client().receive(Endpoint::notification(&id)));
    let all = Route::Notifications(NotificationsView::default()).href();
    view! {
        <header class="page-header">
            <div>
                <p class="page-back">
                    <a href=all>"All notifications"</a>
                </p>
                <h1>"Notification"</h1>
            </div>
            <Button icon=Glyph::Refresh busy=read.pending() on_click=move |()| read.reload()>
                "Refresh"
            </Button>
        </header>
        <Remote source=read let:received>
            {move || whole(received.get())}
        </Remote>
    }
    .into_any()
}

fn whole(received: Received<NotificationDetail>) -> AnyView {
    let Received { value, text, .. } = received;
    let shown = laid_out(&text);
    let copy = copier();
    let actions = move || view! { <CopyButton text label="Copy JSON" on_copy=copy /> };
    view! {
        <div class="stack stack-loose">
            <Card title="Content">{content(value.content)}</Card>
            <Card title="Status and details">
                <DescriptionList items=facts(&value.summary) />
            </Card>
            <Card title="As the upstream gave it" actions=actions>
                <JsonView text=shown label="Notification as JSON" />
            </Card>
        </div>
    }
    .into_any()
}

fn content(content: Option<Content>) -> AnyView {
    match content {
        None => view! { <p class="muted">"The upstream gave no content."</p> }.into_any(),
        Some(Content { title, body, .. }) => view! {
            <div class="notification-content">
                {title.map(|title| view! { <p class="notification-title">{title}</p> })}
                <p class="notification-body">{body}</p>
            </div>
        }
        .into_any(),
    }
}
