//! What a report looks for: every kind of thing, whichever part it is about, in the order in which it is told.

use push_api::Field;
use serde::{Serialize, Serializer};

use crate::finding::FindingKind;
use crate::problem::ProblemKind;

/// The part that a thing was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// The list of recipients.
    List,
    /// The draft, whoever gets it.
    Draft,
    /// What recipients would read.
    Text,
}

/// What kind of thing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nobody in the list can be sent to.
    Nobody,
    /// A problem of the list.
    List(ProblemKind),
    /// An issue of a field of the draft.
    Draft(Field),
    /// A finding in the texts.
    Text(FindingKind),
}

/// The fields of the draft that a report tells of. The recipients' are the list's; whether a moment has passed needs
/// a clock.
pub(super) const FIELDS: [Field; 6] =
    [Field::Title, Field::Body, Field::Priority, Field::FcmCredential, Field::ApnsCredential, Field::Tags];

impl Kind {
    /// Every kind that a report looks for, in its order.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let lists = std::iter::once(Self::Nobody).chain(ProblemKind::ALL.map(Self::List));
        lists.chain(FIELDS.map(Self::Draft)).chain(FindingKind::ALL.map(Self::Text))
    }

    /// The part that it is found in.
    pub fn part(self) -> Part {
        match self {
            Self::Nobody | Self::List(_) => Part::List,
            Self::Draft(_) => Part::Draft,
            Self::Text(_) => Part::Text,
        }
    }

    /// What is looked for, in a few words.
    pub fn title(self) -> &'static str {
        match self {
            Self::Nobody => "Nobody to send to",
            Self::List(kind) => kind.title(),
            Self::Draft(field) => field.label(),
            Self::Text(kind) => kind.title(),
        }
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nobody => serializer.serialize_str("nobody"),
            Self::List(kind) => kind.serialize(serializer),
            Self::Draft(Field::FcmCredential) => serializer.serialize_str("fcmCredential"),
            Self::Draft(Field::ApnsCredential) => serializer.serialize_str("apnsCredential"),
            Self::Draft(field) => serializer.serialize_str(&field.label().to_lowercase()),
            Self::Text(kind) => kind.serialize(serializer),
        }
    }
}
