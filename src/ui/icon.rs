//! Line glyphs on a grid of 20 by 20. They are decoration: the words beside them carry the meaning.

use leptos::prelude::*;
use push_view::view;

/// Which glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    /// A plus.
    Add,
    /// A bell.
    Bell,
    /// A tick in a circle.
    Check,
    /// Points to the left.
    ChevronLeft,
    /// Points to the right.
    ChevronRight,
    /// A clock.
    Clock,
    /// A cross.
    Close,
    /// Two sheets.
    Copy,
    /// A laboratory flask: nothing here is real.
    Flask,
    /// An "i" in a circle.
    Info,
    /// Bars of a list.
    List,
    /// A mast that sends: this is real.
    Live,
    /// A pen.
    Pen,
    /// A telephone.
    Phone,
    /// Two arrows in a circle.
    Refresh,
    /// A paper plane.
    Send,
    /// Sliders.
    Settings,
    /// An exclamation mark in an octagon.
    Stop,
    /// A bin.
    Trash,
    /// An exclamation mark in a triangle.
    Warning,
}

impl Glyph {
    fn path(self) -> &'static str {
        match self {
            Self::Add => "M10 4v12M4 10h12",
            Self::Bell => "M5 8a5 5 0 0 1 10 0c0 4 1.5 5 1.5 6h-13C3.5 13 5 12 5 8M8 17a2 2 0 0 0 4 0",
            Self::Check => "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M6.5 10.2l2.4 2.4 4.6-5",
            Self::ChevronLeft => "M12 5l-5 5 5 5",
            Self::ChevronRight => "M8 5l5 5-5 5",
            Self::Clock => "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M10 6v4.2l2.8 1.8",
            Self::Close => "M5 5l10 10M15 5L5 15",
            Self::Copy => "M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7",
            Self::Flask => {
                "M8 2.5v5l-4.6 8a1.4 1.4 0 0 0 1.2 2h10.8a1.4 1.4 0 0 0 1.2-2L12 7.5v-5M6.5 2.5h7M6 12.5h8"
            }
            Self::Info => "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M10 9v4.5M10 6.5v.1",
            Self::List => "M7 5.5h10M7 10h10M7 14.5h10M3.5 5.5h.1M3.5 10h.1M3.5 14.5h.1",
            Self::Live => {
                "M10 9v8M10 9a.1.1 0 0 0 0-.2M6.8 11.7a4.5 4.5 0 1 1 6.4 0M4.3 14.2a8 8 0 1 1 11.4 0"
            }
            Self::Pen => "M3.5 16.5l.8-3.6L13.6 3.6l2.8 2.8-9.3 9.3zM11.5 5.7l2.8 2.8",
            Self::Phone => {
                "M6.5 2.5h7a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1M9 15h2"
            }
            Self::Refresh => {
                "M16 8.5A6.3 6.3 0 0 0 4.6 6.8M4 11.5a6.3 6.3 0 0 0 11.4 1.7M4.5 3v4h4M15.5 17v-4h-4"
            }
            Self::Send => "M17 3L2.8 8.4l5.7 3.1L11.6 17zM17 3l-8.5 8.5",
            Self::Settings => {
                "M3 6h6.5M14 6h3M3 14h3M10.5 14H17M11.8 3.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4M8.2 11.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4"
            }
            Self::Stop => "M7 2.5h6L17.5 7v6L13 17.5H7L2.5 13V7zM10 6v5M10 13.7v.1",
            Self::Trash => "M3.5 5.5h13M8 5.5v-2h4v2M5 5.5l.8 11.5h8.4L15 5.5M8.5 8.5v5.5M11.5 8.5v5.5",
            Self::Warning => "M10 3l7.5 13.5h-15zM10 8v4M10 14.2v.1",
        }
    }
}

/// Draws a glyph in the colour of the text around it. Hidden from screen readers.
#[component]
pub fn Icon(
    /// Which glyph.
    glyph: Glyph,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
            <path d=glyph.path() />
        </svg>
    }
    .into_any()
}
