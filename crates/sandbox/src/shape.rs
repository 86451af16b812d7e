//! The two generations of JSON: how what the sandbox knows is written in each, through the types of `push-api`.
//!
//! Renders only: it never decides what happened, and never changes anything.

pub mod cursor;
pub mod notification;
pub mod operation;

use push_api::proxy::ApiShape;
use push_api::{NotificationStatus, Timestamp};

use crate::world::schedule::Phase;

/// Which generation is spoken. Unlike [`ApiShape`] there is no unknown one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// The older product guide.
    Guide,
    /// The newer v1 reference.
    Reference,
}

impl Shape {
    /// The generation that `shape` names; `None` for an unknown one.
    pub fn known(shape: &ApiShape) -> Option<Self> {
        match shape {
            ApiShape::Guide => Some(Self::Guide),
            ApiShape::Reference => Some(Self::Reference),
            ApiShape::Unknown(_) => None,
        }
    }

    /// How the id of a notification begins.
    pub fn notification_prefix(self) -> &'static str {
        match self {
            Self::Guide => "comms_notification_",
            Self::Reference => "comms_pushnotification_",
        }
    }

    /// Phases that this generation calls `status`: none for one that cannot come about here (nothing cancels a
    /// send), `None` for a status that this generation does not have.
    pub fn phases(self, status: &NotificationStatus) -> Option<&'static [Phase]> {
        use NotificationStatus as Status;
        Some(match (self, status) {
            (_, Status::Scheduled) => &[Phase::Scheduled],
            (_, Status::Queued) => &[Phase::Queued],
            (_, Status::Failed) => &[Phase::Failed, Phase::Unaddressable],
            (_, Status::Canceled) => &[],
            (Self::Guide, Status::Sent) => &[Phase::Sent],
            (Self::Guide, Status::Delivered) => &[Phase::Delivered],
            (Self::Guide, Status::Undelivered) => &[Phase::Undelivered],
            (Self::Reference, Status::Sent) => &[Phase::Sent, Phase::Delivered, Phase::Undelivered],
            (Self::Reference, Status::Delivered | Status::Undelivered) | (_, Status::Unknown(_)) => {
                return None;
            }
        })
    }

    /// What this generation calls `phase`.
    pub fn status(self, phase: Phase) -> NotificationStatus {
        use NotificationStatus as Status;
        match (self, phase) {
            (_, Phase::Scheduled) => Status::Scheduled,
            (_, Phase::Queued) => Status::Queued,
            (_, Phase::Failed | Phase::Unaddressable) => Status::Failed,
            (_, Phase::Sent) | (Self::Reference, Phase::Delivered | Phase::Undelivered) => Status::Sent,
            (Self::Guide, Phase::Delivered) => Status::Delivered,
            (Self::Guide, Phase::Undelivered) => Status::Undelivered,
        }
    }
}

/// How one answer is written.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The generation.
    pub shape: Shape,
    /// The upstream's base address, with `/v1`.
    pub base: &'a str,
    /// The time now, in Unix milliseconds.
    pub now: i64,
    /// How wrong the upstream's clock shows the time, in milliseconds; 0 unless a fault says otherwise.
    pub skew: i64,
}

impl View<'_> {
    /// A moment as this answer shows it.
    pub fn moment(&self, unix_ms: i64) -> Timestamp {
        Timestamp::from_unix_ms(unix_ms.saturating_add(self.skew))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phase_is_found_under_the_status_that_it_is_shown_with() {
        let phases = [
            Phase::Scheduled,
            Phase::Queued,
            Phase::Sent,
            Phase::Delivered,
            Phase::Undelivered,
            Phase::Failed,
            Phase::Unaddressable,
        ];
        assert_eq!(phases.len(), Phase::COUNT);
        for shape in [Shape::Guide, Shape::Reference] {
            for phase in phases {
                let under: Vec<_> = NotificationStatus::KNOWN
                    .iter()
                    .filter(|status| shape.phases(status).is_some_and(|set| set.contains(&phase)))
                    .collect();
                assert_eq!(under, [&shape.status(phase)], "{shape:?} {phase:?}");
            }
        }
    }

    #[test]
    fn the_reference_has_no_word_for_delivered() {
        assert_eq!(Shape::Reference.phases(&NotificationStatus::Delivered), None);
        assert_eq!(Shape::Guide.phases(&"PAUSED".into()), None);
    }
}
