//! Widgets that know nothing of push: buttons, fields, tables, dialogs, and the states of waiting and failing.
//!
//! A widget takes signals and callbacks and draws plain HTML with classes from `style/`. It never asks
//! the network, never stores anything, and never writes a `style` attribute, so that the strictest
//! content security policy holds.
//!
//! Inside a view, an element of literals only is written with its text in braces: `<p>{"Text"}</p>`. Leptos
//! would otherwise set it by `innerHTML`, which Trusted Types forbid and which would take the page down.

mod badge;
mod banner;
mod binding;
mod button;
mod card;
mod copy_button;
mod description_list;
mod dialog;
mod disclosure;
mod element_id;
mod empty_state;
mod field;
mod icon;
mod in_turn;
mod json_view;
mod number;
mod pager;
mod progress;
mod remote;
mod table;
mod toast;
mod tone;
mod unfold;

pub use badge::Badge;
pub use banner::Banner;
pub use binding::Binding;
pub use button::{Button, ButtonKind, LinkButton};
pub use card::Card;
pub use copy_button::CopyButton;
pub use description_list::{Description, DescriptionList};
pub use dialog::Dialog;
pub use disclosure::Disclosure;
pub use element_id::element_id;
pub use empty_state::EmptyState;
pub use field::{
    CheckBox, Choice, ComboBox, DateBox, DateTimeBox, Field, Message, MessageTone, RadioGroup, TextArea,
    TextBox, TextBoxType, Wiring,
};
pub use icon::{Glyph, Icon};
pub use in_turn::in_turn;
pub use json_view::JsonView;
pub use number::grouped;
pub use pager::Pager;
pub use progress::{Progress, Segment};
pub use remote::{ErrorPanel, ErrorView, Read, Remote, Skeleton, Source};
pub use table::{Column, Table};
pub use toast::{ToastRegion, Toasts};
pub use tone::Tone;
pub use unfold::unfold;
