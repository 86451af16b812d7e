//! Operations: the list and the card that follows one by itself.
//!
//! What is decided without a browser is in `poll` (when to ask again), `turns` (who is followed),
//! `standing` (what a record of a send is worth) and `words`; the rest is wiring.

mod card;
mod figures;
mod list;
mod own_list;
mod page;
mod poll;
mod poller;
mod schedule;
mod sent;
mod standing;
mod turns;
mod upstream_list;
mod watch;
mod words;

pub use card::OperationCard;
pub use list::OperationsPage;
pub use page::OperationPage;
pub use poller::Poller;
pub use watch::Watch;
