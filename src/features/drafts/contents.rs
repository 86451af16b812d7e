//! What a draft holds, for the eye: before it is shared, and before it is taken from a link.

use leptos::prelude::*;
use push_api::{Draft, Field, Timestamp};
use push_view::view;

use crate::moment::Moment;
use crate::ui::{Description, DescriptionList, Disclosure, grouped};

/// Recipients that are shown; the others are counted.
const SHOWN: usize = 20;

/// Every field that holds something, and of the others those that a push cannot do without.
pub fn contents(draft: &Draft) -> AnyView {
    let code = |text: &str| view! { <code>{text.to_owned()}</code> }.into_any();
    let mut items = vec![
        Description::new(Field::Title.label(), text_or_none(&draft.title)),
        Description::new(Field::Body.label(), text_or_none(&draft.body)),
        Description::new(Field::Recipients.label(), recipients_in_words(draft.recipient_lines())),
        Description::new(Field::Priority.label(), draft.priority.to_string()),
    ];
    let ids = [
        (Field::Sound, &draft.sound),
        (Field::FcmCredential, &draft.fcm_credential),
        (Field::ApnsCredential, &draft.apns_credential),
    ];
    let ids = ids.into_iter().filter(|(_, id)| !id.is_empty());
    items.extend(ids.map(|(field, id)| Description::new(field.label(), code(id))));
    if !draft.tags.is_empty() {
        let tags = draft.tags.iter().map(|(key, value)| format!("{key}: {value}")).collect::<Vec<_>>();
        items.push(Description::new(Field::Tags.label(), tags.join(", ")));
    }
    if let Some(at) = draft.send_at {
        let at = Timestamp::from_unix_ms(at);
        items.push(Description::new(Field::SendAt.label(), view! { <Moment at /> }));
    }
    view! {
        <div class="drafts-contents stack">
            <DescriptionList items />
            {recipients(&draft.recipients)}
        </div>
    }
    .into_any()
}

/// `no recipients`, `1 recipient`, `10,000 recipients`.
pub fn recipients_in_words(count: usize) -> String {
    match count {
        0 => "no recipients".to_owned(),
        1 => "1 recipient".to_owned(),
        count => format!("{} recipients", grouped(count.try_into().unwrap_or(u64::MAX))),
    }
}

fn text_or_none(text: &str) -> AnyView {
    match text {
        "" => view! { <span class="muted">"none"</span> }.into_any(),
        text => view! { <bdi class="drafts-text">{text.to_owned()}</bdi> }.into_any(),
    }
}

/// The first recipients, for those who ask.
fn recipients(text: &str) -> Option<AnyView> {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let count = lines().count();
    let more = count.saturating_sub(SHOWN);
    let mut shown = lines().take(SHOWN).collect::<Vec<_>>().join("\n");
    if more > 0 {
        shown += &format!("\n… and {} more", grouped(more.try_into().unwrap_or(u64::MAX)));
    }
    (count > 0).then(|| {
        view! {
            <Disclosure summary="Show the recipients">
                <pre class="json-view" tabindex="0" aria-label="Recipients"><code>{shown}</code></pre>
            </Disclosure>
        }
        .into_any()
    })
}
