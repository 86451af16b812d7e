//! Whether rendered tags are taken: how many, how long, and each key once. Source: v1 reference, `tags`.

use push_api::limits::{MAX_TAG_KEY_CHARS, MAX_TAG_VALUE_CHARS, MAX_TAGS};

use super::super::detail::{Detail, Found, TagFault};
use super::Proof;
use crate::finding::FindingKind;

impl Proof {
    /// Looks at the tags as they were rendered.
    pub(super) fn look_at_tags(&mut self) {
        let mut faults = Vec::new();
        for (at, (key, value)) in self.tags().enumerate() {
            if at == MAX_TAGS {
                faults.push(TagFault::TooMany);
            }
            if key.trim().is_empty() {
                faults.push(TagFault::NoKey(at));
            } else if self.tags().take(at).any(|(earlier, _)| earlier == key) {
                faults.push(TagFault::Doubled(at));
            }
            if is_longer(key, MAX_TAG_KEY_CHARS) {
                faults.push(TagFault::LongKey(at));
            }
            if is_longer(value, MAX_TAG_VALUE_CHARS) {
                faults.push(TagFault::LongValue(at));
            }
        }
        let found = |fault| Found { kind: FindingKind::BadTag, detail: Detail::Tag(fault) };
        self.found.extend(faults.into_iter().map(found));
    }
}

/// True when a text has more characters than this, as Unicode numbers them.
fn is_longer(text: &str, most: usize) -> bool {
    text.len() > most && text.chars().count() > most
}
