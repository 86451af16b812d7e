//! What is known of a row, in two bytes: what is wrong with it, and how it is reached.

use push_api::recipient::Provider;

use crate::problem::ProblemKind;

/// How a row's recipient is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Not at all.
    Nobody,
    /// A device by FCM.
    Fcm,
    /// A device by APNs.
    Apn,
    /// A user.
    User,
}

/// What is wrong with a row, and how it is reached.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Flags(u16);

const REACH_SHIFT: u32 = 14;
// A bit for each kind, below the two of the reach.
const _: () = assert!(ProblemKind::ALL.len() <= REACH_SHIFT as usize);

impl Flags {
    /// Notes that this is wrong.
    pub fn add(&mut self, kind: ProblemKind) {
        self.0 |= 1 << kind as u16;
    }

    /// True when this is wrong.
    pub fn has(self, kind: ProblemKind) -> bool {
        self.0 & 1 << kind as u16 != 0
    }

    /// What is wrong, in the order in which it is told.
    pub fn kinds(self) -> impl Iterator<Item = ProblemKind> {
        ProblemKind::ALL.into_iter().filter(move |&kind| self.has(kind))
    }

    /// True when nothing is wrong that stops a send to this row.
    pub fn is_sendable(self) -> bool {
        self.is_clean() || self.kinds().all(|kind| !kind.is_blocking())
    }

    /// True when nothing at all is wrong.
    pub fn is_clean(self) -> bool {
        self.0 & ((1 << REACH_SHIFT) - 1) == 0
    }

    /// Notes how it is reached.
    pub fn set_reach(&mut self, reach: Reach) {
        self.0 = self.0 & ((1 << REACH_SHIFT) - 1) | (reach as u16) << REACH_SHIFT;
    }

    /// How it is reached.
    pub fn reach(self) -> Reach {
        match self.0 >> REACH_SHIFT {
            0 => Reach::Nobody,
            1 => Reach::Fcm,
            2 => Reach::Apn,
            _ => Reach::User,
        }
    }
}

impl Reach {
    /// The provider of a device.
    pub fn provider(self) -> Option<Provider> {
        match self {
            Self::Fcm => Some(Provider::Fcm),
            Self::Apn => Some(Provider::Apn),
            Self::User | Self::Nobody => None,
        }
    }
}
