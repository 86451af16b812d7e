//! Files that come in pieces, late, or not at all.

use push_qa::protocol::{Answer, Request};

use crate::desk::{Desk, LIST, check, import, word, words};

fn feed_all(desk: &mut Desk, id: u32, bytes: &[u8], piece: usize) {
    for piece in bytes.chunks(piece) {
        assert!(desk.session.feed(id, piece));
    }
    desk.session.end(id);
}

#[test]
fn a_file_in_pieces_reads_like_the_whole() {
    let named = Request::Import { name: "a.csv".to_owned(), text: Some(LIST.to_owned()) };
    let whole = Desk::new().answer(named);
    for piece in [1, 7, 1000] {
        let mut desk = Desk::new();
        let id = desk.ask_for_file(LIST.len() as u64);
        feed_all(&mut desk, id, LIST.as_bytes(), piece);
        assert_eq!(desk.settle(), [(id, whole.clone())], "in pieces of {piece}");
    }
}

#[test]
fn it_rests_until_the_file_is_whole_and_a_check_waits_for_it() {
    let mut desk = Desk::new();
    let list = desk.ask_for_file(LIST.len() as u64);
    let checked = desk.ask(check("Hello {{ name }}"));
    desk.session.feed(list, &LIST.as_bytes()[..20]);
    assert!(!desk.session.is_busy());
    assert_eq!(words(&desk.settle()), [""; 0]);
    feed_all(&mut desk, list, &LIST.as_bytes()[20..], 5);
    assert!(desk.session.is_busy());
    assert_eq!(words(&desk.settle()), [format!("{list} list"), format!("{checked} checked")]);
}

#[test]
fn pieces_of_a_file_that_was_stopped_are_not_taken() {
    let mut desk = Desk::new();
    let (older, newer) = (desk.ask_for_file(100), desk.ask_for_file(LIST.len() as u64));
    assert!(!desk.session.feed(older, b"user_id\nwrong\n"));
    desk.session.end(older);
    feed_all(&mut desk, newer, LIST.as_bytes(), 9);
    assert!(!desk.session.feed(older, b"later still\n"));
    let heard = desk.settle();
    assert_eq!(words(&heard), [format!("{older} stopped"), format!("{newer} list")]);
    let Answer::List(listed) = &heard[1].1 else { panic!() };
    assert_eq!(listed.rows, 5);
}

#[test]
fn what_cannot_be_read_leaves_the_list_before_it() {
    let mut desk = Desk::new();
    desk.answer(import(LIST));
    let lost = desk.ask_for_file(100);
    let checked = desk.ask(check("Hello {{ name }}"));
    desk.session.lose(lost);
    let heard = desk.settle();
    assert_eq!(words(&heard), [format!("{lost} unreadable"), format!("{checked} checked")]);
    let Answer::Checked(summary) = &heard[1].1 else { panic!() };
    assert_eq!(summary.recipients, 5);
}

#[test]
fn a_check_that_waited_for_a_list_in_vain_is_refused() {
    let mut desk = Desk::new();
    let lost = desk.ask_for_file(100);
    let checked = desk.ask(check("Hello {{ name }}"));
    desk.session.lose(lost);
    assert_eq!(words(&desk.settle()), [format!("{lost} unreadable"), format!("{checked} refused")]);
}

#[test]
fn a_file_that_says_too_large_a_size_makes_no_room_for_it() {
    let mut desk = Desk::new();
    let id = desk.ask_for_file(u64::MAX);
    feed_all(&mut desk, id, LIST.as_bytes(), 50);
    assert_eq!(word(&desk.settle()[0].1), "list");
}
