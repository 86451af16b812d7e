//! Single words kept by name: for this tab (session storage) or for this browser (local storage).

use web_sys::Storage;

/// How long a word is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Until the tab is closed.
    Tab,
    /// Until it is removed.
    Browser,
}

/// The word kept under a name. A browser that forbids storage keeps none.
pub fn get(keep: Keep, name: &str) -> Option<String> {
    storage(keep)?.get_item(name).ok()?
}

/// Keeps a word, or forgets it. Returns whether the browser did so.
pub fn set(keep: Keep, name: &str, word: Option<&str>) -> bool {
    let Some(storage) = storage(keep) else { return false };
    match word {
        Some(word) => storage.set_item(name, word).is_ok(),
        None => storage.remove_item(name).is_ok(),
    }
}

fn storage(keep: Keep) -> Option<Storage> {
    let window = web_sys::window()?;
    match keep {
        Keep::Tab => window.session_storage().ok()?,
        Keep::Browser => window.local_storage().ok()?,
    }
}
