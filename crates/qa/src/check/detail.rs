//! What exactly was found for a recipient: compact while a list is checked, in words when somebody reads it.

use super::envelope::Service;
use super::lints::Mark;
use super::message::{Message, Part};
use crate::finding::FindingKind;
use crate::surface::ROOMS;

/// Something that was found. Those of a recipient are told in this order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    pub kind: FindingKind,
    pub detail: Detail,
}

/// What it is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Detail {
    /// The kind says all.
    None,
    /// A variable of the message.
    Variable(usize),
    /// A service, and what takes the most of its payload.
    Payload(Service, Most),
    /// A place where the push is seen, by its number in [`ROOMS`], and what is cut off there.
    Room(usize, Part),
    /// Tags.
    Tag(TagFault),
    /// What stands in a text.
    Mark(Part, Mark),
    /// What a render says.
    Words(Part, String),
    /// More different details than are told apart.
    Others,
}

/// What takes the most bytes of a payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Most {
    /// What is the same for everybody is too large by itself.
    Template,
    /// What a variable of the message writes.
    Variable(usize),
}

/// What is wrong with tags; the numbers are their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TagFault {
    TooMany,
    NoKey(usize),
    LongKey(usize),
    LongValue(usize),
    Doubled(usize),
}

impl Detail {
    /// In words.
    pub fn words(&self, message: &Message) -> String {
        match self {
            Self::None => String::new(),
            Self::Variable(at) => path(message, *at).to_owned(),
            Self::Payload(service, Most::Template) => {
                format!("{}: the text is too long without any variable", service.label())
            }
            Self::Payload(service, Most::Variable(at)) => {
                format!("{}: {} takes the most", service.label(), path(message, *at))
            }
            Self::Room(at, part) => {
                let label = ROOMS.get(*at).map_or("", |room| room.label);
                format!("{label}: {}", message.label(*part))
            }
            Self::Tag(fault) => tag(message, *fault),
            Self::Mark(part, Mark::Words(words)) => format!("{words} in the {}", message.label(*part)),
            Self::Mark(part, Mark::Letter(letter)) => {
                format!("U+{:04X} in the {}", u32::from(*letter), message.label(*part))
            }
            Self::Others => "others".to_owned(),
            Self::Words(part, words) => format!("{}, {words}", message.label(*part)),
        }
    }
}

fn path(message: &Message, at: usize) -> &str {
    message.paths().get(at).map_or("", |it| it.path.as_str())
}

fn tag(message: &Message, fault: TagFault) -> String {
    let label = |at| message.label(Part::TagKey(at));
    match fault {
        TagFault::TooMany => format!("more than {} tags", push_api::limits::MAX_TAGS),
        TagFault::NoKey(at) => format!("{}: no key", label(at)),
        TagFault::LongKey(at) => format!("{}: the key is too long", label(at)),
        TagFault::LongValue(at) => format!("{}: the value is too long", label(at)),
        TagFault::Doubled(at) => format!("{}: the key stands twice", label(at)),
    }
}
