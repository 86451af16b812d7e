//! What this browser's own record of a send is worth today. Pure.

use push_api::OperationId;
use push_api::history::{SendRecord, SendState};
use push_api::limits::RECORD_DAYS;
use push_api::proxy::Mode;

use crate::route::{Onward, Trail};

/// Records on a page of the stand-in list.
pub const PAGE: usize = 20;

/// How long a send may be on its way before its page must have been closed, in milliseconds: longer than
/// proxy and upstream together may take.
const ON_ITS_WAY: i64 = 120_000;
const DAY: i64 = 86_400_000;

/// What can be said of a send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The operation can be followed.
    Followed(OperationId),
    /// It was taken, so long ago that the upstream has forgotten it.
    Forgotten,
    /// It was taken by another place than the one that the console talks to now.
    Elsewhere(Mode),
    /// It is certain that nothing was sent.
    NotSent(String),
    /// Sent a moment ago, perhaps from another tab; no answer yet.
    OnItsWay,
    /// Whether it was sent is not known.
    Unknown(String),
}

/// What can be said of a record at `now`, talking to `mode` (none while that is not known).
pub fn standing(record: &SendRecord, now: i64, mode: Option<&Mode>) -> Standing {
    let age = now - record.confirmed_at;
    if record.state == SendState::Leaving && age < ON_ITS_WAY {
        return Standing::OnItsWay;
    }
    match record.clone().found_later().state {
        SendState::Accepted { .. } if mode.is_some_and(|mode| *mode != record.mode) => {
            Standing::Elsewhere(record.mode.clone())
        }
        SendState::Accepted { .. } if age > RECORD_DAYS * DAY => Standing::Forgotten,
        SendState::Accepted { operation_id } => Standing::Followed(operation_id),
        SendState::Refused { reason } => Standing::NotSent(reason),
        SendState::Unknown { reason } => Standing::Unknown(reason),
        // `found_later` leaves none.
        SendState::Leaving => Standing::OnItsWay,
    }
}

/// The records of a page of the stand-in list, and where it leads on. The token is the number of records before.
pub fn page_of<'a>(records: &'a [SendRecord], trail: &Trail) -> (&'a [SendRecord], Onward) {
    let start = trail.current().and_then(|token| token.parse().ok()).unwrap_or(0).min(records.len());
    let end = start.saturating_add(PAGE).min(records.len());
    let onward = if end < records.len() { Onward::Page(end.to_string()) } else { Onward::End };
    (records.get(start..end).unwrap_or_default(), onward)
}

#[cfg(test)]
mod tests {
    use super::*;
    use push_api::roster::Kinds;

    fn record(confirmed_at: i64, state: SendState) -> SendRecord {
        let (title, body) = (String::new(), "b".into());
        SendRecord {
            key: "k".into(),
            confirmed_at,
            mode: Mode::Live,
            title,
            body,
            kinds: Kinds::default(),
            state,
            is_checked: false,
        }
    }

    #[test]
    fn a_record_says_no_more_than_is_known() {
        let id = OperationId::new("op_1");
        let accepted = || SendState::Accepted { operation_id: id.clone() };
        let words = || "words".to_owned();
        let closed = "The page was closed before the answer came.".to_owned();
        let (now, live, sandbox) = (30 * DAY, Some(Mode::Live), Some(Mode::Sandbox));
        let table = [
            (now - DAY, accepted(), &live, Standing::Followed(id.clone())),
            (now - DAY, accepted(), &None, Standing::Followed(id.clone())),
            (now - DAY, accepted(), &sandbox, Standing::Elsewhere(Mode::Live)),
            (now - 8 * DAY, accepted(), &live, Standing::Forgotten),
            (now, SendState::Refused { reason: words() }, &live, Standing::NotSent(words())),
            (now, SendState::Unknown { reason: words() }, &sandbox, Standing::Unknown(words())),
            (now - 1000, SendState::Leaving, &live, Standing::OnItsWay),
            (now - ON_ITS_WAY, SendState::Leaving, &live, Standing::Unknown(closed)),
        ];
        for (confirmed_at, state, mode, expected) in table {
            let record = record(confirmed_at, state);
            assert_eq!(standing(&record, now, mode.as_ref()), expected, "{record:?}");
        }
    }

    #[test]
    fn the_stand_in_list_has_pages_too() {
        let records: Vec<SendRecord> = (0..45).map(|at| record(at, SendState::Leaving)).collect();
        let first = Trail::default();
        let page = |trail: &Trail| {
            let (page, onward) = page_of(&records, trail);
            (page.first().map(|record| record.confirmed_at), page.len(), onward)
        };
        assert_eq!(page(&first), (Some(0), 20, Onward::Page("20".into())));
        assert_eq!(page(&first.forward("20").forward("40")), (Some(40), 5, Onward::End));
        for nonsense in ["99", "-1x", "18446744073709551615"] {
            assert_eq!(
                page(&first.forward(nonsense)).2,
                if nonsense == "-1x" { Onward::Page("20".into()) } else { Onward::End }
            );
        }
    }
}
