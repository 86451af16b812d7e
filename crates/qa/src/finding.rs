//! What is wrong with the text of one recipient, once it is rendered.

use serde::{Deserialize, Serialize};

/// What a check can find. The order is that in which findings are told: worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FindingKind {
    /// The list's row cannot be sent to; see the list's own problems.
    BadRow,
    /// The template's render ended in a fault.
    RenderFault,
    /// The body is empty or blank.
    BlankBody,
    /// The estimated payload is larger than the provider takes.
    TooLarge,
    /// A rendered tag is longer than the upstream takes, or has no key.
    BadTag,
    /// `{{`, `}}`, `{%` or `%}` stands in the rendered text.
    LeftoverLiquid,
    /// What a program prints for a value it cannot write stands in the text, such as `[object Object]`.
    LeftoverObject,
    /// A web link that is not https, or holds a blank.
    BadLink,
    /// A variable is missing, and no default stands in.
    MissingVariable,
    /// The title is empty or blank, although one was written.
    BlankTitle,
    /// An e-mail address, phone number or long row of digits, which a lock screen shows to everybody.
    PersonalData,
    /// Control characters.
    ControlCharacter,
    /// Characters that turn the direction of writing or cannot be seen.
    BidiCharacter,
    /// A surface shows only the beginning of title or body.
    CutOff,
    /// A default stands in for a variable.
    DefaultUsed,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Weight {
    /// Good to know.
    Note,
    /// Worth a look; has to be ticked before it is sent.
    Warning,
    /// Stops the send.
    Blocking,
}

impl FindingKind {
    /// Every kind, worst first.
    pub const ALL: [Self; 15] = [
        Self::BadRow,
        Self::RenderFault,
        Self::BlankBody,
        Self::TooLarge,
        Self::BadTag,
        Self::LeftoverLiquid,
        Self::LeftoverObject,
        Self::BadLink,
        Self::MissingVariable,
        Self::BlankTitle,
        Self::PersonalData,
        Self::ControlCharacter,
        Self::BidiCharacter,
        Self::CutOff,
        Self::DefaultUsed,
    ];

    /// How much it matters.
    pub fn weight(self) -> Weight {
        match self {
            Self::BadRow | Self::RenderFault | Self::BlankBody | Self::TooLarge | Self::BadTag => {
                Weight::Blocking
            }
            Self::CutOff | Self::DefaultUsed => Weight::Note,
            _ => Weight::Warning,
        }
    }

    /// What is wrong, in a few words.
    pub fn title(self) -> &'static str {
        match self {
            Self::BadRow => "The row cannot be sent to",
            Self::RenderFault => "The text cannot be made",
            Self::BlankBody => "The body is empty",
            Self::TooLarge => "The payload is too large",
            Self::BadTag => "A tag is not taken",
            Self::LeftoverLiquid => "Liquid is left in the text",
            Self::LeftoverObject => "A value that is no text",
            Self::BadLink => "A link that will not open",
            Self::MissingVariable => "A variable is missing",
            Self::BlankTitle => "The title is empty",
            Self::PersonalData => "Personal data on a lock screen",
            Self::ControlCharacter => "Control characters",
            Self::BidiCharacter => "Invisible or turning characters",
            Self::CutOff => "Cut off on some devices",
            Self::DefaultUsed => "A default stands in",
        }
    }

    /// What to do about it.
    pub fn advice(self) -> &'static str {
        match self {
            Self::BadRow => "Mend or remove the row; the list says what is wrong with it.",
            Self::RenderFault => "Mend the template or the value that it cannot work with.",
            Self::BlankBody => "Write a text that does not hang on one variable alone, or give it a default.",
            Self::TooLarge => "Shorten the text, or cut long values with the filter truncate.",
            Self::BadTag => "A key has at most 128 characters and a value 256.",
            Self::LeftoverLiquid => "Recipients would read it. Look for it in the values of this row.",
            Self::LeftoverObject => "Name the part of the value that is meant.",
            Self::BadLink => "Begin it with https:// and write blanks as %20.",
            Self::MissingVariable => "Give it a default, such as {{ name | default: 'there' }}.",
            Self::BlankTitle => "Most devices then show the app's name only.",
            Self::PersonalData => "Ask yourself whether everybody near the device may read it.",
            Self::ControlCharacter => "Remove them in the file; devices show them as boxes or not at all.",
            Self::BidiCharacter => "Make sure that the text reads as it is meant.",
            Self::CutOff => "Put what matters first.",
            Self::DefaultUsed => "Nothing to do when that is meant.",
        }
    }

    /// Its place in a set of findings.
    pub fn bit(self) -> u32 {
        1 << (self as u32)
    }
}

/// One thing that was found for one recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// What.
    pub kind: FindingKind,
    /// Which variable, which tag, which surface, or the words of a fault; empty when the kind says all.
    pub detail: String,
}
