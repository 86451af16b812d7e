//! The upstream's types, both generations of its JSON, and the rules that turn a draft into a request.
//!
//! Pure: no clock, no network, no browser. Whatever the upstream says is read defensively: unknown fields
//! are kept, missing ones are `None`, unknown enum values keep their text. Source of the facts: the product
//! guide and the v1 reference of Twilio's Push Notifications API.

pub mod address;
pub mod confirmed;
pub mod draft;
pub mod draft_file;
pub mod history;
pub mod id;
pub mod issue;
pub mod json;
pub mod limits;
pub mod notification;
pub mod operation;
pub mod page;
pub mod proxy;
pub mod query;
pub mod recipient;
pub mod roster;
pub mod run;
pub mod saved;
pub mod send;
pub mod share;
pub mod test_send;
mod text_enum;
pub mod timestamp;
pub mod upstream;

pub use draft::{Draft, Rejected};
pub use id::{NotificationId, OperationId};
pub use issue::{Field, Issue, Severity};
pub use notification::{NotificationDetail, NotificationStatus, NotificationSummary};
pub use operation::{Counter, Operation, OperationStatus, Stats};
pub use page::{Cursor, Page};
pub use recipient::{Provider, Recipient};
pub use send::{Accepted, Content, Credentials, Priority, Schedule, SendRequest};
pub use timestamp::Timestamp;
