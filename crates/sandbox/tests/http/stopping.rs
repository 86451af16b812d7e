use crate::sandbox::Sandbox;
use push_api::proxy::ApiShape;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[tokio::test]
async fn a_request_in_flight_is_answered_before_the_end_and_none_after_it() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let address = sandbox.running.address();
    sandbox.fault_once("any", json!({"kind": "slow_body", "millis": 80})).await;
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!(
        "GET /v1/PushNotifications HTTP/1.1\r\nHost: x\r\nAuthorization: {}\r\n\r\n",
        crate::sandbox::credential()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    // The first byte shows that the request is in flight.
    let mut answer = vec![stream.read_u8().await.unwrap()];
    let stopping = tokio::spawn(sandbox.running.stop());
    stream.read_to_end(&mut answer).await.unwrap();
    stopping.await.unwrap();
    let answer = String::from_utf8(answer).unwrap();
    assert!(answer.ends_with("0\r\n\r\n"), "the body came to its end: {answer}");
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn the_same_seed_and_clock_give_the_same_answers() {
    let mut runs: Vec<Value> = Vec::new();
    for _ in 0..2 {
        let sandbox = Sandbox::start(ApiShape::Reference);
        sandbox.send_to(&["a", "b", "c"]).await;
        sandbox.advance(1_200).await;
        runs.push(sandbox.get("/v1/PushNotifications").await.json());
    }
    assert_eq!(runs[0], runs[1]);
}
