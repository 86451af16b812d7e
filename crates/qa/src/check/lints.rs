//! What can be wrong with a rendered text, whoever it is for: one file for each sort of fault. A lint fires only for
//! what is surely wrong, or surely worth a look; each has a table of near misses that it must not fire for.

mod leftovers;
mod letters;
mod links;
mod personal;

pub(super) use letters::{has_emoji, is_blank, is_right_to_left};

use std::ops::Range;

use super::scan::{AT, CODE, COLON, CONTROL, Scan, UNSEEN};
use crate::finding::FindingKind;

/// Fewer digits than this are neither a phone number nor a long row.
const FEWEST_DIGITS: usize = 8;

/// What an output of the template has written into the text.
#[derive(Debug, Clone)]
pub(super) struct Value {
    /// Which bytes.
    pub bytes: Range<usize>,
    /// True when its variable is named like a link.
    pub is_link: bool,
}

/// What a lint has found: in words, or as a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// In words that go before "in the body".
    Words(&'static str),
    /// A character.
    Letter(char),
}

/// Shows what is wrong with a text. The same may be shown more than once.
pub(super) fn look(text: &str, scan: Scan, values: &[Value], found: &mut impl FnMut(FindingKind, Mark)) {
    if scan.has(CONTROL | UNSEEN) {
        letters::odd(text, found);
    }
    let mut has_object = false;
    let mut object = |what| {
        has_object = true;
        found(FindingKind::LeftoverObject, Mark::Words(what));
    };
    leftovers::no_texts(text, values, &mut object);
    if scan.has(CODE) {
        leftovers::objects(text, &mut object);
        leftovers::liquid(text, has_object, &mut |sign| {
            found(FindingKind::LeftoverLiquid, Mark::Words(sign));
        });
    }
    if scan.has(COLON) {
        links::bad(text, values, &mut |why| found(FindingKind::BadLink, Mark::Words(why)));
    }
    if scan.has(AT) && personal::has_address(text) {
        found(FindingKind::PersonalData, Mark::Words("an e-mail address"));
    }
    if scan.digits >= FEWEST_DIGITS {
        personal::numbers(text, &mut |what| found(FindingKind::PersonalData, Mark::Words(what)));
    }
}
