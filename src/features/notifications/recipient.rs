//! Who a notification went to, whichever shape the upstream gave it in.

use push_api::Provider;
use push_api::recipient::{Destination, Destinations};

use super::words::of_provider;
use crate::copying::shorten;

/// The token or the user id of one destination; none when the upstream gave neither.
pub fn address(destination: &Destination) -> Option<&str> {
    destination.token.as_deref().or(destination.user_id.as_deref())
}

/// The first address, short for the eye, and how many more there are.
pub fn in_short(to: &Destinations) -> String {
    let mut addresses = to.as_slice().iter().filter_map(address);
    let first = addresses.next().map_or_else(|| "Not given".to_owned(), shorten);
    match addresses.count() {
        0 => first,
        more => format!("{first} + {more} more"),
    }
}

/// Every address whole, one a line.
pub fn whole(to: &Destinations) -> String {
    to.as_slice().iter().filter_map(address).collect::<Vec<_>>().join("\n")
}

/// The providers, each named once.
pub fn providers(to: &Destinations) -> String {
    let mut named: Vec<&Provider> = Vec::new();
    for provider in to.as_slice().iter().filter_map(|one| one.provider.as_ref()) {
        if !named.contains(&provider) {
            named.push(provider);
        }
    }
    if named.is_empty() {
        return "–".to_owned();
    }
    named.into_iter().map(of_provider).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn both_shapes_and_odd_ones_are_read() {
        let table = [
            (r#"{"token":"abc","provider":"FCM"}"#, "abc", "abc", "FCM"),
            (
                r#"[{"token":"abcdefghijklmnopqrstuvwxyz","provider":"APN"}]"#,
                "abcdefghij…uvwxyz",
                "abcdefghijklmnopqrstuvwxyz",
                "APNs",
            ),
            (
                r#"[{"token":"a","provider":"FCM"},{"userId":"u","provider":"FCM"}]"#,
                "a + 1 more",
                "a\nu",
                "FCM",
            ),
            (
                r#"[{"token":"a","provider":"FCM"},{"token":"b","provider":"WEB"}]"#,
                "a + 1 more",
                "a\nb",
                "FCM, WEB",
            ),
            (r#"{"userId":"u"}"#, "u", "u", "–"),
            (r#"{"phone":"x"}"#, "Not given", "", "–"),
            ("[]", "Not given", "", "–"),
        ];
        for (json, short, all, carried_by) in table {
            let to: Destinations = serde_json::from_str(json).unwrap();
            assert_eq!((in_short(&to).as_str(), whole(&to).as_str()), (short, all), "{json}");
            assert_eq!(providers(&to), carried_by, "{json}");
        }
    }
}
