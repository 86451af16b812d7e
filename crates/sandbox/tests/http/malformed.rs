//! Requests as no honest client writes them: each gets a 4xx, and the sandbox stays up.

use crate::sandbox::{Sandbox, credential};
use push_api::proxy::ApiShape;
use push_sandbox::validate::BODY_BYTES;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Writes `request` as it is, and gives the status and the body of whatever comes back.
async fn raw(sandbox: &Sandbox, request: &[u8]) -> (u16, String) {
    let mut stream = TcpStream::connect(sandbox.running.address()).await.unwrap();
    stream.write_all(request).await.unwrap();
    stream.shutdown().await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    (status, answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default())
}

fn request(line: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "{line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: {}\r\nContent-Length: {length}\r\n\
         {headers}\r\n",
        credential()
    );
    [head.as_bytes(), body].concat()
}

#[tokio::test]
async fn a_malformed_request_is_refused_in_json() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let json = "Content-Type: application/json\r\n";
    let deep = "[".repeat(50_000);
    let table: [(&str, &str, &[u8], u16); 30] = [
        ("POST /v1/PushNotifications", json, b"", 400),
        ("POST /v1/PushNotifications", json, b"\0\xff\xfe", 400),
        ("POST /v1/PushNotifications", json, b"null", 400),
        ("POST /v1/PushNotifications", json, b"{\"to\": 1e999}", 400),
        ("POST /v1/PushNotifications", json, deep.as_bytes(), 400),
        ("POST /v1/PushNotifications", json, br#"{"to": [null], "content": {"body": "\ud800"}}"#, 400),
        ("POST /v1/PushNotifications", "", b"{}", 415),
        ("POST /v1/PushNotifications", "Content-Type: text/plain\r\n", b"{}", 415),
        ("POST /v1/PushNotifications", "Content-Type: é\r\n", b"{}", 415),
        ("POST /v1/PushNotifications/Operations", json, b"{}", 405),
        ("PATCH /v1/PushNotifications", json, b"{}", 405),
        ("DELETE /v1/PushNotifications/x", "", b"", 405),
        ("GET /v1/PushNotifications/%ff", "", b"", 400),
        ("GET /v1/PushNotifications/Operations/%c0%80", "", b"", 400),
        ("GET /v1/PushNotifications/%00", "", b"", 404),
        ("GET /v1/PushNotifications/..", "", b"", 404),
        ("GET /v1/PushNotifications/Operations/x/Errors", "", b"", 404),
        ("GET /v1/PushNotifications/Operations/..%2f..", "", b"", 404),
        ("GET //v1/PushNotifications", "", b"", 404),
        ("GET /v1/PushNotifications/", "", b"", 404),
        ("GET /V1/pushnotifications", "", b"", 404),
        ("GET /v1/PushNotifications?pageSize=%", "", b"", 400),
        ("GET /v1/PushNotifications?pageSize=%ff", "", b"", 400),
        ("GET /v1/PushNotifications?pageSize=\u{663}", "", b"", 400),
        ("GET /v1/PushNotifications?=&=", "", b"", 400),
        ("GET /v1/PushNotifications?pageToken=AAAA", "", b"", 400),
        ("GET /v1/PushNotifications?status[]=SENT", "", b"", 400),
        ("GET /v1/PushNotifications/Operations?user=u", "", b"", 400),
        ("GET http://other/v1/nowhere", "", b"", 404),
        ("OPTIONS *", "", b"", 404),
    ];
    for (line, headers, body, expected) in table {
        let (status, answer) = raw(&sandbox, &request(line, headers, body)).await;
        assert_eq!(status, expected, "{line} {headers}");
        let problem: Value = serde_json::from_str(&answer).unwrap_or_else(|_| panic!("{line}: {answer}"));
        assert!(problem["code"].is_u64() && problem["message"].is_string(), "{line}: {answer}");
        assert_eq!(problem["status"], expected);
    }
    assert_eq!(sandbox.get("/v1/PushNotifications").await.status, 200);
}

#[tokio::test]
async fn what_is_hardly_http_is_refused_too() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let long = format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(70_000));
    let headers = format!("GET / HTTP/1.1\r\n{}\r\n", "A: b\r\n".repeat(200));
    for text in [
        "nonsense\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET /a b HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nbad header\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        long.as_str(),
        headers.as_str(),
    ] {
        let (status, _) = raw(&sandbox, text.as_bytes()).await;
        assert!((400..500).contains(&status), "{status} for {}", text.get(..40).unwrap_or(text));
    }
    assert_eq!(sandbox.get("/v1/PushNotifications").await.status, 200);
}

#[tokio::test]
async fn a_body_that_breaks_off_commits_nothing() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let mut whole = request("POST /v1/PushNotifications", "Content-Type: application/json\r\n", &[b' '; 100]);
    whole.truncate(whole.len() - 50);
    let (status, _) = raw(&sandbox, &whole).await;
    assert_eq!(status, 400);
    assert_eq!(sandbox.requests().await["sendsCommitted"], 0);
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused_whether_it_is_announced_or_not() {
    let sandbox = Sandbox::start(ApiShape::Guide);
    let head = format!(
        "POST /v1/PushNotifications HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: {}\r\n\
         Content-Type: application/json\r\n",
        credential()
    );
    let announced = format!("{head}Content-Length: {}\r\n\r\n", BODY_BYTES + 1);
    assert_eq!(raw(&sandbox, announced.as_bytes()).await.0, 413);
    // One byte over, in one chunk whose end never comes: nothing is left unread that could reset the connection.
    let size = BODY_BYTES + 1;
    let mut chunked = format!("{head}Transfer-Encoding: chunked\r\n\r\n{size:x}\r\n").into_bytes();
    chunked.resize(chunked.len() + size, b' ');
    let (status, body) = raw(&sandbox, &chunked).await;
    assert_eq!(status, 413);
    assert!(body.contains(&BODY_BYTES.to_string()), "the limit is named: {body}");
}
