//! What is wrong with a draft: where, how badly, and in words that say what to do.

use serde::{Deserialize, Serialize};

/// The part of a draft that an issue belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Field {
    /// Title of the push.
    Title,
    /// Text of the push.
    Body,
    /// Who it goes to.
    Recipients,
    /// How urgent it is.
    Priority,
    /// Which sound it makes.
    Sound,
    /// Credential id for FCM.
    FcmCredential,
    /// Credential id for APNs.
    ApnsCredential,
    /// Labels.
    Tags,
    /// When it goes out.
    SendAt,
}

impl Field {
    /// The field's name as the console writes it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Body => "Body",
            Self::Recipients => "Recipients",
            Self::Priority => "Priority",
            Self::Sound => "Sound",
            Self::FcmCredential => "FCM credential",
            Self::ApnsCredential => "APNs credential",
            Self::Tags => "Tags",
            Self::SendAt => "Send at",
        }
    }
}

/// Whether an issue stops the send.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Worth a look; the send may go on.
    Warning,
    /// The send cannot go on.
    Blocking,
}

/// One thing that is wrong with a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// Where.
    pub field: Field,
    /// How badly.
    pub severity: Severity,
    /// What, and what to do about it.
    pub message: String,
}

impl Issue {
    /// An issue that stops the send.
    pub fn blocking(field: Field, message: impl Into<String>) -> Self {
        Self { field, severity: Severity::Blocking, message: message.into() }
    }

    /// An issue that does not stop the send.
    pub fn warning(field: Field, message: impl Into<String>) -> Self {
        Self { field, severity: Severity::Warning, message: message.into() }
    }

    /// True when it stops the send.
    pub fn is_blocking(&self) -> bool {
        self.severity == Severity::Blocking
    }
}
