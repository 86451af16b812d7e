//! A box to fill in, with its label, its hint, and what is wrong with it, all tied together for screen readers.

mod check_box;
mod combo_box;
mod date_box;
mod message;
mod radio_group;
mod text_area;
mod text_box;
mod wiring;

pub use check_box::CheckBox;
pub use combo_box::{Choice, ComboBox};
pub use date_box::{DateBox, DateTimeBox};
pub use message::{Message, MessageTone};
pub use radio_group::RadioGroup;
pub use text_area::TextArea;
pub use text_box::{TextBox, TextBoxType};
pub use wiring::{Field, Wiring};
