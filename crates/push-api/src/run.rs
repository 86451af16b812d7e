//! A long list on its way in several sends, and what is known of each of them. Kept in the browser before and after
//! every send, so that a page that was closed halfway can say which recipients were reached.
//!
//! Pure: it decides which send comes next and never lets one leave twice; the sending itself is not done here.

use serde::{Deserialize, Serialize};

use crate::Draft;
use crate::history::SendState;
use crate::proxy::Mode;

/// A list on its way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// Name of the list.
    pub list: String,
    /// What is sent, without recipients.
    pub draft: Draft,
    /// Where it goes.
    pub mode: Mode,
    /// When the first send was confirmed, in Unix milliseconds.
    pub begun_at: i64,
    /// The sends in their order.
    pub parts: Vec<Part>,
    /// True when somebody has stopped it: what waits is not sent unless they take it up again.
    #[serde(default)]
    pub is_stopped: bool,
}

/// One send of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Part {
    /// The key under which it is sent, whichever page does so: a proxy that has seen it does not send it again.
    pub key: String,
    /// Bytes of its JSON.
    pub bytes: u32,
    /// How many recipients.
    pub recipients: u32,
    /// The first recipient's row, as the spreadsheet numbers it.
    pub first_row: u32,
    /// The last recipient's row.
    pub last_row: u32,
    /// What became of it; none while it waits.
    pub state: Option<SendState>,
}

/// Recipients and sends by what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Taken by the upstream.
    pub accepted: Share,
    /// Certainly not sent.
    pub refused: Share,
    /// Not known whether they were sent.
    pub unknown: Share,
    /// On its way.
    pub leaving: Share,
    /// Not begun.
    pub waiting: Share,
}

/// A share of a run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Sends.
    pub parts: u32,
    /// Recipients in them.
    pub recipients: u32,
}

impl Tally {
    /// Each share with its word, in the order in which they are told.
    pub fn shares(&self) -> [(&'static str, Share); 5] {
        [
            ("accepted", self.accepted),
            ("on its way", self.leaving),
            ("refused", self.refused),
            ("unknown", self.unknown),
            ("not sent yet", self.waiting),
        ]
    }
}

impl Run {
    /// The place of the send that comes next. None while one is on its way, when none waits, and once it is stopped.
    pub fn next(&self) -> Option<usize> {
        if self.is_leaving() || self.is_stopped { None } else { self.first_waiting() }
    }

    /// True when some sends have not begun, stopped or not.
    pub fn has_rest(&self) -> bool {
        self.first_waiting().is_some()
    }

    fn is_leaving(&self) -> bool {
        self.parts.iter().any(|part| part.state == Some(SendState::Leaving))
    }

    fn first_waiting(&self) -> Option<usize> {
        self.parts.iter().position(|part| part.state.is_none())
    }

    /// Lets no further send follow. One that is on its way cannot be called back and is settled as it comes.
    pub fn stop(&mut self) {
        self.is_stopped = self.has_rest();
    }

    /// Lets one send leave. Returns true for the one call that may send it; a part that was sent, or may have been,
    /// never leaves again.
    pub fn begin(&mut self, place: usize) -> bool {
        let may_begin = self.next() == Some(place);
        if may_begin && let Some(part) = self.parts.get_mut(place) {
            part.state = Some(SendState::Leaving);
        }
        may_begin
    }

    /// Puts down what became of the send that is on its way.
    pub fn settle(&mut self, place: usize, became: SendState) {
        if let Some(part) = self.parts.get_mut(place)
            && part.state == Some(SendState::Leaving)
        {
            part.state = Some(became);
        }
    }

    /// Goes on, after a stop too, and lets those that were certainly not sent wait again. What is not known stays as it
    /// is.
    pub fn take_up(&mut self) {
        self.is_stopped = false;
        for part in &mut self.parts {
            if matches!(part.state, Some(SendState::Refused { .. })) {
                part.state = None;
            }
        }
    }

    /// The run as a later page finds it: what was on its way is not known.
    #[must_use]
    pub fn found_later(mut self) -> Self {
        for part in &mut self.parts {
            if part.state == Some(SendState::Leaving) {
                let reason = "The page was closed before the answer came.".to_owned();
                part.state = Some(SendState::Unknown { reason });
            }
        }
        self
    }

    /// True when this list with these sends and this text can go on in it: same rows, same sizes, same draft.
    pub fn continues(&self, list: &str, draft: &Draft, parts: &[Part]) -> bool {
        let bounds = |parts: &[Part]| -> Vec<_> {
            parts.iter().map(|part| (part.bytes, part.recipients, part.first_row, part.last_row)).collect()
        };
        self.list == list && self.draft == *draft && bounds(&self.parts) == bounds(parts)
    }

    /// Recipients and sends by what became of them.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for part in &self.parts {
            let share = match &part.state {
                None => &mut tally.waiting,
                Some(SendState::Leaving) => &mut tally.leaving,
                Some(SendState::Accepted { .. }) => &mut tally.accepted,
                Some(SendState::Refused { .. }) => &mut tally.refused,
                Some(SendState::Unknown { .. }) => &mut tally.unknown,
            };
            share.parts += 1;
            share.recipients += part.recipients;
        }
        tally
    }

    /// Recipients who have it already, or may have it. Whoever sends the list anew sends to them again.
    pub fn reached(&self) -> u32 {
        let tally = self.tally();
        tally.accepted.recipients + tally.unknown.recipients + tally.leaving.recipients
    }

    /// True when nothing is on its way and nothing is to follow.
    pub fn is_over(&self) -> bool {
        !self.is_leaving() && (self.is_stopped || !self.has_rest())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OperationId;

    fn run(parts: usize) -> Run {
        let part = |at| Part {
            key: format!("key-{at}"),
            bytes: 900,
            recipients: 10,
            first_row: at * 10 + 2,
            last_row: at * 10 + 11,
            state: None,
        };
        let parts = (0..u32::try_from(parts).unwrap_or_default()).map(part).collect();
        Run {
            list: "l".into(),
            draft: Draft::default(),
            mode: Mode::Sandbox,
            begun_at: 1,
            parts,
            is_stopped: false,
        }
    }

    fn accepted() -> SendState {
        SendState::Accepted { operation_id: OperationId::new("op") }
    }

    fn refused() -> SendState {
        SendState::Refused { reason: "no".into() }
    }

    fn unknown() -> SendState {
        SendState::Unknown { reason: "lost".into() }
    }

    #[test]
    fn parts_leave_one_after_the_other_and_each_once() {
        let mut run = run(3);
        assert!(run.begin(0));
        assert!(!run.begin(0) && !run.begin(1), "one is on its way");
        run.settle(0, accepted());
        assert!(!run.begin(0), "it was sent");
        assert!(!run.begin(2), "not its turn");
        assert!(run.begin(1));
        run.settle(1, unknown());
        run.take_up();
        assert_eq!(run.next(), Some(2), "what may have been sent never leaves again");
        assert!(run.begin(2));
        run.settle(2, refused());
        assert_eq!((run.next(), run.is_over()), (None, true));
        run.take_up();
        assert_eq!((run.next(), run.is_over()), (Some(2), false));
    }

    #[test]
    fn a_stop_lets_the_one_on_its_way_settle_and_none_follow_until_it_is_taken_up() {
        let mut run = run(3);
        run.begin(0);
        run.stop();
        assert!(!run.is_over(), "one is on its way");
        run.settle(0, accepted());
        assert_eq!((run.next(), run.is_over(), run.has_rest()), (None, true, true));
        assert!(!run.begin(1));
        assert_eq!(run.reached(), 10);
        let kept = serde_json::to_string(&run).and_then(|text| serde_json::from_str::<Run>(&text));
        assert!(kept.is_ok_and(|kept| kept.is_stopped), "a page that comes later knows it");
        run.take_up();
        assert!(run.begin(1));
    }

    #[test]
    fn a_run_whose_every_send_has_begun_cannot_be_stopped() {
        let mut run = run(1);
        run.begin(0);
        run.stop();
        assert!(!run.is_stopped);
    }

    #[test]
    fn what_was_on_its_way_when_the_page_went_is_unknown() {
        let mut run = run(2);
        run.begin(0);
        let later = run.found_later();
        assert!(matches!(later.parts[0].state, Some(SendState::Unknown { .. })));
        assert_eq!(later.parts[1].state, None);
    }

    #[test]
    fn every_recipient_is_in_one_share() {
        let mut run = run(5);
        let states = [Some(accepted()), Some(refused()), Some(unknown()), Some(SendState::Leaving), None];
        for (part, state) in run.parts.iter_mut().zip(states) {
            part.state = state;
        }
        let one = Share { parts: 1, recipients: 10 };
        let all = run.tally().shares();
        assert!(all.iter().all(|(_, share)| *share == one), "{all:?}");
        assert_eq!(run.reached(), 30, "what is unknown or on its way may have arrived");
    }

    #[test]
    fn only_the_same_list_text_and_split_go_on() {
        let run = run(2);
        let mut begun = run.parts.clone();
        begun[0].state = Some(accepted());
        assert!(run.continues("l", &run.draft, &begun));
        let other = Draft { title: "t".into(), ..Draft::default() };
        assert!(!run.continues("l", &other, &begun));
        assert!(!run.continues("m", &run.draft, &begun));
        assert!(!run.continues("l", &run.draft, &begun[..1]));
        begun[1].bytes += 1;
        assert!(!run.continues("l", &run.draft, &begun));
    }
}
