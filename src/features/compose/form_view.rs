//! The form: every box with what is wrong with it beside it.

use leptos::prelude::*;
use push_api::{Field, Priority};
use push_view::view;

use super::form::Form;
use super::imported::Imported;
use super::liquid_box::{LiquidAids, liquid_box};
use super::reading::Reading;
use super::send_at::SendAtBox;
use super::tags::TagRows;
use crate::features::recipients::RecipientsBox;
use crate::second_module::Later;
use crate::ui::{Button, Card, Choice, ComboBox, Glyph, Skeleton, TextArea, TextBox};

/// The boxes in three cards: what it says, who gets it, how it is sent.
#[component]
pub fn FormView(
    /// What is in the boxes.
    form: Form,
    /// What is wrong with them.
    reading: Reading,
    /// What is known of an imported list.
    imported: Imported,
    /// The panel of that list.
    list: Later,
    /// The aids of title and body.
    aids: LiquidAids,
) -> impl IntoView {
    let of = move |field| reading.messages(field);
    let title = view! {
        <TextBox label="Title" value=form.title messages=of(Field::Title) placeholder="Boarding has begun" />
    };
    let body = view! {
        <TextArea label="Body" value=form.body messages=of(Field::Body) rows=4
            placeholder="Gate B12, please come now."
            hint="Liquid such as {{ name | default: 'there' }} is filled in for each recipient." />
    };
    let priorities = vec![
        Choice::new(Priority::High.as_str(), "HIGH – at once, wakes the device"),
        Choice::new(Priority::Low.as_str(), "LOW – when it suits the battery"),
    ];
    let is_used = Memo::new(move |_| imported.is_used());
    let ask = move |()| {
        list.load(|| ());
        // Not every browser gives the focus to a button that is clicked.
        aids.load();
    };
    view! {
        <Card title="Message">
            <div class="stack">
                {liquid_box(aids.title, title.into_any())}
                {liquid_box(aids.body, body.into_any())}
            </div>
        </Card>
        <Card title="Audience">
            {move || (!is_used.get()).then(|| view! {
                <RecipientsBox text=form.recipients roster=reading.roster kinds=reading.kinds
                    messages=of(Field::Recipients) />
            })}
            {move || list.is_absent().then(|| view! {
                <div class="cluster list-ask">
                    <Button icon=Glyph::List on_click=ask>"Import a list"</Button>
                </div>
            })}
            {list.trouble(Callback::new(ask))}
            {list.show(|| view! { <Skeleton lines=3 /> }.into_any())}
        </Card>
        <Card title="Delivery">
            <div class="stack">
                <div class="compose-pair">
                    <ComboBox label="Priority" value=form.priority choices=priorities messages=of(Field::Priority) />
                    <TextBox label="Sound" value=form.sound messages=of(Field::Sound) code=true
                        placeholder="default" suggestions=vec!["default".to_owned()] />
                </div>
                <SendAtBox form messages=of(Field::SendAt) />
                <div class="compose-pair">
                    <TextBox label="FCM credential" value=form.fcm_credential messages=of(Field::FcmCredential)
                        code=true placeholder="comms_credential_…" hint="Empty uses the account's default." />
                    <TextBox label="APNs credential" value=form.apns_credential messages=of(Field::ApnsCredential)
                        code=true placeholder="comms_credential_…" hint="Empty uses the account's default." />
                </div>
                <TagRows rows=form.tags messages=of(Field::Tags) />
            </div>
        </Card>
    }
    .into_any()
}
