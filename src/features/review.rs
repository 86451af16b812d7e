//! The last look before a push leaves, and what is said of it afterwards.
//!
//! Decides when *Send now* may be pressed and what an answer means; the sending itself is not done here.

mod aftermath;
mod dialog;
mod earlier;
mod list_review;
mod mark_checked;
mod obstacle;
mod plan;
mod run_store;
mod settle_found;
mod stage;
mod summary;
mod unknown_sends;
mod verdict;

pub use aftermath::aftermath;
pub use dialog::ReviewDialog;
pub use earlier::{confirmations, earlier_try, keep_confirmations};
pub use list_review::{ListReview, ListStage, Steering, list_review};
pub use plan::Plan;
pub use run_store::{keep_run, kept_run};
pub use settle_found::settle_found;
pub use stage::Stage;
pub use unknown_sends::{UnknownSends, UnknownSendsLater};
pub use verdict::{frees_key, stage_of, state_of};
