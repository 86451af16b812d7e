//! The schedule on a virtual clock.

use super::*;
use OperationStatus::{Canceled, Completed, Processing, Scheduled};

/// Waits until each of the next questions, in milliseconds, when every answer says `status`.
fn waits(poll: &mut Poll, now: &mut i64, status: &OperationStatus, count: usize) -> Vec<i64> {
    let one = |_| {
        poll.asked();
        poll.answered(*now, status);
        let Phase::Due(at) = poll.phase() else { return 0 };
        let wait = at - *now;
        *now = at;
        wait
    };
    (0..count).map(one).collect()
}

#[test]
fn it_asks_every_second_at_first_and_backs_off_to_fifteen() {
    let (mut poll, mut now) = (Poll::begin(0), 0);
    assert_eq!(poll.phase(), Phase::Due(0), "the first question leaves at once");
    let waits = waits(&mut poll, &mut now, &Processing, 11);
    assert_eq!(waits, [1000, 1000, 1000, 2000, 3000, 5000, 8000, 12_000, 15_000, 15_000, 15_000]);
}

#[test]
fn a_scheduled_operation_is_asked_for_slowly_and_closely_again_once_it_moves() {
    let (mut poll, mut now) = (Poll::begin(0), 0);
    assert_eq!(waits(&mut poll, &mut now, &Scheduled, 6), [1000, 5000, 15_000, 30_000, 60_000, 60_000]);
    assert_eq!(waits(&mut poll, &mut now, &Processing, 2), [1000, 1000]);
}

#[test]
fn an_unknown_status_is_not_an_end() {
    let (mut poll, mut now) = (Poll::begin(0), 0);
    assert_eq!(waits(&mut poll, &mut now, &"PAUSED".into(), 2), [1000, 1000]);
}

#[test]
fn a_terminal_status_ends_it() {
    for status in [Completed, Canceled] {
        let mut poll = Poll::begin(0);
        poll.asked();
        poll.answered(5, &status);
        assert_eq!(poll.phase(), Phase::Ended, "{status}");
        assert!(poll.is_over());
        poll.hurried(9);
        assert_eq!((poll.phase(), poll.is_hurried()), (Phase::Due(9), true), "a person may still ask");
        poll.asked();
        assert!(!poll.is_hurried(), "once");
    }
}

#[test]
fn each_failure_has_its_wait() {
    let table = [
        ("it may pass", Failure::Passing(None), Phase::Due(102_000)),
        ("a short wish changes nothing", Failure::Passing(Some(1)), Phase::Due(102_000)),
        ("a long wish is obeyed", Failure::Passing(Some(90)), Phase::Due(190_000)),
        ("it lasts", Failure::Lasting, Phase::Stopped),
        ("it is gone", Failure::Missing, Phase::Stopped),
    ];
    for (what, failure, phase) in table {
        let mut poll = Poll::begin(0);
        poll.asked();
        poll.answered(0, &Processing);
        poll.asked();
        poll.failed(100_000, failure);
        assert_eq!((poll.phase(), poll.last_at()), (phase, Some(100_000)), "{what}");
    }
}

#[test]
fn failures_back_off_and_an_answer_forgives_them() {
    let mut poll = Poll::begin(0);
    let wait_after = |poll: &mut Poll| {
        poll.failed(0, Failure::Passing(None));
        poll.phase()
    };
    let phases: Vec<Phase> = (0..5).map(|_| wait_after(&mut poll)).collect();
    assert_eq!(phases, [2000, 4000, 8000, 15_000, 15_000].map(Phase::Due));
    poll.answered(0, &Processing);
    assert_eq!(wait_after(&mut poll), Phase::Due(2000));
}

#[test]
fn what_is_not_found_just_after_a_send_is_asked_for_again() {
    let mut poll = Poll::begin(0);
    for now in [100, 1200, 2300, 7900] {
        poll.asked();
        poll.failed(now, Failure::Missing);
        assert_eq!(poll.phase(), Phase::Due(now + 1000));
    }
    poll.asked();
    poll.failed(8900, Failure::Missing);
    assert_eq!(poll.phase(), Phase::Stopped);
}

#[test]
fn a_hurried_person_is_heard_but_not_against_the_upstreams_wish() {
    let mut poll = Poll::begin(0);
    poll.failed(0, Failure::Passing(Some(30)));
    assert!(poll.is_held_back(29_999) && !poll.is_held_back(30_000));
    poll.hurried(10_000);
    assert_eq!(poll.phase(), Phase::Due(30_000));
    poll.hurried(31_000);
    assert_eq!(poll.phase(), Phase::Due(31_000));
    poll.asked();
    poll.hurried(31_001);
    assert_eq!(poll.phase(), Phase::Asking, "one question at a time");
}

#[test]
fn an_answer_from_elsewhere_counts_and_neighbours_do_not_ask_together() {
    let poll = Poll::with_answer(500, &Processing, 300);
    assert_eq!((poll.phase(), poll.last_at(), poll.round()), (Phase::Due(1800), Some(500), 0));
    assert_eq!(Poll::with_answer(500, &Completed, 300).phase(), Phase::Ended);
}
