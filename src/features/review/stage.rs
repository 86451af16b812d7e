//! How far a confirmed draft has come, and the guard that lets it leave only once. Pure: time is passed in.

use push_api::OperationId;
use push_api::history::SendRecord;

use crate::ui::ErrorView;

/// How far a confirmed draft has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Stage {
    /// Nobody has pressed *Send now* yet.
    #[default]
    Ready,
    /// *Send now* was pressed, and the answer is not known.
    InFlight,
    /// It is certain that nothing was sent.
    NotSent {
        /// Why.
        why: ErrorView,
        /// From when on it may be tried again, in Unix milliseconds.
        again_at: Option<i64>,
    },
    /// Whether it was sent is not known.
    Unknown {
        /// What was put down about it.
        record: Box<SendRecord>,
        /// What happened.
        why: ErrorView,
    },
    /// The upstream took it.
    Accepted(OperationId),
}

impl Stage {
    /// A press of *Send now* at `now`. Returns true for the one press that may send, and is in flight then.
    pub fn begin(&mut self, now: i64) -> bool {
        let may_begin = match self {
            Self::Ready => true,
            Self::NotSent { .. } => self.seconds_left(now) == 0,
            Self::InFlight | Self::Unknown { .. } | Self::Accepted(_) => false,
        };
        if may_begin {
            *self = Self::InFlight;
        }
        may_begin
    }

    /// The dialog is opened, at `now`. What is in flight stays so, and a wait that was asked for is kept.
    pub fn open(&mut self, now: i64) {
        if !self.is_in_flight() && self.seconds_left(now) == 0 {
            *self = Self::Ready;
        }
    }

    /// True from the press to the answer.
    pub fn is_in_flight(&self) -> bool {
        *self == Self::InFlight
    }

    /// True when *Send now* is offered, be it after a wait.
    pub fn offers_send(&self) -> bool {
        matches!(self, Self::Ready | Self::InFlight | Self::NotSent { .. })
    }

    /// Whole seconds until it may be tried again.
    pub fn seconds_left(&self, now: i64) -> u32 {
        match self {
            Self::NotSent { again_at: Some(at), .. } => {
                u32::try_from((at - now).max(0).unsigned_abs().div_ceil(1000)).unwrap_or(u32::MAX)
            }
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use push_api::history::SendState;
    use push_api::proxy::Mode;
    use push_api::roster::Kinds;

    fn why() -> ErrorView {
        ErrorView {
            title: "t".into(),
            meaning: "m".into(),
            action: "a".into(),
            detail: None,
            is_retryable: false,
        }
    }

    fn unknown() -> Stage {
        let record = SendRecord {
            key: "k".into(),
            confirmed_at: 1,
            mode: Mode::Live,
            title: String::new(),
            body: "b".into(),
            kinds: Kinds::default(),
            state: SendState::Unknown { reason: "lost".into() },
            is_checked: false,
        };
        Stage::Unknown { record: Box::new(record), why: why() }
    }

    #[test]
    fn however_often_send_now_is_pressed_one_press_sends() {
        let mut stage = Stage::Ready;
        let sent = (0..5).filter(|_| stage.begin(0)).count();
        assert_eq!((sent, stage), (1, Stage::InFlight));
    }

    #[test]
    fn a_press_sends_only_where_nothing_can_have_been_sent() {
        let refused = |again_at| Stage::NotSent { why: why(), again_at };
        let table = [
            (Stage::Ready, true),
            (Stage::InFlight, false),
            (refused(None), true),
            (refused(Some(10_000)), true),
            (refused(Some(10_001)), false),
            (unknown(), false),
            (Stage::Accepted(OperationId::new("op_1")), false),
        ];
        for (mut stage, sends) in table {
            let before = stage.clone();
            assert_eq!(stage.begin(10_000), sends, "{before:?}");
            assert_eq!(stage, if sends { Stage::InFlight } else { before });
        }
    }

    #[test]
    fn closing_and_opening_the_dialog_frees_nothing_that_is_in_flight() {
        let waiting = Stage::NotSent { why: why(), again_at: Some(5_000) };
        let table = [
            (Stage::InFlight, Stage::InFlight),
            (waiting.clone(), waiting),
            (Stage::NotSent { why: why(), again_at: Some(1_000) }, Stage::Ready),
            (Stage::NotSent { why: why(), again_at: None }, Stage::Ready),
            (unknown(), Stage::Ready),
        ];
        for (mut stage, opened) in table {
            stage.open(1_000);
            assert_eq!(stage, opened);
        }
    }

    #[test]
    fn a_wait_is_counted_in_whole_seconds_and_never_ends_early() {
        let stage = Stage::NotSent { why: why(), again_at: Some(10_000) };
        for (now, left) in [(0, 10), (1, 10), (9_000, 1), (9_999, 1), (10_000, 0), (20_000, 0)] {
            assert_eq!(stage.seconds_left(now), left, "{now}");
        }
    }
}
