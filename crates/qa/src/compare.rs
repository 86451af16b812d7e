//! What differs: between the pushes of two recipients, or between a draft and an earlier one.
//!
//! Pure, and without the engine, so that a page can compare what it shows. Says what changed, not whether that is
//! right. Names are paths as a person writes them, such as `variables.customer.name`.

mod leaves;
mod words;

use push_api::{Draft, Timestamp};
use serde::{Deserialize, Serialize};

use self::leaves::Leaves;
use crate::rendered::Rendered;

pub use words::{Piece, PieceKind, words};

/// One value that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// What: `title`, `tags.campaign`, `variables.items[0].price`.
    pub path: String,
    /// As it was; none when it was not there. Texts stand as they are, other values as JSON.
    pub before: Option<String>,
    /// As it is; none when it is gone.
    pub after: Option<String>,
}

impl Change {
    /// The change word by word.
    pub fn words(&self) -> Vec<Piece> {
        words(self.before.as_deref().unwrap_or_default(), self.after.as_deref().unwrap_or_default())
    }
}

/// What differs between two recipients' pushes, in the order in which a push is shown: who, title, body, tags,
/// variables, bytes. What a check found about them is not compared.
pub fn pushes(before: &Rendered, after: &Rendered) -> Vec<Change> {
    changes(parts_of_push(before), parts_of_push(after))
}

/// What differs between a draft and an earlier one, in the order of the form.
pub fn drafts(before: &Draft, after: &Draft) -> Vec<Change> {
    changes(parts_of_draft(before), parts_of_draft(after))
}

/// Part by part, so that what is new is told with its own.
fn changes<const N: usize>(before: [Leaves; N], after: [Leaves; N]) -> Vec<Change> {
    before.iter().zip(&after).flat_map(|(before, after)| before.changes(after)).collect()
}

fn parts_of_push(push: &Rendered) -> [Leaves; 4] {
    let [mut texts, mut tags, mut variables, mut bytes] = <[Leaves; 4]>::default();
    texts.text("address", &push.address);
    texts.text("provider", &push.provider);
    texts.text("title", &push.title);
    texts.text("body", &push.body);
    tags.pairs("tags", &push.tags);
    for (name, json) in &push.variables {
        variables.json("variables", name, json);
    }
    bytes.number("apnsBytes", push.apns_bytes);
    bytes.number("fcmBytes", push.fcm_bytes);
    [texts, tags, variables, bytes]
}

fn parts_of_draft(draft: &Draft) -> [Leaves; 3] {
    let [mut texts, mut tags, mut moment] = <[Leaves; 3]>::default();
    texts.text("title", &draft.title);
    texts.text("body", &draft.body);
    texts.text("recipients", &draft.recipients);
    texts.text("priority", draft.priority.as_str());
    texts.text("sound", &draft.sound);
    texts.text("fcmCredential", &draft.fcm_credential);
    texts.text("apnsCredential", &draft.apns_credential);
    tags.pairs("tags", &draft.tags);
    let send_at = draft.send_at.map(|ms| Timestamp::from_unix_ms(ms).to_string());
    moment.text("sendAt", &send_at.unwrap_or_default());
    [texts, tags, moment]
}
