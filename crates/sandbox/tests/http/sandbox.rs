//! A sandbox for one test, on a free port with a clock that stands still, and a client that knows its secret.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::header::{AUTHORIZATION, CONTENT_TYPE};
use hyper::{HeaderMap, Method, Request, StatusCode};
use hyper_util::client::legacy::{Client, connect::HttpConnector};
use hyper_util::rt::TokioExecutor;
use push_api::proxy::ApiShape;
use push_api::{Accepted, NotificationSummary, Operation, Page};
use push_sandbox::server::{self, Options, Running};
use push_sandbox::world::clock::Clock;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// 2026-01-01T00:00:00Z, when every test begins.
pub const BEGIN: i64 = 1_767_225_600_000;
pub const SECRET: &str = "a secret";

pub struct Sandbox {
    pub running: Running,
    client: Client<HttpConnector, Full<Bytes>>,
}

#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    pub fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

impl Sandbox {
    pub fn start(shape: ApiShape) -> Self {
        Self::with(Options { shape, seed: 1, ..Options::default() })
    }

    pub fn with(options: Options) -> Self {
        let clock = Clock::standing_at(BEGIN);
        let running = server::start(Options { secret: SECRET.into(), clock, ..options }).unwrap();
        Self { running, client: Client::builder(TokioExecutor::new()).build_http() }
    }

    /// One request under the right credential; an error when no whole answer comes.
    pub async fn call(&self, method: Method, path: &str, body: &[u8]) -> Result<Answer, String> {
        let request = Request::builder()
            .method(method)
            .uri(format!("http://{}{path}", self.running.address()))
            .header(AUTHORIZATION, credential())
            .header(CONTENT_TYPE, "application/json")
            .body(Full::new(Bytes::copy_from_slice(body)))
            .unwrap();
        let response = self.client.request(request).await.map_err(|error| format!("{error:?}"))?;
        let (head, body) = response.into_parts();
        let body = body.collect().await.map_err(|error| error.to_string())?.to_bytes();
        Ok(Answer { status: head.status, headers: head.headers, body })
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.call(Method::GET, path, b"").await.unwrap()
    }

    pub async fn post(&self, body: &Value) -> Answer {
        self.call(Method::POST, "/v1/PushNotifications", &serde_json::to_vec(body).unwrap()).await.unwrap()
    }

    /// A send that has to be accepted; gives the operation's id.
    pub async fn send(&self, body: &Value) -> String {
        let answer = self.post(body).await;
        assert_eq!(answer.status, StatusCode::ACCEPTED, "{answer:?}");
        answer.json::<Accepted>().operation_id.as_str().to_owned()
    }

    /// A send to these tokens over FCM.
    pub async fn send_to(&self, tokens: &[&str]) -> String {
        let to: Vec<Value> = tokens.iter().map(|token| json!({"token": token, "provider": "FCM"})).collect();
        self.send(&json!({"to": to, "content": {"title": "Hi", "body": "Hello {{ name }}"}})).await
    }

    pub async fn operation(&self, id: &str) -> Operation {
        self.get(&format!("/v1/PushNotifications/Operations/{id}")).await.json()
    }

    pub async fn notifications(&self, query: &str) -> Page<NotificationSummary> {
        self.get(&format!("/v1/PushNotifications?{query}")).await.json()
    }

    pub async fn advance(&self, ms: u64) {
        let body = json!({"advanceMs": ms}).to_string();
        let answer = self.call(Method::POST, "/sandbox/clock", body.as_bytes()).await.unwrap();
        assert_eq!(answer.status, StatusCode::OK);
    }

    /// Puts one rule in place: `fault` on `call`, once.
    pub async fn fault_once(&self, call: &str, fault: Value) {
        let plan = json!({"rules": [{"call": call, "fault": fault, "times": 1}]}).to_string();
        let answer = self.call(Method::PUT, "/sandbox/faults", plan.as_bytes()).await.unwrap();
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    }

    /// What has arrived so far.
    pub async fn requests(&self) -> Value {
        self.get("/sandbox/requests").await.json()
    }
}

pub fn credential() -> String {
    format!("Basic {}", STANDARD.encode(format!("sandbox:{SECRET}")))
}
