//! The JSON that will be sent, readable, with buttons that copy it byte for byte or as a command.

use leptos::prelude::*;
use push_api::SendRequest;
use push_view::view;

use super::rendering::rendering;
use crate::api::curl;
use crate::connection::Connection;
use crate::copying::copier;
use crate::ui::{CopyButton, JsonView};

/// The request. Only its beginning is drawn; the whole of it is made when it is copied.
#[component]
pub fn RequestView(
    /// The request with its first recipients, and how many more there are.
    beginning: Memo<(SendRequest, usize)>,
    /// The whole request.
    whole: Signal<SendRequest>,
) -> impl IntoView {
    let connection = Connection::current();
    let text = Memo::new(move |_| beginning.with(|(request, hidden)| rendering(request, *hidden)));
    let exact = Signal::derive(move || whole.get().to_json());
    let command = Signal::derive(move || curl::command(&connection.proxy_origin(), &whole.get()));
    let copy = copier();
    view! {
        <div class="cluster">
            <CopyButton text=exact label="Copy as JSON" on_copy=copy />
            <CopyButton text=command label="Copy as curl" on_copy=copy />
        </div>
        <JsonView text label="Request as JSON" />
        <p class="preview-note">
            "Indented for reading. The copied JSON is byte for byte what is sent; the curl command masks the tokens and holds no credential."
        </p>
    }
    .into_any()
}
