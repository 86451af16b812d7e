//! Beside the form, always in step: how it may look on a phone, and the exact JSON that will be sent.

mod phone;
mod recipient_view;
mod rendering;
mod request;
mod surfaces;
mod walk;

pub use phone::PhonePreview;
pub use rendering::{SHOWN, shown};
pub use request::RequestView;
pub use walk::{Walk, walk_view};
