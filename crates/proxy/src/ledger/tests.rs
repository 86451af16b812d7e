//! The same rules on both databases.
#![allow(clippy::unwrap_used)]

mod databases;

use super::*;
use axum::body::Bytes;
use axum::http::StatusCode;
use databases::Databases;

/// Each rule is a test of its own on SQLite; PostgreSQL is started once for all of them.
macro_rules! rules {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $name() {
                super::$name(&super::Databases::sqlite()).await;
            })+
        }

        #[tokio::test]
        async fn every_rule_holds_on_postgresql() {
            let databases = Databases::postgres().await;
            $($name(&databases).await;)+
        }
    };
}

rules! {
    a_repeat_is_told_what_became_of_the_first_by_every_proxy,
    of_many_at_once_on_two_proxies_one_is_granted,
    a_proxy_that_dies_before_anything_left_gives_its_send_back,
    a_proxy_that_dies_after_something_may_have_left_leaves_doubt_for_ever,
    an_answer_never_changes_once_it_is_settled,
    what_is_known_outlives_the_proxy,
    only_finished_sends_of_age_are_forgotten,
    an_operator_sees_its_own_sends_the_newest_first,
}

const TERMS: Terms = Terms { age: Duration::from_secs(100), lease: Duration::from_secs(10) };

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

/// Ledgers of several proxies on one database, at seconds from its start.
struct Play {
    proxies: Vec<Ledger>,
}

impl Play {
    async fn new(databases: &Databases, proxies: usize) -> Self {
        let place = databases.empty().await;
        let mut all = Vec::new();
        for _ in 0..proxies {
            all.push(Ledger::open(&place, TERMS).await.unwrap());
        }
        Self { proxies: all }
    }

    async fn claim(&self, proxy: usize, at: i64, body: &str) -> Claim {
        self.proxies[proxy].claim(&key("k"), &BodyHash::of(body.as_bytes()), at * 1000).await.unwrap()
    }

    async fn granted(&self, proxy: usize, at: i64) -> Grant {
        match self.claim(proxy, at, "a").await {
            Claim::Granted(grant) => grant,
            other => panic!("not granted but {other:?}"),
        }
    }

    async fn dispatch(&self, proxy: usize, grant: &Grant, at: i64) -> bool {
        self.proxies[proxy].dispatch(grant, at * 1000).await.unwrap()
    }

    async fn settle(&self, proxy: usize, grant: &Grant, outcome: Outcome, at: i64) {
        self.proxies[proxy].settle(grant, &outcome, at * 1000).await.unwrap();
    }
}

async fn a_repeat_is_told_what_became_of_the_first_by_every_proxy(databases: &Databases) {
    for (outcome, same, other) in [
        (None, Some(Claim::InFlight), Some(Claim::Reused)),
        (Some(Outcome::Answered(reply())), Some(Claim::Answered(reply())), Some(Claim::Reused)),
        (Some(Outcome::Unknown), Some(Claim::Unknown), Some(Claim::Reused)),
        (Some(Outcome::NotSent), None, None),
    ] {
        for (body, expected) in [("a", &same), ("b", &other)] {
            let play = Play::new(databases, 2).await;
            let grant = play.granted(0, 0).await;
            assert!(play.dispatch(0, &grant, 0).await);
            if let Some(outcome) = outcome.clone() {
                play.settle(0, &grant, outcome, 1).await;
            }
            let told = play.claim(1, 9, body).await;
            match expected {
                Some(expected) => assert_eq!(told, *expected, "{outcome:?} {body}"),
                None => assert!(matches!(told, Claim::Granted(_)), "{outcome:?} {body}: {told:?}"),
            }
        }
    }
}

async fn of_many_at_once_on_two_proxies_one_is_granted(databases: &Databases) {
    let play = Play::new(databases, 2).await;
    let claims = (0..40).map(|at| play.claim(at % 2, 0, "a"));
    let claims = futures_util::future::join_all(claims).await;
    let granted = claims.iter().filter(|claim| matches!(claim, Claim::Granted(_))).count();
    assert_eq!(granted, 1);
    assert!(claims.iter().all(|claim| matches!(claim, Claim::Granted(_) | Claim::InFlight)));
}

async fn a_proxy_that_dies_before_anything_left_gives_its_send_back(databases: &Databases) {
    let play = Play::new(databases, 2).await;
    let dead = play.granted(0, 0).await;
    assert_eq!(play.claim(1, 9, "a").await, Claim::InFlight);
    let living = play.granted(1, 10).await;
    assert!(!play.dispatch(0, &dead, 11).await, "it was only asleep: the send is not its own any more");
    assert!(play.dispatch(1, &living, 11).await);
}

async fn a_proxy_that_dies_after_something_may_have_left_leaves_doubt_for_ever(databases: &Databases) {
    let play = Play::new(databases, 2).await;
    let dead = play.granted(0, 0).await;
    assert!(play.dispatch(0, &dead, 1).await);
    assert_eq!(play.claim(1, 10, "a").await, Claim::InFlight, "the lease begins anew when it leaves");
    assert_eq!(play.claim(1, 11, "a").await, Claim::Unknown);
    assert_eq!(play.claim(1, 50, "a").await, Claim::Unknown);
    // It was only slow: what it knows is truer than the doubt.
    play.settle(0, &dead, Outcome::Answered(reply()), 60).await;
    assert_eq!(play.claim(1, 61, "a").await, Claim::Answered(reply()));
}

async fn an_answer_never_changes_once_it_is_settled(databases: &Databases) {
    let play = Play::new(databases, 1).await;
    let grant = play.granted(0, 0).await;
    play.dispatch(0, &grant, 0).await;
    play.settle(0, &grant, Outcome::Answered(reply()), 1).await;
    for outcome in [Outcome::NotSent, Outcome::Unknown] {
        play.settle(0, &grant, outcome, 2).await;
        assert_eq!(play.claim(0, 3, "a").await, Claim::Answered(reply()));
    }
    assert!(!play.dispatch(0, &grant, 4).await, "and never leaves again");
}

async fn what_is_known_outlives_the_proxy(databases: &Databases) {
    let place = databases.empty().await;
    let (sent, body) = (key("k"), BodyHash::of(b"a"));
    let first = Ledger::open(&place, TERMS).await.unwrap();
    let Claim::Granted(grant) = first.claim(&sent, &body, 0).await.unwrap() else { panic!("not granted") };
    assert!(first.dispatch(&grant, 0).await.unwrap());
    first.settle(&grant, &Outcome::Answered(reply()), 1).await.unwrap();
    first.close().await;
    let second = Ledger::open(&place, TERMS).await.unwrap();
    assert_eq!(second.claim(&sent, &body, 2).await, Ok(Claim::Answered(reply())));
}

async fn only_finished_sends_of_age_are_forgotten(databases: &Databases) {
    let play = Play::new(databases, 1).await;
    let ledger = &play.proxies[0];
    for (name, outcome) in [("accepted", Some(Outcome::Answered(reply()))), ("dispatched", None)] {
        let claim = ledger.claim(&key(name), &BodyHash::of(b"a"), 0).await.unwrap();
        let Claim::Granted(grant) = claim else { panic!("not granted") };
        assert!(ledger.dispatch(&grant, 0).await.unwrap());
        if let Some(outcome) = outcome {
            ledger.settle(&grant, &outcome, 0).await.unwrap();
        }
    }
    assert_eq!(ledger.forget(99_999).await, Ok(0));
    assert_eq!(ledger.forget(100_000).await, Ok(1));
    let told = ledger.claim(&key("dispatched"), &BodyHash::of(b"a"), 100_000).await;
    assert_eq!(told, Ok(Claim::Unknown));
}

async fn an_operator_sees_its_own_sends_the_newest_first(databases: &Databases) {
    let play = Play::new(databases, 1).await;
    let ledger = &play.proxies[0];
    for (at, (name, outcome)) in
        [("first", Some(Outcome::Answered(reply()))), ("second", Some(Outcome::Unknown)), ("third", None)]
            .into_iter()
            .enumerate()
    {
        let at = i64::try_from(at).unwrap() * 1000;
        let claim = ledger.claim(&key(name), &BodyHash::of(b"a"), at).await.unwrap();
        let Claim::Granted(grant) = claim else { panic!("not granted") };
        assert!(ledger.dispatch(&grant, at).await.unwrap());
        if let Some(outcome) = outcome {
            ledger.settle(&grant, &outcome, at + 500).await.unwrap();
        }
    }
    let other = SendKey { operator: "another".into(), key: "k".into() };
    assert!(matches!(ledger.claim(&other, &BodyHash::of(b"a"), 0).await, Ok(Claim::Granted(_))));
    let told = async |state: Option<SendProgress>, limit, now| {
        let sends = ledger.list("operator", state.as_ref(), limit, now).await.unwrap();
        sends.iter().map(|send| format!("{} {}", send.key, send.state)).collect::<Vec<_>>()
    };
    assert_eq!(told(None, 9, 3_000).await, ["third dispatched", "second unknown", "first accepted"]);
    assert_eq!(told(None, 9, 13_000).await, ["third unknown", "second unknown", "first accepted"]);
    assert_eq!(told(Some(SendProgress::Doubtful), 9, 3_000).await, ["second unknown"]);
    assert_eq!(told(None, 1, 3_000).await, ["third dispatched"]);
    let first = &ledger.list("operator", Some(&SendProgress::Accepted), 9, 3_000).await.unwrap()[0];
    assert_eq!((first.status, first.changed_at.as_str()), (Some(202), "1970-01-01T00:00:00.500Z"));
    assert_eq!(first.operation_id.as_ref().map(ToString::to_string).as_deref(), Some("op"));
}

#[tokio::test]
async fn a_database_that_cannot_be_opened_is_said() {
    let place = Place::Sqlite("/no/such/folder/ledger.db".into());
    assert!(Ledger::open(&place, TERMS).await.is_err());
}
