//! The control calls of the sandbox: what goes wrong, what time it is, and what has really arrived there.

use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::loopback;

/// Account of the embedded sandbox.
const ACCOUNT: &str = "sandbox";

/// The sandbox behind the proxy.
pub struct Sandbox {
    origin: String,
    authorization: String,
}

impl Sandbox {
    /// The one that listens on `port` and knows `secret`.
    pub fn new(port: u16, secret: &str) -> Self {
        let authorization = format!("Basic {}", STANDARD.encode(format!("{ACCOUNT}:{secret}")));
        Self { origin: format!("http://127.0.0.1:{port}"), authorization }
    }

    /// From now on `fault` happens to the next `times` calls of the kind `call`.
    pub async fn fail(&self, call: &str, times: u64, fault: Value) {
        self.plan(json!([{ "call": call, "times": times, "fault": fault }])).await;
    }

    /// From now on `fault` happens to every call of the kind `call`.
    pub async fn fail_always(&self, call: &str, fault: Value) {
        self.plan(json!([{ "call": call, "fault": fault }])).await;
    }

    /// From now on everything goes well.
    pub async fn mend(&self) {
        self.plan(json!([])).await;
    }

    async fn plan(&self, rules: Value) {
        self.control(Method::PUT, "faults", Some(&json!({ "rules": rules }))).await;
    }

    /// Puts the sandbox's clock ahead.
    pub async fn advance(&self, seconds: u64) {
        self.control(Method::POST, "clock", Some(&json!({ "advanceMs": seconds * 1000 }))).await;
    }

    /// Sends that were committed since the start: pushes that really went out.
    pub async fn sends_committed(&self) -> u64 {
        self.requests().await["sendsCommitted"].as_u64().unwrap()
    }

    /// Requests for a send that arrived since the start, whatever became of them.
    pub async fn sends_arrived(&self) -> u64 {
        self.arrived("POST /v1/PushNotifications").await
    }

    /// Requests that arrived since the start under `name`, a method and a route.
    pub async fn arrived(&self, name: &str) -> u64 {
        self.requests().await["counts"][name].as_u64().unwrap_or_default()
    }

    async fn requests(&self) -> Value {
        self.control(Method::GET, "requests", None).await
    }

    async fn control(&self, method: Method, name: &str, body: Option<&Value>) -> Value {
        let url = format!("{}/sandbox/{name}", self.origin);
        let answer = loopback::call(method, &url, Some(&self.authorization), body).await;
        answer.unwrap_or_else(|error| panic!("{error}"))
    }
}
