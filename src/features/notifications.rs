//! Notifications: the list, the same list within an operation's page, and one of them whole.
//!
//! What is decided without a browser is in `question`, `recipient`, `words` and `json_text`; the rest is wiring.

mod columns;
mod detail;
mod facts;
mod filters;
mod json_text;
mod list;
mod nothing;
mod operation_box;
mod page;
mod question;
mod recipient;
mod words;

pub use detail::NotificationPage;
pub use filters::ToView;
pub use list::{NotificationList, Notifications, listing};
pub use page::{NotificationsPage, OperationNotifications};
