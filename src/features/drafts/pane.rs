//! What the dialog shows: the list, or one question about one draft.

use std::sync::Arc;

use push_api::saved::SavedDraft;
use push_api::share::{LinkFault, Shared};

/// One state of the dialog.
#[derive(Debug, Clone, PartialEq)]
pub enum Pane {
    /// What is in the form and everything that is saved.
    List,
    /// A draft is to be saved under a name that is taken.
    Overwrite(Arc<SavedDraft>),
    /// A copy of a draft is to be saved, under a name that is asked for.
    Copy(Arc<SavedDraft>),
    /// A draft is to get another name.
    Rename(Arc<SavedDraft>),
    /// A draft is compared with what is in the form.
    Compare(Arc<SavedDraft>),
    /// A draft is to be opened while the form holds other work.
    Open(Arc<Shared>),
    /// A draft is to be shared as a link.
    Share(Arc<Shared>),
    /// A link was opened: what it carries, or why that cannot be read.
    Received(Result<Arc<Shared>, LinkFault>),
}

impl Pane {
    /// The dialog's heading.
    pub fn title(&self) -> String {
        match self {
            Self::List => "Drafts".to_owned(),
            Self::Overwrite(saved) => format!("Replace “{}”?", saved.name),
            Self::Copy(saved) => format!("Duplicate “{}”", saved.name),
            Self::Rename(saved) => format!("Rename “{}”", saved.name),
            Self::Compare(saved) => format!("What changed since “{}”", saved.name),
            Self::Open(draft) => format!("Open “{}”?", draft.name),
            Self::Share(draft) => format!("Share “{}”", draft.name),
            Self::Received(Ok(draft)) => format!("Shared with you: “{}”", draft.name),
            Self::Received(Err(_)) => "This link cannot be opened".to_owned(),
        }
    }
}
