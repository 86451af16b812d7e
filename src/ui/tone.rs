//! What a colour means. Colour never speaks alone: words or a glyph always say the same.

use super::icon::Glyph;

/// Meaning of a badge, a banner, a segment or a toast.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Neutral,
    /// The one thing to look at, or something under way.
    Accent,
    /// Went well.
    Ok,
    /// Worth a look.
    Warn,
    /// Went wrong, or cannot be undone.
    Danger,
    /// Good to know.
    Info,
}

impl Tone {
    /// The value of `data-tone`, by which the style sheets colour.
    pub fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Accent => "accent",
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Danger => "danger",
            Self::Info => "info",
        }
    }

    /// The glyph that says the same without colour.
    pub fn glyph(self) -> Glyph {
        match self {
            Self::Ok => Glyph::Check,
            Self::Warn => Glyph::Warning,
            Self::Danger => Glyph::Stop,
            Self::Neutral | Self::Accent | Self::Info => Glyph::Info,
        }
    }
}
