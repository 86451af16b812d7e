//! Where a push is seen, and about how much of it is seen there. Figures to warn by, never limits: devices differ.

use serde::{Deserialize, Serialize};

/// A place where a push is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Surface {
    /// The lock screen of an iPhone.
    IosLockScreen,
    /// An Android notification as it arrives.
    AndroidCollapsed,
    /// An Android notification that was opened.
    AndroidExpanded,
    /// Chrome on a desktop.
    ChromeDesktop,
}

/// How much of a push a place shows, in user-perceived characters. Sources disagree; the smaller figure is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// The place.
    pub surface: Surface,
    /// Its name.
    pub label: &'static str,
    /// Characters of the title.
    pub title: usize,
    /// Characters of the text.
    pub body: usize,
}

/// Every place, in the order in which they are shown. Source: figures collected from vendors' guides; the collapsed
/// Android figure is one line of about the title's length.
pub const ROOMS: [Room; 4] = [
    Room { surface: Surface::IosLockScreen, label: "iOS lock screen", title: 50, body: 178 },
    Room { surface: Surface::AndroidCollapsed, label: "Android, collapsed", title: 65, body: 65 },
    Room { surface: Surface::AndroidExpanded, label: "Android, expanded", title: 65, body: 240 },
    Room { surface: Surface::ChromeDesktop, label: "Chrome on a desktop", title: 35, body: 80 },
];
