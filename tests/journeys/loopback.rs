//! Small JSON calls to the programs beside the browser: the driver and the sandbox.

use axum::body::Bytes;
use axum::http::{Method, Request, header};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;

/// Calls `url` and returns the JSON of its answer, or in words what came instead of a success.
pub async fn call(
    method: Method,
    url: &str,
    authorization: Option<&str>,
    body: Option<&Value>,
) -> Result<Value, String> {
    let mut request = Request::builder().method(&method).uri(url);
    if let Some(authorization) = authorization {
        request = request.header(header::AUTHORIZATION, authorization);
    }
    if body.is_some() {
        request = request.header(header::CONTENT_TYPE, "application/json");
    }
    let body = body.map(Value::to_string).unwrap_or_default();
    let client: Client<HttpConnector, Full<Bytes>> = Client::builder(TokioExecutor::new()).build_http();
    let request = request.body(Full::from(body)).unwrap();
    let answer = client.request(request).await.map_err(|error| format!("{method} {url}: {error:?}"))?;
    let status = answer.status();
    let bytes = answer.into_body().collect().await.map_err(|error| error.to_string())?.to_bytes();
    let told = |what: &str| format!("{method} {url}: {what}: {}", String::from_utf8_lossy(&bytes));
    if !status.is_success() {
        return Err(told(&status.to_string()));
    }
    serde_json::from_slice(&bytes).map_err(|error| told(&error.to_string()))
}

/// A loopback port that is free now.
pub fn free_port() -> u16 {
    std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}
