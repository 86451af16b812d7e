//! One confirmed draft, one send: at the same moment, after a hang-up, and when the record is full.

use std::sync::Arc;

use tokio::sync::Notify;

use crate::caller::{SEND, ask, let_all_run, read, send, waiting_browser};
use crate::setting::proxy;
use crate::upstream::{Act, Upstream, accepted};

/// An upstream that answers a send when told to.
async fn held() -> (Upstream, Arc<Notify>) {
    let told = Arc::new(Notify::new());
    (Upstream::always(Act::WriteWhen(told.clone(), accepted())).await, told)
}

#[tokio::test]
async fn two_at_once_make_one_call() {
    let (upstream, told) = held().await;
    let proxy = Arc::new(proxy(&upstream, &[]).await);
    let first = tokio::spawn(send(&proxy, "k").answer());
    upstream.reached(1).await;
    for (body, verdict) in [(SEND, "409 send_in_flight"), ("{}", "422 idempotency_key_reused")] {
        let second = send(&proxy, "k").body(body).answer().await;
        assert_eq!(second.verdict(), verdict);
        assert_eq!(second.header("retry-after").is_some(), second.status == 409);
        assert_eq!(second.is_retryable(), second.status == 409);
    }
    told.notify_one();
    let first = first.await.unwrap();
    assert_eq!((first.status, first.header("idempotency-replayed")), (202, None));
    let third = send(&proxy, "k").answer().await;
    assert_eq!((third.status, third.header("idempotency-replayed")), (202, Some("true")));
    assert_eq!(third.body, first.body);
    assert_eq!(third.header("location"), first.header("location"));
    assert_eq!(send(&proxy, "k").body("{}").answer().await.verdict(), "422 idempotency_key_reused");
    assert_eq!(upstream.calls(), 1);
}

#[tokio::test]
async fn many_at_once_make_one_call() {
    let (upstream, told) = held().await;
    let proxy = proxy(&upstream, &[]).await;
    let all: Vec<_> = (0..20).map(|_| tokio::spawn(send(&proxy, "k").answer())).collect();
    upstream.reached(1).await;
    told.notify_one();
    let mut accepted = 0;
    for one in all {
        let answer = one.await.unwrap();
        assert!(matches!(answer.status, 202 | 409), "{answer:?}");
        accepted += usize::from(answer.status == 202 && answer.header("idempotency-replayed").is_none());
    }
    assert_eq!((accepted, upstream.calls()), (1, 1));
}

#[tokio::test]
async fn other_keys_do_not_wait() {
    let (upstream, told) = held().await;
    let proxy = proxy(&upstream, &[]).await;
    let both = [tokio::spawn(send(&proxy, "k1").answer()), tokio::spawn(send(&proxy, "k2").answer())];
    upstream.reached(2).await;
    told.notify_waiters();
    for one in both {
        assert_eq!(one.await.unwrap().status, 202);
    }
}

#[tokio::test]
async fn a_send_goes_on_when_its_browser_has_gone() {
    let (upstream, told) = held().await;
    let proxy = proxy(&upstream, &[]).await;
    let browser = waiting_browser(&proxy, "k").await;
    upstream.reached(1).await;
    drop(browser);
    let_all_run().await;
    assert_eq!(send(&proxy, "k").answer().await.verdict(), "409 send_in_flight");
    told.notify_one();
    let later = loop {
        let answer = send(&proxy, "k").answer().await;
        if answer.status != 409 {
            break answer;
        }
    };
    assert_eq!((later.status, later.header("idempotency-replayed")), (202, Some("true")));
    assert_eq!(upstream.calls(), 1);
}

#[tokio::test]
async fn a_key_is_needed_and_has_to_be_plain() {
    let upstream = Upstream::answering(&accepted()).await;
    let proxy = proxy(&upstream, &[]).await;
    let missing = send(&proxy, "k").without("idempotency-key").answer().await;
    assert_eq!(missing.verdict(), "400 idempotency_key_missing");
    for key in ["", "two words", &"k".repeat(201)] {
        assert_eq!(send(&proxy, key).answer().await.verdict(), "400 bad_request", "{key}");
    }
    assert_eq!(upstream.calls(), 0);
}

#[tokio::test]
async fn what_was_sent_is_listed_with_what_became_of_it() {
    let upstream = Upstream::answering(&accepted()).await;
    let proxy = proxy(&upstream, &[]).await;
    assert_eq!(send(&proxy, "k1").answer().await.status, 202);
    let listed = read(&proxy, "/console/sends").answer().await.json();
    assert_eq!(listed["sends"][0]["key"], "k1");
    assert_eq!(listed["sends"][0]["state"], "accepted");
    assert_eq!(listed["sends"][0]["status"], 202);
    assert_eq!(listed["sends"].as_array().unwrap().len(), 1);
    let unknown = read(&proxy, "/console/sends?state=unknown").answer().await.json();
    assert_eq!(unknown["sends"], serde_json::json!([]));
    for (query, words) in [
        ("state=lost", "No send is in such a state"),
        ("limit=0", "from 1 to 500"),
        ("x=1", "Known: state, limit"),
    ] {
        let refused = read(&proxy, &format!("/console/sends?{query}")).answer().await;
        assert_eq!(refused.verdict(), "400 bad_request", "{query}");
        assert!(refused.text().contains(words), "{}", refused.text());
    }
    assert_eq!(ask(&proxy, "GET", "/console/sends").answer().await.verdict(), "401 token_missing");
}
