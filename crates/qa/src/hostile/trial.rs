//! Gives made-up recipients to import and check, as a list that a person brings.

use std::collections::HashMap;

use push_api::{Draft, Recipient};
use serde_json::{Map, Value};

use super::MUST_NOT;
use crate::check::{self, Message, TemplateFault};
use crate::finding::FindingKind;
use crate::import;
use crate::list::List;
use crate::protocol::CheckSettings;
use crate::rendered::Rendered;

/// Recipients that are checked in one go; it bounds the memory that long values take.
const AT_ONCE: usize = 200;

/// The id of every made-up recipient.
const USER: &str = "comms_user_made_up";

/// What made-up recipients are tried on.
pub(super) struct Trial {
    message: Message,
    settings: CheckSettings,
}

impl Trial {
    pub fn new(draft: &Draft, settings: CheckSettings) -> Result<Self, Vec<TemplateFault>> {
        Ok(Self { message: Message::of(draft)?, settings })
    }

    /// The first case in which each of [`MUST_NOT`] is found.
    pub fn first_of_each(&self, cases: &[Map<String, Value>]) -> HashMap<FindingKind, usize> {
        let mut first = HashMap::new();
        for (part, cases) in cases.chunks(AT_ONCE).enumerate() {
            let Some(list) = list(cases) else { continue };
            let check = check::run(&list, &self.message, self.settings);
            for at in 0..cases.len() {
                for kind in check.findings(at).filter(|kind| MUST_NOT.contains(kind)) {
                    first.entry(kind).or_insert(part * AT_ONCE + at);
                }
            }
        }
        first
    }

    /// True when it is found for a recipient with these variables.
    pub fn finds(&self, kind: FindingKind, variables: &Map<String, Value>) -> bool {
        self.push(variables).is_some_and(|push| push.findings.iter().any(|finding| finding.kind == kind))
    }

    /// What a recipient with these variables gets.
    pub fn push(&self, variables: &Map<String, Value>) -> Option<Rendered> {
        let list = list(std::slice::from_ref(variables))?;
        check::render_one(&list, &self.message, self.settings, 0)
    }
}

/// A made-up recipient: a user, who may get the push by either provider.
pub(super) fn recipient(variables: Map<String, Value>) -> Recipient {
    Recipient::User { user_id: USER.to_owned(), variables }
}

/// The cases as a list, by way of JSON.
fn list(cases: &[Map<String, Value>]) -> Option<List> {
    let recipients: Vec<Recipient> = cases.iter().cloned().map(recipient).collect();
    let json = serde_json::to_vec(&recipients).ok()?;
    import::read("made-up.json", json).ok()
}
