//! A request for the eye: indented, and with 10,000 recipients only the first of them.

use push_api::{Recipient, SendRequest};

use crate::ui::grouped;

/// Recipients that are written out; more would slow down every keystroke and nobody reads them.
pub const SHOWN: usize = 20;

/// The beginning of a list of recipients, as far as it is written out.
pub fn shown(recipients: &[Recipient]) -> Vec<Recipient> {
    recipients.iter().take(SHOWN).cloned().collect()
}

/// Indented JSON of a request that holds the first recipients only; `hidden` more are named by number.
pub fn rendering(request: &SendRequest, hidden: usize) -> String {
    let text = serde_json::to_string_pretty(request).unwrap_or_default();
    // JSON writes line breaks within texts as `\n`, so this end of a list at the first level is that of `to`.
    match text.split_once("\n  ]") {
        Some((to, rest)) if hidden > 0 => {
            let hidden = grouped(hidden.try_into().unwrap_or(u64::MAX));
            format!("{to},\n    … {hidden} more, left out here only\n  ]{rest}")
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use push_api::Draft;

    fn request(count: usize) -> (SendRequest, usize) {
        let recipients: String = (0..count).map(|number| format!("token-{number},FCM\n")).collect();
        let draft = Draft { title: "a\n  ]b".into(), body: "x".into(), recipients, ..Draft::default() };
        let all = draft.read(0).request.to;
        (draft.request_to(shown(&all)), all.len().saturating_sub(SHOWN))
    }

    #[test]
    fn a_short_list_is_shown_whole_and_reads_as_the_very_request() {
        let (request, hidden) = request(SHOWN);
        let text = rendering(&request, hidden);
        assert_eq!(serde_json::from_str::<SendRequest>(&text).unwrap(), request);
    }

    #[test]
    fn of_a_long_list_the_rest_is_counted_where_it_would_stand() {
        let (request, hidden) = request(10_000);
        let text = rendering(&request, hidden);
        assert!(text.contains("token-19\"") && !text.contains("token-20\""), "{text}");
        assert!(text.contains("    },\n    … 9,980 more, left out here only\n  ],\n  \"content\""), "{text}");
    }
}
