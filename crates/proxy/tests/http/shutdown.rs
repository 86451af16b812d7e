//! At its end the proxy takes nothing new and finishes what it has begun.

use std::sync::Arc;

use push_proxy::config::key;
use tokio::net::TcpStream;
use tokio::sync::Notify;

use crate::caller::{let_all_run, read, send, waiting_browser};
use crate::setting::proxy;
use crate::upstream::{Act, Upstream, accepted, json};

#[tokio::test]
async fn a_request_in_flight_is_finished() {
    for is_send in [false, true] {
        let told = Arc::new(Notify::new());
        let reply = if is_send { accepted() } else { json("200 OK", "{\"last\":1}") };
        let upstream = Upstream::always(Act::WriteWhen(told.clone(), reply)).await;
        let proxy = proxy(&upstream, &[]).await;
        let address = proxy.address();
        let ask = if is_send { send(&proxy, "k") } else { read(&proxy, "/v1/PushNotifications") };
        let waiting = tokio::spawn(ask.answer());
        upstream.reached(1).await;
        let stopping = tokio::spawn(proxy.stop());
        // The listener is closed as the first thing of stopping.
        while TcpStream::connect(address).await.is_ok() {
            tokio::task::yield_now().await;
        }
        assert!(!stopping.is_finished());
        told.notify_one();
        assert!(waiting.await.unwrap().is_ok());
        stopping.await.unwrap();
    }
}

#[tokio::test]
async fn a_send_whose_browser_has_gone_is_finished_too() {
    let told = Arc::new(Notify::new());
    let upstream = Upstream::always(Act::WriteWhen(told.clone(), accepted())).await;
    let proxy = proxy(&upstream, &[]).await;
    let browser = waiting_browser(&proxy, "k").await;
    upstream.reached(1).await;
    drop(browser);
    let_all_run().await;
    let address = proxy.address();
    let stopping = tokio::spawn(proxy.stop());
    while TcpStream::connect(address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    let_all_run().await;
    assert!(!stopping.is_finished());
    told.notify_one();
    stopping.await.unwrap();
}

#[tokio::test]
async fn what_does_not_end_is_not_waited_for_longer_than_allowed() {
    let upstream = Upstream::always(Act::WriteAndHang(String::new())).await;
    let proxy = proxy(&upstream, &[(&key::TIMEOUT_SHUTDOWN, "50ms")]).await;
    let waiting = tokio::spawn(read(&proxy, "/v1/PushNotifications").try_answer());
    upstream.reached(1).await;
    proxy.stop().await;
    waiting.abort();
}
