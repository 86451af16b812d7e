//! Whatever is asked in whatever order: every request has exactly one last answer, of its own sort.

use std::collections::BTreeMap;

use proptest::prelude::*;
use push_qa::protocol::{Request, Rows};

use crate::desk::{Desk, LIST, check, import, split, word};

/// What somebody may do.
#[derive(Debug, Clone)]
enum Act {
    Import,
    ImportFile,
    Check,
    Split,
    Map,
    Rows,
    Forget,
    Cancel(u32),
    Feed(u32),
    End(u32),
    Lose(u32),
    Work,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let id = 1_u32..20;
    let act = prop_oneof![
        3 => Just(Act::Import),
        2 => Just(Act::ImportFile),
        3 => Just(Act::Check),
        2 => Just(Act::Split),
        1 => Just(Act::Map),
        1 => Just(Act::Rows),
        1 => Just(Act::Forget),
        2 => id.clone().prop_map(Act::Cancel),
        3 => id.clone().prop_map(Act::Feed),
        3 => id.clone().prop_map(Act::End),
        1 => id.prop_map(Act::Lose),
        5 => Just(Act::Work),
    ];
    proptest::collection::vec(act, 1..40)
}

/// The sort of the good answer to what was asked, and of those that may come in its place.
const INSTEAD: [&str; 3] = ["stopped", "refused", "unreadable"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_request_has_one_last_answer_of_its_own_sort(acts in acts()) {
        let mut desk = Desk::new();
        let mut asked = BTreeMap::new();
        for act in acts {
            let (request, sort) = match act {
                Act::ImportFile => {
                    asked.insert(desk.ask_for_file(10), "list");
                    continue;
                }
                Act::Cancel(id) => { desk.cancel(id); continue }
                Act::Feed(id) => { desk.session.feed(id, b"user_id\nanna\n"); continue }
                Act::End(id) => { desk.session.end(id); continue }
                Act::Lose(id) => { desk.session.lose(id); continue }
                Act::Work => { desk.session.work(); continue }
                Act::Import => (import(LIST), "list"),
                Act::Check => (check("Hello {{ name }}"), "checked"),
                Act::Split => (split(), "batches"),
                Act::Map => (Request::Map { choices: vec![], without_duplicates: true }, "list"),
                Act::Rows => (Request::Rows { of: Rows::All, start: 0, count: 9 }, "rows"),
                Act::Forget => (Request::Forget, "done"),
            };
            asked.insert(desk.ask(request), sort);
        }
        // Files that are still on their way end now.
        for id in asked.keys() {
            desk.session.end(*id);
        }
        let heard = desk.settle();
        let answered: Vec<u32> = heard.iter().map(|(id, _)| *id).collect();
        for (id, answer) in &heard {
            let word = word(answer);
            prop_assert!(word == asked[id] || INSTEAD.contains(&word.as_str()), "{} to {}", word, asked[id]);
        }
        let mut once = answered.clone();
        once.sort_unstable();
        prop_assert_eq!(once, asked.into_keys().collect::<Vec<_>>());
        prop_assert_eq!(desk.session.progress(), None);
    }
}
