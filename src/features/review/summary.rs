//! What a person is about to confirm: where it goes, to how many, when, what it says, and what is odd about it.

use leptos::prelude::*;
use push_api::proxy::Mode;
use push_api::roster::Kinds;
use push_view::view;

use super::plan::Plan;
use crate::api::curl;
use crate::platform::clock;
use crate::ui::{Description, DescriptionList, Glyph, Icon, grouped};

/// The whole summary. `mode` is none while the proxy has not said what it is.
pub fn summary(plan: &Plan, mode: Option<&Mode>) -> AnyView {
    view! {
        <div class="stack">
            {destination(mode)}
            <DescriptionList items=facts(plan) />
            {sample(plan)}
            {warnings(plan)}
        </div>
    }
    .into_any()
}

/// Whether it reaches real devices.
pub fn destination(mode: Option<&Mode>) -> AnyView {
    let (name, word, meaning, glyph) = match mode {
        Some(Mode::Sandbox) => ("sandbox", "Sandbox", "Nothing reaches a real device.", Glyph::Flask),
        Some(Mode::Live) => ("live", "Live", "This goes to real devices and real people.", Glyph::Live),
        _ => ("live", "Unknown", "Treat it as live: it may reach real devices.", Glyph::Warning),
    };
    view! {
        <p class="review-destination" data-mode=name>
            <Icon glyph />
            <span>
                <strong>{word}</strong>
                " " {meaning}
            </span>
        </p>
    }
    .into_any()
}

fn facts(plan: &Plan) -> Vec<Description> {
    let mut facts = vec![
        Description::new("Recipients", grouped(number(plan.kinds.total()))),
        Description::new("When", when(plan.send_at)),
    ];
    let Kinds { fcm, apn, other, users } = plan.kinds;
    let kinds = [(fcm, "By FCM"), (apn, "By APNs"), (other, "By another provider"), (users, "By user id")];
    let counted = kinds.into_iter().filter(|(count, _)| *count > 0);
    facts.extend(counted.map(|(count, term)| Description::new(term, grouped(number(count)))));
    facts
}

fn number(count: usize) -> u64 {
    count.try_into().unwrap_or(u64::MAX)
}

/// The moment of sending in the person's zone and in UTC, or that it is at once.
pub fn when(send_at: Option<i64>) -> AnyView {
    let Some(at) = send_at else { return "At once".into_any() };
    let (local, zone) = (clock::show_ms(at), clock::time_zone());
    let utc = push_api::Timestamp::from_unix_ms(at).to_string();
    view! { <span>{local} " " {zone}</span> <br /> <span class="muted num">{utc} " UTC"</span> }.into_any()
}

fn sample(plan: &Plan) -> AnyView {
    let content = &plan.request.content;
    let title = content.title.clone();
    let title = title.map(|title| view! { <p class="review-title" dir="auto">{title}</p> });
    let first = plan.request.to.first().map(|recipient| {
        let provider = recipient.provider().map_or_else(|| "user".to_owned(), ToString::to_string);
        let address = match recipient.provider() {
            Some(_) => curl::mask(recipient.address()),
            None => recipient.address().to_owned(),
        };
        view! { <figcaption>"As written. First recipient: " <code>{address}</code> " (" {provider} ")"</figcaption> }
    });
    view! {
        <figure class="review-sample">
            {title}
            <p class="review-body" dir="auto">{content.body.clone()}</p>
            {first}
        </figure>
    }
    .into_any()
}

fn warnings(plan: &Plan) -> Option<AnyView> {
    let rows = plan.warnings.iter().map(|issue| {
        let (field, message) = (issue.field.label(), issue.message.clone());
        view! { <li><strong>{field}</strong> ": " {message}</li> }
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="review-warnings" data-tone="warn" aria-label="Warnings">
                <h3><Icon glyph=Glyph::Warning /> "Worth a look; it can be sent all the same"</h3>
                <ul>{rows}</ul>
            </section>
        }
        .into_any()
    })
}
