//! What each request is answered with.

use push_qa::column::{CellType, Choice, Role};
use push_qa::finding::FindingKind;
use push_qa::problem::ProblemKind;
use push_qa::protocol::{Answer, Format, Request, Rows, Wanted};

use crate::desk::{Desk, LIST, check, import, split, word};

fn of_user_and_name(role: Role) -> Request {
    let choices = [Role::UserId, role].map(|role| Choice { role, cells: CellType::Text });
    Request::Map { choices: choices.to_vec(), without_duplicates: false }
}

fn every_request() -> Vec<(Request, &'static str)> {
    vec![
        (Request::Rows { of: Rows::All, start: 0, count: 2 }, "rows"),
        (Request::Render { indices: vec![0, 1] }, "rendered"),
        (Request::Find { from: 0, back: false, what: Wanted::Any }, "found"),
        (Request::Body { batch: 0 }, "text"),
        (Request::Download { of: Rows::All }, "text"),
        (Request::Report { format: Format::Json }, "text"),
        (check("Hi"), "checked"),
        (check("Hi {{ name "), "refused"),
        (split(), "batches"),
        (of_user_and_name(Role::Ignored), "list"),
        (import(LIST), "list"),
        (import("\0\0"), "unreadable"),
        (Request::Forget, "done"),
    ]
}

#[test]
fn every_request_has_its_answer() {
    for (request, expected) in every_request() {
        let name = format!("{request:?}");
        assert_eq!(word(&Desk::prepared().answer(request)), expected, "{name}");
    }
}

#[test]
fn without_a_list_it_says_that_there_is_none() {
    for (request, expected) in every_request() {
        let name = format!("{request:?}");
        let expected = match request {
            Request::Import { .. } | Request::Forget => expected,
            _ => "refused",
        };
        assert_eq!(word(&Desk::new().answer(request)), expected, "{name}");
    }
}

#[test]
fn what_was_found_is_forgotten_when_the_list_is_read_otherwise() {
    for change in [of_user_and_name(Role::Ignored), import(LIST)] {
        let mut desk = Desk::prepared();
        desk.answer(change);
        let about_a_finding = Rows::Finding { kind: FindingKind::MissingVariable };
        for (request, why) in [
            (Request::Render { indices: vec![0] }, "checked"),
            (Request::Report { format: Format::Markdown }, "checked"),
            (Request::Download { of: about_a_finding }, "checked"),
            (Request::Body { batch: 0 }, "split"),
        ] {
            let Answer::Refused { why: said } = desk.answer(request) else { panic!("not refused") };
            assert!(said.contains(why), "{said}");
        }
    }
}

#[test]
fn rows_come_by_pages_of_what_was_asked_for() {
    let repeated = || Rows::Problem { kind: ProblemKind::Duplicate };
    let nameless = || Rows::Finding { kind: FindingKind::MissingVariable };
    for (of, start, count, rows, all) in [
        (Rows::All, 0, 2, &[2, 3][..], 5),
        (Rows::All, 3, 10, &[5, 6], 5),
        (Rows::All, 9, u32::MAX, &[], 5),
        (repeated(), 0, 10, &[5], 1),
        (nameless(), 0, 10, &[3], 1),
        (nameless(), 1, 10, &[], 1),
    ] {
        let name = format!("{of:?} from {start}");
        let answer = Desk::prepared().answer(Request::Rows { of, start, count });
        let Answer::Rows { rows: lines, of: counted } = answer else { panic!("{answer:?}") };
        let numbers: Vec<u32> = lines.iter().map(|line| line.row).collect();
        assert_eq!((&numbers[..], counted), (rows, all), "{name}");
    }
}

#[test]
fn a_row_says_what_is_wrong_with_it_by_list_and_check() {
    let answer = Desk::prepared().answer(Request::Rows { of: Rows::All, start: 0, count: 5 });
    let Answer::Rows { rows, .. } = answer else { panic!("{answer:?}") };
    assert!(rows[1].findings.contains(&FindingKind::MissingVariable), "{rows:?}");
    assert!(!rows[0].findings.contains(&FindingKind::MissingVariable), "{rows:?}");
    assert_eq!(rows[3].problems, [ProblemKind::Duplicate]);
}

#[test]
fn the_next_one_is_found_round_the_end_and_in_both_directions() {
    let missing = || Wanted::Finding { kind: FindingKind::MissingVariable };
    let text = |text: &str| Wanted::Text { text: text.to_owned() };
    for (from, back, what, found) in [
        (0, false, Wanted::Any, Some(1)),
        (4, false, Wanted::Any, Some(0)),
        (0, true, Wanted::Any, Some(4)),
        (0, false, Wanted::Trouble, Some(1)),
        (2, false, missing(), Some(1)),
        (1, false, missing(), None),
        (0, false, text("ANNA"), Some(3)),
        (3, false, text("anna"), Some(0)),
        (0, false, text("zoe"), None),
        (0, false, Wanted::Row { row: 6 }, Some(4)),
        (0, false, Wanted::Row { row: 7 }, None),
        (99, false, Wanted::Any, Some(0)),
    ] {
        let name = format!("{what:?} from {from}, back {back}");
        let answer = Desk::prepared().answer(Request::Find { from, back, what });
        assert_eq!(answer, Answer::Found { index: found }, "{name}");
    }
}

#[test]
fn the_pushes_come_in_the_order_asked_for() {
    let answer = Desk::prepared().answer(Request::Render { indices: vec![4, 0, 99] });
    let Answer::Rendered { pushes } = answer else { panic!("{answer:?}") };
    let bodies: Vec<&str> = pushes.iter().map(|push| push.body.as_str()).collect();
    assert_eq!(bodies, ["Hello Dora", "Hello Anna"]);
}

#[test]
fn the_sends_hold_everybody_once_and_no_other_send_is_made_up() {
    let mut desk = Desk::prepared();
    let mut addresses = Vec::new();
    for batch in 0..3 {
        let Answer::Text { text } = desk.answer(Request::Body { batch }) else { panic!("no body") };
        for name in ["anna", "ben", "carla", "dora"] {
            addresses.extend(std::iter::repeat_n(name, text.matches(&format!("\"{name}\"")).count()));
        }
    }
    assert_eq!(addresses, ["anna", "ben", "anna", "carla", "dora"]);
    assert_eq!(word(&desk.answer(Request::Body { batch: 3 })), "refused");
}
