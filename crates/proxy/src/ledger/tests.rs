#![allow(clippy::unwrap_used)]
use super::*;
use axum::body::Bytes;
use axum::http::StatusCode;

const AGE: Duration = Duration::from_secs(100);

fn key(name: &str) -> SendKey {
    SendKey { operator: "operator".into(), key: name.into() }
}

fn reply() -> Reply {
    Reply {
        status: StatusCode::ACCEPTED,
        body: Bytes::from_static(b"{\"operationId\":\"op\"}"),
        operation_id: Some("op".into()),
    }
}

/// A ledger of two entries, driven by steps at seconds from its start.
struct Play {
    ledger: Ledger,
    start: Instant,
}

impl Play {
    fn new() -> Self {
        Self { ledger: Ledger::new(Bounds { entries: 2, age: AGE }), start: Instant::now() }
    }

    fn claim(&mut self, at: u64, name: &str, body: &str) -> Claim {
        self.ledger.claim(key(name), BodyHash::of(body.as_bytes()), self.start + Duration::from_secs(at))
    }

    fn settle(&mut self, at: u64, name: &str, outcome: Outcome) {
        self.ledger.settle(&key(name), outcome, self.start + Duration::from_secs(at));
    }
}

#[test]
fn a_repeat_is_told_what_became_of_the_first() {
    for (outcome, same, other) in [
        (None, Claim::InFlight, Claim::Reused),
        (Some(Outcome::Answered(reply())), Claim::Answered(reply()), Claim::Reused),
        (Some(Outcome::Unknown), Claim::Unknown, Claim::Reused),
        (Some(Outcome::NotSent), Claim::Granted, Claim::Granted),
    ] {
        for (body, expected) in [("a", &same), ("b", &other)] {
            let mut play = Play::new();
            assert_eq!(play.claim(0, "k", "a"), Claim::Granted);
            if let Some(outcome) = outcome.clone() {
                play.settle(1, "k", outcome);
            }
            assert_eq!(play.claim(99, "k", body), *expected, "{outcome:?} {body}");
        }
    }
}

#[test]
fn an_answer_never_changes_once_it_is_settled() {
    let mut play = Play::new();
    play.claim(0, "k", "a");
    play.settle(1, "k", Outcome::Unknown);
    play.settle(2, "k", Outcome::NotSent);
    play.settle(3, "k", Outcome::Answered(reply()));
    assert_eq!(play.claim(4, "k", "a"), Claim::Unknown);
    play.settle(5, "never claimed", Outcome::Unknown);
    assert_eq!(play.claim(6, "never claimed", "a"), Claim::Granted);
}

#[test]
fn a_finished_send_is_forgotten_at_its_age_and_one_in_flight_never() {
    for (outcome, at, expected) in [
        (Some(Outcome::Answered(reply())), 109, Claim::Answered(reply())),
        (Some(Outcome::Answered(reply())), 110, Claim::Granted),
        (Some(Outcome::Unknown), 109, Claim::Unknown),
        (Some(Outcome::Unknown), 110, Claim::Granted),
        (None, 1_000_000, Claim::InFlight),
    ] {
        let mut play = Play::new();
        play.claim(0, "k", "a");
        if let Some(outcome) = outcome.clone() {
            play.settle(10, "k", outcome);
        }
        assert_eq!(play.claim(at, "k", "a"), expected, "{outcome:?} at {at}");
    }
}

#[test]
fn a_full_ledger_refuses_rather_than_forgets() {
    let mut play = Play::new();
    play.claim(0, "one", "a");
    play.claim(0, "two", "a");
    assert_eq!(play.claim(1, "three", "a"), Claim::Full(None), "both are in flight");
    play.settle(10, "one", Outcome::Answered(reply()));
    play.settle(20, "two", Outcome::Unknown);
    assert_eq!(play.claim(30, "three", "a"), Claim::Full(Some(Duration::from_secs(80))));
    assert_eq!(play.claim(30, "one", "a"), Claim::Answered(reply()), "nothing was forgotten");
    assert_eq!(play.claim(110, "three", "a"), Claim::Granted, "the first came of age");
    assert_eq!(play.claim(110, "two", "a"), Claim::Unknown);
}

#[test]
fn operators_do_not_share_keys() {
    let mut play = Play::new();
    play.claim(0, "k", "a");
    let other = SendKey { operator: "somebody else".into(), key: "k".into() };
    assert_eq!(play.ledger.claim(other, BodyHash::of(b"b"), play.start), Claim::Granted);
}
