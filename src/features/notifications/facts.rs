//! Everything that the upstream says of one notification, as facts under their names.

use leptos::prelude::*;
use push_api::notification::Related;
use push_api::recipient::Destination;
use push_api::{NotificationSummary, OperationId, Priority, Timestamp};
use push_view::view;

use super::recipient::address;
use super::words::{of_provider, of_status};
use crate::copying::ShortId;
use crate::moment::Moment;
use crate::route::Route;
use crate::ui::{Badge, Description};

/// The facts that there are, in the order in which a person asks for them.
pub fn facts(one: &NotificationSummary) -> Vec<Description> {
    let mut facts = vec![Description::new("Status", status(one))];
    facts.extend(one.to.as_slice().iter().map(destination));
    facts.extend(one.related.iter().flatten().map(related));
    let dates = [("Created", &one.created_at), ("Last changed", &one.updated_at)];
    facts.extend(dates.into_iter().filter_map(|(term, at)| Some(date(term, at.as_ref()?))));
    facts.extend(one.deleted_at.iter().flatten().map(|at| date("Deleted", at)));
    facts.extend(
        one.priority.iter().map(|priority| Description::new("Priority", priority_in_words(priority))),
    );
    let sound = one.sound.clone().map(|sound| sound.unwrap_or_else(|| "none".to_owned()));
    facts.extend(sound.map(|sound| Description::new("Sound", sound)));
    if let Some(from) = &one.from {
        let credentials = [("FCM credential", &from.fcm), ("APNs credential", &from.apn)];
        facts.extend(credentials.into_iter().filter_map(|(term, id)| {
            let id = id.clone()?;
            Some(Description::new(term, view! { <ShortId id label="Copy credential ID" /> }))
        }));
    }
    if let Some(tags) = one.tags.as_ref().filter(|tags| !tags.is_empty()) {
        let tags = tags.iter().map(|(key, value)| {
            let tag = [key.as_str(), value].join(": ");
            view! { <Badge>{tag}</Badge> }.into_any()
        });
        let tags = tags.collect::<Vec<_>>();
        facts.push(Description::new("Tags", view! { <span class="cluster">{tags}</span> }));
    }
    facts.push(Description::new(
        "Notification ID",
        view! { <ShortId id=one.id.to_string() label="Copy notification ID" /> },
    ));
    facts
}

fn status(one: &NotificationSummary) -> AnyView {
    let words = of_status(&one.status);
    view! {
        <Badge tone=words.tone>{words.label}</Badge>
        <p class="notification-meaning muted">{words.meaning}</p>
    }
    .into_any()
}

fn destination(to: &Destination) -> Description {
    let term = if to.token.is_none() && to.user_id.is_some() { "User ID" } else { "Device token" };
    let id = address(to).map(|id| view! { <ShortId id=id label="Copy recipient" /> }.into_any());
    let by = to.provider.as_ref().map(|provider| [" by ", &of_provider(provider)].concat());
    let value = view! { {id.unwrap_or_else(|| "Not given".into_any())} {by} };
    Description::new(term, value)
}

/// An operation is a link to its page; anything else is only named, because the console has no page for it.
fn related(thing: &Related) -> Description {
    let id = thing.id.clone().or_else(|| thing.uri.as_deref().and_then(last_segment).map(str::to_owned));
    let is_operation = thing.name.as_deref().is_some_and(|name| name.eq_ignore_ascii_case("operation"));
    match (id, is_operation) {
        (Some(id), true) => {
            let href = Route::operation(OperationId::new(id.clone())).href();
            let link =
                view! { <a href=href>"Open the operation"</a> " " <ShortId id label="Copy operation ID" /> };
            Description::new("Operation", link)
        }
        (id, _) => {
            let words = [thing.name.clone(), id].into_iter().flatten().collect::<Vec<_>>().join(" ");
            Description::new("Related", if words.is_empty() { "Not given".to_owned() } else { words })
        }
    }
}

fn last_segment(uri: &str) -> Option<&str> {
    uri.trim_end_matches('/').rsplit('/').next().filter(|segment| !segment.is_empty())
}

fn date(term: &'static str, at: &Timestamp) -> Description {
    let at = at.clone();
    Description::new(term, view! { <Moment at /> })
}

fn priority_in_words(priority: &Priority) -> String {
    match priority {
        Priority::High => "High".to_owned(),
        Priority::Low => "Low".to_owned(),
        Priority::Unknown(word) => word.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_at_the_upstream_ends_in_its_id() {
        let table =
            [("/PushNotifications/Operations/op_1", Some("op_1")), ("op_1/", Some("op_1")), ("/", None)];
        for (uri, id) in table {
            assert_eq!(last_segment(uri), id, "{uri}");
        }
    }
}
