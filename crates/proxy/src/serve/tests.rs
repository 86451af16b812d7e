#![allow(clippy::unwrap_used)]
use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use super::*;
use crate::config::key;
use crate::config::layer::Layers;

#[tokio::test]
async fn a_panic_is_an_answer_like_any_other() {
    let mut layers = Layers::default();
    for (key, text) in [
        (&key::UPSTREAM, "http://127.0.0.1:9"),
        (&key::ACCOUNT_SID, "AC1"),
        (&key::AUTH_TOKEN, "t"),
        (&key::DATABASE_URL, "sqlite::memory:"),
        (&key::ORIGINS, "https://console.example.com"),
    ] {
        layers.put(key, text, "a test");
    }
    let config = Config::read(&layers).map_err(|mistake| mistake.to_string()).unwrap();
    let address = SocketAddr::from(([127, 0, 0, 1], 8787));
    let ledger = open_ledger(&config).await.map_err(|why| why.to_string()).unwrap();
    let (app, _) =
        App::build(&config, address, &Secret::new("token"), ledger).map_err(|why| why.to_string()).unwrap();
    let broken = Router::new().fallback(|| async { panic!("canary: a fault of the proxy") as &'static str });
    let request = Request::get("/healthz")
        .header("host", "127.0.0.1:8787")
        .header("origin", "https://console.example.com")
        .body(Body::empty())
        .unwrap();
    let answer = dressed(broken, Arc::new(app)).oneshot(request).await.unwrap();
    assert_eq!(answer.status(), 500);
    assert_eq!(answer.headers()["access-control-allow-origin"], "https://console.example.com");
    assert!(answer.headers().contains_key("x-request-id"));
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    let text = String::from_utf8_lossy(&body);
    assert!(text.contains(r#""code":"internal""#) && !text.contains("canary"), "{text}");
}
