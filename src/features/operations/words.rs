//! Statuses and counters as a person reads them: tables of values, both generations of the upstream.
//!
//! Only what an answer holds is shown: no counter is invented, and none is computed from others.

use push_api::{Counter, OperationStatus, Stats};

use crate::ui::{Choice, Segment, Tone};

/// A status in words.
pub struct StatusWords {
    /// Its name.
    pub label: String,
    /// What its colour means.
    pub tone: Tone,
    /// What it means.
    pub meaning: &'static str,
}

/// The words of a status; one that this code does not know keeps its own.
pub fn of_status(status: &OperationStatus) -> StatusWords {
    use OperationStatus as S;
    let (label, tone, meaning) = match status {
        S::Scheduled => ("Scheduled", Tone::Info, "Accepted; it waits for its moment."),
        S::Processing => ("Processing", Tone::Accent, "Under way: recipients are being worked through."),
        S::Completed => ("Completed", Tone::Ok, "Every recipient is done with."),
        S::Canceled => ("Canceled", Tone::Warn, "Stopped before its end."),
        S::Unknown(word) => (word.as_str(), Tone::Neutral, "A status that this console does not know."),
    };
    StatusWords { label: label.to_owned(), tone, meaning }
}

/// What the filter by status offers.
pub fn status_choices() -> Vec<Choice> {
    let known = OperationStatus::KNOWN.iter();
    let known = known.map(|status| Choice::new(status.as_str(), of_status(status).label));
    [Choice::new("", "All")].into_iter().chain(known).collect()
}

/// A counter in words.
pub struct CounterWords {
    /// Its name.
    pub label: String,
    /// What it counts.
    pub meaning: &'static str,
    /// For a counter of those who are in one state: what the colour of that state means. Each recipient's
    /// push is in one state, so that these can stand side by side in one bar.
    pub state: Option<Tone>,
}

/// The words of a counter; one that this code does not know keeps its own.
pub fn of_counter(counter: &Counter) -> CounterWords {
    use Counter as C;
    let (label, meaning, state) = match counter {
        C::Total => ("Total", "Pushes of this operation, as the upstream counts them.", None),
        C::Recipients => ("Recipients", "Who it was addressed to, as the upstream counts them.", None),
        C::Unaddressable => ("Unaddressable", "Recipients without a device to reach.", Some(Tone::Warn)),
        C::Attempts => ("Attempts", "Tries made, one or more for each push.", None),
        C::Scheduled => ("Scheduled", "Wait for their moment.", Some(Tone::Info)),
        C::Queued => ("Queued", "Wait to be handed over.", Some(Tone::Neutral)),
        C::Sent => ("Sent", "Handed to FCM or APNs.", Some(Tone::Accent)),
        C::Delivered => ("Delivered", "Confirmed by the provider.", Some(Tone::Ok)),
        C::Undelivered => ("Undelivered", "Given up on by the provider.", Some(Tone::Warn)),
        C::Failed => ("Failed", "Refused, by the upstream or the provider.", Some(Tone::Danger)),
        C::Canceled => ("Canceled", "Stopped before they were handed over.", Some(Tone::Neutral)),
        C::Unknown(word) => (word.as_str(), "A counter that this console does not know.", None),
    };
    CounterWords { label: label.to_owned(), meaning, state }
}

/// States in the order in which they stand in the bar: what went well first.
const BAR: [Counter; 8] = [
    Counter::Delivered,
    Counter::Sent,
    Counter::Queued,
    Counter::Scheduled,
    Counter::Undelivered,
    Counter::Failed,
    Counter::Unaddressable,
    Counter::Canceled,
];

/// The parts of the bar: the counters of states that the answer holds.
pub fn segments(stats: &Stats) -> Vec<Segment> {
    let part = |counter: &Counter| {
        let (count, words) = (stats.get(counter)?, of_counter(counter));
        Some(Segment::new(words.label, count, words.state.unwrap_or_default()))
    };
    BAR.iter().filter_map(part).collect()
}

/// The counters that are no state: they stand beside the bar.
pub fn beside_the_bar(stats: &Stats) -> Vec<(String, u64)> {
    let named = |(counter, count): (Counter, u64)| {
        let words = of_counter(&counter);
        words.state.is_none().then_some((words.label, count))
    };
    stats.present().into_iter().filter_map(named).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use push_api::Operation;

    type Named = Vec<(String, u64)>;

    fn shown(sample: &str) -> (Named, Named) {
        let operation: Operation = serde_json::from_str(sample).unwrap();
        let bar = segments(&operation.stats).into_iter().map(|part| (part.label, part.count)).collect();
        (bar, beside_the_bar(&operation.stats))
    }

    fn pairs(list: &[(&str, u64)]) -> Named {
        list.iter().map(|(label, count)| ((*label).to_owned(), *count)).collect()
    }

    #[test]
    fn each_generation_shows_its_own_counters_and_no_other() {
        let guide = shown(include_str!("../../../crates/push-api/tests/contract/guide-operation.json"));
        let bar = [("Delivered", 1), ("Sent", 0), ("Queued", 0), ("Undelivered", 0), ("Failed", 0)];
        assert_eq!(guide, (pairs(&bar), pairs(&[("Total", 1), ("Recipients", 1), ("Attempts", 1)])));

        let reference =
            shown(include_str!("../../../crates/push-api/tests/contract/reference-operation.json"));
        let bar = [
            ("Sent", 70),
            ("Queued", 50),
            ("Scheduled", 20),
            ("Failed", 5),
            ("Unaddressable", 3),
            ("Canceled", 2),
        ];
        assert_eq!(reference, (pairs(&bar), pairs(&[("Total", 150), ("Recipients", 145)])));
    }

    #[test]
    fn a_counter_that_is_not_known_is_shown_by_its_own_name() {
        let (bar, beside) = shown(r#"{"id":"1","status":"PROCESSING","stats":{"bounced":3,"sent":"x"}}"#);
        assert_eq!((bar, beside), (vec![], pairs(&[("bounced", 3)])));
    }

    #[test]
    fn every_counter_of_a_state_has_its_place_in_the_bar() {
        for counter in Counter::KNOWN {
            assert_eq!(of_counter(counter).state.is_some(), BAR.contains(counter), "{counter}");
        }
    }

    #[test]
    fn a_status_keeps_its_word_and_can_be_chosen() {
        assert_eq!(of_status(&"PAUSED".into()).label, "PAUSED");
        assert_eq!(status_choices().len(), OperationStatus::KNOWN.len() + 1);
    }
}
