//! Operations: the list and the card that follows one by itself.
//!
//! What is decided without a browser is in `poll` (when to ask again), `words` and `sends`; the rest is wiring.

mod card;
mod figures;
mod list;
mod page;
mod poll;
mod poller;
mod schedule;
mod sent;
mod watch;
mod words;

pub use card::OperationCard;
pub use list::OperationsPage;
pub use page::OperationPage;
