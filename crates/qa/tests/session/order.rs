//! What becomes of long work when something else is asked for.

use push_qa::protocol::{Answer, Request};

use crate::desk::{Desk, LIST, check, import, split, words};

/// With a list that takes several steps to check.
fn long() -> Desk {
    let mut desk = Desk::new();
    let rows: String = (0..2_000).map(|row| format!("user{row},Name {row}\n")).collect();
    desk.ask(import(&format!("user_id,name\n{rows}")));
    desk.settle();
    desk
}

#[test]
fn a_newer_check_stops_the_older() {
    let mut desk = long();
    let older = desk.ask(check("Hello {{ name }}"));
    desk.session.work();
    let newer = desk.ask(check("Bye {{ name }}"));
    assert_eq!(words(&desk.settle()), [format!("{older} stopped"), format!("{newer} checked")]);
    let Answer::Rendered { pushes } = desk.answer(Request::Render { indices: vec![7] }) else { panic!() };
    assert_eq!(pushes[0].body, "Bye Name 7", "by the newer one");
}

#[test]
fn a_check_that_is_stopped_leaves_the_one_before_it() {
    let mut desk = long();
    desk.answer(check("Hello {{ name }}"));
    let stopped = desk.ask(check("Bye {{ name }}"));
    desk.session.work();
    desk.cancel(stopped);
    assert_eq!(words(&desk.settle()), [format!("{stopped} stopped")]);
    let Answer::Rendered { pushes } = desk.answer(Request::Render { indices: vec![7] }) else { panic!() };
    assert_eq!(pushes[0].body, "Hello Name 7");
}

#[test]
fn a_cancel_stops_what_it_names_and_nothing_else() {
    let mut desk = long();
    let (checked, batches) = (desk.ask(check("Hello")), desk.ask(split()));
    desk.session.work();
    desk.cancel(batches);
    desk.cancel(99);
    assert_eq!(words(&desk.settle()), [format!("{batches} stopped"), format!("{checked} checked")]);
    desk.cancel(checked);
    assert_eq!(words(&desk.settle()), [""; 0], "what is over is not stopped any more");
}

#[test]
fn what_changes_the_list_stops_what_is_about_it() {
    let map = Request::Map { choices: vec![], without_duplicates: true };
    for (change, answer) in [(import(LIST), "list"), (map, "list"), (Request::Forget, "done")] {
        let mut desk = long();
        let (checked, batches) = (desk.ask(check("Hello")), desk.ask(split()));
        desk.session.work();
        let changed = desk.ask(change);
        let expected =
            [format!("{checked} stopped"), format!("{batches} stopped"), format!("{changed} {answer}")];
        assert_eq!(words(&desk.settle()), expected);
    }
}

#[test]
fn questions_are_answered_while_long_work_goes_on() {
    let mut desk = long();
    let checked = desk.ask(check("Hello"));
    desk.session.work();
    let found = desk.ask(Request::Find { from: 0, back: false, what: push_qa::protocol::Wanted::Any });
    assert_eq!(words(&desk.heard()), [format!("{found} found")]);
    assert_eq!(words(&desk.settle()), [format!("{checked} checked")]);
}

#[test]
fn progress_is_that_of_the_work_that_is_on_and_never_falls() {
    let mut desk = long();
    assert_eq!(desk.session.progress(), None);
    let checked = desk.ask(check("Hello {{ name }}"));
    let mut before = 0;
    let mut rises = 0;
    while desk.session.work() {
        let Some((id, Answer::Progress { done, of, .. })) = desk.session.progress() else { panic!() };
        assert!(id == checked && before <= done && done <= of && of == 2_000, "{before} {done} {of}");
        rises += u32::from(before < done);
        before = done;
    }
    assert!(rises > 10, "{rises}");
}
