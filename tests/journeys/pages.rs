//! The pages as a person meets them: by the names that stand on them.

mod compose;
mod drafts;
mod facts;
mod list;
mod notification;
mod notifications;
mod operation;
mod operations;
mod settings;
mod shell;

pub use compose::{Compose, Push};
pub use drafts::Drafts;
pub use list::List;
pub use notification::Notification;
pub use notifications::Notifications;
pub use operation::Operation;
pub use operations::Operations;
pub use settings::Settings;
pub use shell::Shell;

use crate::stage::Scene;

impl Scene {
    /// What is around every page.
    pub fn shell(&self) -> Shell<'_> {
        Shell { browser: &self.browser, console: &self.console }
    }

    /// Writing and sending a push.
    pub fn compose(&self) -> Compose<'_> {
        Compose(&self.browser)
    }

    /// The imported list of recipients.
    pub fn list(&self) -> List<'_> {
        List(&self.browser)
    }

    /// Named drafts.
    pub fn drafts(&self) -> Drafts<'_> {
        Drafts(&self.browser)
    }

    /// The list of operations.
    pub fn operations(&self) -> Operations<'_> {
        Operations(&self.browser)
    }

    /// One operation.
    pub fn operation(&self) -> Operation<'_> {
        Operation(&self.browser)
    }

    /// The list of notifications, on its own page or within an operation's.
    pub fn notifications(&self) -> Notifications<'_> {
        Notifications(&self.browser)
    }

    /// One notification.
    pub fn notification(&self) -> Notification<'_> {
        Notification(&self.browser)
    }

    /// Which proxy, and as whom.
    pub fn settings(&self) -> Settings<'_> {
        Settings(&self.browser)
    }
}
