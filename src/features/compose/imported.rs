//! What the form has to know of an imported list: that it stands in for the typed recipients, and what may be done
//! with it. The list itself lives in the second module.

use leptos::prelude::*;
use push_api::roster::Kinds;

use crate::platform::storage::words::{self, Keep};

/// Name of the word that says that a list is kept in this browser.
const KEPT: &str = "push-console.list";

/// What the form has to know of an imported list. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Imported {
    /// Recipients of each kind; none while no list is imported.
    pub kinds: RwSignal<Option<Kinds>>,
    /// The names of the variables that the list brings; none while no list is imported.
    pub columns: RwSignal<Option<Vec<String>>>,
    /// What stands beside the form while a list is there.
    pub aside: RwSignal<Option<ViewFn>>,
    /// Opens the last look before the list is sent.
    pub review: StoredValue<Option<Callback<()>>>,
}

impl Imported {
    /// No list.
    pub fn new() -> Self {
        Self {
            kinds: RwSignal::new(None),
            columns: RwSignal::new(None),
            aside: RwSignal::new(None),
            review: StoredValue::new(None),
        }
    }

    /// True while a list stands in for the typed recipients. Tracked.
    pub fn is_used(self) -> bool {
        self.kinds.read().is_some()
    }
}

/// True when a list was left here by an earlier page.
pub fn is_list_kept() -> bool {
    words::get(Keep::Browser, KEPT).is_some()
}

/// Says that a list is kept here, or none any more.
pub fn note_list_kept(is_kept: bool) {
    words::set(Keep::Browser, KEPT, is_kept.then_some("yes"));
}
