//! Makes the calls. A read is aborted when its reactive owner goes; a send never is.

use std::pin::Pin;

use gloo_net::http::{Request, RequestBuilder, Response};
use leptos::prelude::{Owner, on_cleanup};
use push_api::Accepted;
use push_api::json;
use push_api::proxy::{IDEMPOTENCY_KEY, IDEMPOTENCY_REPLAYED, REQUEST_ID};
use send_wrapper::SendWrapper;
use serde::de::DeserializeOwned;
use web_sys::{AbortController, AbortSignal, RequestCache, RequestCredentials, RequestMode, RequestRedirect};

use super::credential::OperatorToken;
use super::endpoint::Endpoint;
use super::error::ApiError;

/// Knows where the proxy is and who is asking.
#[derive(Clone, PartialEq, Eq)]
pub struct Client {
    origin: String,
    token: Option<OperatorToken>,
}

/// An answer with the text that it came as, for those who check every byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received<T> {
    /// The answer.
    pub value: T,
    /// Its text as it came.
    pub text: String,
    /// Id under which the proxy logged the request.
    pub request_id: Option<String>,
    /// True when the proxy gave an earlier answer again.
    pub is_replayed: bool,
}

impl Client {
    /// A client of the proxy at `origin` (no slash at its end; empty is the page's own origin).
    pub fn new(origin: String, token: Option<OperatorToken>) -> Self {
        Self { origin, token }
    }

    /// Makes the call and gives the answer.
    pub async fn send<T: DeserializeOwned>(&self, endpoint: Endpoint) -> Result<T, ApiError> {
        self.receive(endpoint).await.map(|received| received.value)
    }

    /// Makes the call and gives the answer with its text.
    pub fn receive<T: DeserializeOwned>(
        &self,
        endpoint: Endpoint,
    ) -> impl Future<Output = Result<Received<T>, ApiError>> + use<T> {
        let is_send = endpoint.send.is_some();
        // The owner is known only now, before the first await.
        let signal = if is_send { None } else { abort_with_owner() };
        let request = self.request(endpoint, signal.as_ref());
        // Boxed, so that the call itself is compiled once and not for every type of answer.
        let text: Pin<Box<dyn Future<Output = Result<Text, ApiError>>>> =
            Box::pin(async move { whole(fetch(request, signal).await?).await });
        async move { text.await?.read() }
    }

    /// Submits a push. The operation is named by the body, a `Location` header, or an `operation-id` header.
    pub async fn submit(&self, send: Endpoint) -> Result<Accepted, ApiError> {
        let answer = fetch(self.request(send, None), None).await?;
        let (status, headers) = (answer.status(), answer.headers());
        let text = text_of(answer).await?;
        let (location, id) = (headers.get("Location"), headers.get("operation-id"));
        Accepted::find(text.as_bytes(), location.as_deref(), id.as_deref())
            .ok_or_else(|| unreadable(status, &text, "no operation is named".to_owned()))
    }

    /// Whether anything answers at the proxy's address at all. The answer itself cannot be read: it is asked for
    /// without CORS, so that an origin that is not allowed can be told from a proxy that is down.
    pub async fn is_reached(&self) -> bool {
        let url = format!("{}{}", self.origin, Endpoint::health().path);
        let request = RequestBuilder::new(&url)
            .mode(RequestMode::NoCors)
            .credentials(RequestCredentials::Omit)
            .cache(RequestCache::NoStore);
        request.send().await.is_ok()
    }

    fn request(&self, endpoint: Endpoint, signal: Option<&AbortSignal>) -> Result<Request, gloo_net::Error> {
        let url = format!("{}{}", self.origin, endpoint.path);
        let builder = if endpoint.send.is_some() {
            RequestBuilder::new(&url).method(gloo_net::http::Method::POST)
        } else {
            RequestBuilder::new(&url)
        };
        let mut builder = builder
            .header("Accept", "application/json")
            .credentials(RequestCredentials::Omit)
            .redirect(RequestRedirect::Error)
            .cache(RequestCache::NoStore)
            .abort_signal(signal);
        if let Some(token) = &self.token {
            builder = builder.header("Authorization", &token.header());
        }
        match endpoint.send {
            Some(send) => builder
                .header("Content-Type", "application/json")
                .header(IDEMPOTENCY_KEY, &send.idempotency_key)
                .body(send.body),
            None => builder.build(),
        }
    }
}

async fn fetch(
    request: Result<Request, gloo_net::Error>,
    signal: Option<AbortSignal>,
) -> Result<Response, ApiError> {
    let request = request.map_err(|error| ApiError::Unreachable { detail: error.to_string() })?;
    request.send().await.map_err(|error| match signal {
        Some(signal) if signal.aborted() => ApiError::Aborted,
        _ => ApiError::Unreachable { detail: error.to_string() },
    })
}

/// The text of a success.
async fn text_of(answer: Response) -> Result<String, ApiError> {
    let (status, headers) = (answer.status(), answer.headers());
    let text = answer.text().await.map_err(|error| ApiError::Unexpected {
        detail: format!("HTTP {status}; the answer broke off: {error}"),
    })?;
    if answer.ok() {
        Ok(text)
    } else {
        Err(ApiError::from_answer(status, &text, headers.get("Retry-After").as_deref()))
    }
}

/// A success before it is known what it says.
struct Text {
    status: u16,
    text: String,
    request_id: Option<String>,
    is_replayed: bool,
}

async fn whole(answer: Response) -> Result<Text, ApiError> {
    let (status, headers) = (answer.status(), answer.headers());
    let text = text_of(answer).await?;
    let request_id = headers.get(REQUEST_ID);
    Ok(Text { status, text, request_id, is_replayed: headers.get(IDEMPOTENCY_REPLAYED).is_some() })
}

impl Text {
    fn read<T: DeserializeOwned>(self) -> Result<Received<T>, ApiError> {
        let Self { status, text, request_id, is_replayed } = self;
        match json::read(&text) {
            Ok(value) => Ok(Received { value, text, request_id, is_replayed }),
            Err(error) => Err(unreadable(status, &text, error.to_string())),
        }
    }
}

/// A success whose text is not what was asked for.
fn unreadable(status: u16, text: &str, why: String) -> ApiError {
    let text = text.trim();
    if text.starts_with('<') {
        ApiError::NotJson { status, excerpt: text.chars().take(200).collect() }
    } else {
        ApiError::Unexpected { detail: format!("HTTP {status}; {why}") }
    }
}

/// A signal that fires when the current reactive owner is cleaned up; none outside of one.
fn abort_with_owner() -> Option<AbortSignal> {
    let _owner = Owner::current()?;
    let controller = AbortController::new().ok()?;
    let signal = controller.signal();
    let controller = SendWrapper::new(controller);
    on_cleanup(move || controller.abort());
    Some(signal)
}
