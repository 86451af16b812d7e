//! Whoever calls the proxy: by a client, or byte by byte.

use std::net::SocketAddr;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use push_proxy::serve::Running;
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::setting::TOKEN;

pub const SEND: &str = r#"{"to":[{"token":"a","provider":"FCM"}],"content":{"body":"hello"}}"#;

/// A request in the making.
pub struct Ask {
    address: SocketAddr,
    method: &'static str,
    path: String,
    headers: Vec<(String, String)>,
    body: Body,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Bytes,
}

/// A request without any header.
pub fn ask(proxy: &Running, method: &'static str, path: &str) -> Ask {
    Ask { address: proxy.address(), method, path: path.into(), headers: Vec::new(), body: Body::empty() }
}

/// A read with the operator's token.
pub fn read(proxy: &Running, path: &str) -> Ask {
    ask(proxy, "GET", path).token()
}

/// A send with the operator's token and this key.
pub fn send(proxy: &Running, key: &str) -> Ask {
    ask(proxy, "POST", "/v1/PushNotifications")
        .token()
        .header("idempotency-key", key)
        .header("content-type", "application/json")
        .body(SEND)
}

impl Ask {
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(old, _)| old != name);
        self.headers.push((name.into(), value.into()));
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(old, _)| old != name);
        self
    }

    pub fn token(self) -> Self {
        self.header("authorization", &format!("Bearer {TOKEN}"))
    }

    pub fn body(mut self, body: impl Into<Body>) -> Self {
        self.body = body.into();
        self
    }

    /// The answer, whole.
    pub async fn answer(self) -> Answer {
        self.try_answer().await.unwrap()
    }

    /// The answer, or that it broke off.
    pub async fn try_answer(self) -> Result<Answer, Box<dyn std::error::Error + Send + Sync>> {
        let mut request =
            Request::builder().method(self.method).uri(format!("http://{}{}", self.address, self.path));
        for (name, value) in self.headers {
            request = request.header(name, value);
        }
        let client: Client<_, Body> =
            Client::builder(TokioExecutor::new()).pool_max_idle_per_host(0).build_http();
        let (head, body) = client.request(request.body(self.body)?).await?.into_parts();
        let body = body.collect().await?.to_bytes();
        Ok(Answer { status: head.status.as_u16(), headers: head.headers, body })
    }
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("not JSON: {self:?}"))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The error's code; the shape of the error is checked on the way.
    pub fn code(&self) -> String {
        let json = self.json();
        let error = &json["error"];
        assert!(error["message"].as_str().is_some_and(|text| !text.is_empty()), "{json}");
        assert!(error["retryable"].is_boolean(), "{json}");
        assert_eq!(error["requestId"].as_str(), self.header("x-request-id"), "{json}");
        error["code"].as_str().unwrap().to_owned()
    }

    pub fn is_retryable(&self) -> bool {
        self.json()["error"]["retryable"].as_bool().unwrap()
    }

    /// Status and code of a refusal in one text.
    pub fn verdict(&self) -> String {
        format!("{} {}", self.status, self.code())
    }

    pub fn is_ok(&self) -> bool {
        StatusCode::from_u16(self.status).unwrap().is_success()
    }

    /// Everything of it, as text.
    pub fn whole(&self) -> String {
        format!("{:?} {}", self.headers, self.text())
    }
}

/// Sends bytes as they are and reads until the other side closes; what came may be nothing.
pub async fn raw(proxy: &Running, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(proxy.address()).await.unwrap();
    // The proxy may close before it has read everything.
    let _ = stream.write_all(bytes).await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

/// A browser that has sent a send with this key and waits for its answer.
pub async fn waiting_browser(proxy: &Running, key: &str) -> TcpStream {
    let mut browser = TcpStream::connect(proxy.address()).await.unwrap();
    let request = format!(
        "POST /v1/PushNotifications HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {TOKEN}\r\n\
         idempotency-key: {key}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{SEND}",
        proxy.address(),
        SEND.len()
    );
    browser.write_all(request.as_bytes()).await.unwrap();
    browser
}

/// Lets everything run that is ready to, sockets included.
pub async fn let_all_run() {
    for _ in 0..10_000 {
        tokio::task::yield_now().await;
    }
}

/// The status of a raw answer, or 0 for none.
pub fn status_of(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0)
}
