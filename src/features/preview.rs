//! Beside the form, always in step: how it may look on a phone, and the exact JSON that will be sent.

mod phone;
mod rendering;
mod request;

pub use phone::PhonePreview;
pub use rendering::{SHOWN, shown};
pub use request::RequestView;
