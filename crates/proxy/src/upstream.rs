//! The way to the upstream: two clients, the credential, and the limits on how long it may take.
//!
//! Redirects are never followed, and nothing is ever repeated here.

mod clipped;
mod connect;
pub mod read;
pub mod send;
mod verdict;

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, Method, Request, Response, header};
use http_body_util::{BodyExt, Limited};
use hyper::body::Incoming;
use hyper_util::client::legacy::{Client, Error};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::time::Instant;

use crate::config::Timeouts;
use crate::config::credential::Credential;
use crate::config::upstream_url::UpstreamUrl;
use crate::policy::headers;
use crate::policy::route::Call;
use crate::problem::Problem;
use connect::Connector;

/// Seconds for which an unused connection for reads is kept.
const IDLE_SECONDS: u64 = 30;

/// The upstream, ready to be asked.
pub struct Upstream {
    url: UpstreamUrl,
    credential: Credential,
    timeouts: Timeouts,
    reads: Client<Connector, Body>,
    sends: Client<Connector, Body>,
}

/// A request to the upstream that has no credential yet.
pub struct Asking<'a> {
    /// The call, from the route table.
    pub call: &'a Call,
    /// The query as rewritten.
    pub query: &'a str,
    /// The caller's headers, of which only a few go on.
    pub headers: &'a HeaderMap,
    /// Id of the request.
    pub request_id: &'a HeaderValue,
}

/// Why there is no answer's head.
enum NoAnswer {
    /// No connection: nothing left this machine.
    NotConnected,
    /// It took too long.
    Late,
    /// The connection was lost, or what came was not HTTP.
    Lost,
}

impl Upstream {
    /// Prepares the clients; nothing is connected yet.
    pub fn new(url: UpstreamUrl, credential: Credential, timeouts: Timeouts) -> Self {
        let connector = Connector::new(url.is_tls(), timeouts.connect);
        let mut builder = Client::builder(TokioExecutor::new());
        builder.pool_timer(TokioTimer::new()).pool_idle_timeout(Duration::from_secs(IDLE_SECONDS));
        let reads = builder.build(connector.clone());
        // A send has a connection of its own. A kept one that the upstream is just closing would turn what was
        // no send at all into an unknown outcome; and the client must never repeat a send by itself.
        let sends = builder.pool_max_idle_per_host(0).retry_canceled_requests(false).build(connector);
        Self { url, credential, timeouts, reads, sends }
    }

    /// Asks, and waits for the head of the answer.
    async fn ask(
        &self,
        client: &Client<Connector, Body>,
        asking: &Asking<'_>,
        body: Option<Bytes>,
    ) -> Result<Response<Incoming>, NoAnswer> {
        let uri = self.url.at(&asking.call.segments, asking.query).ok_or(NoAnswer::NotConnected)?;
        let mut headers = headers::to_upstream(asking.headers, asking.request_id, body.is_some());
        headers.insert(header::AUTHORIZATION, self.credential.header().clone());
        let method = if body.is_some() { Method::POST } else { Method::GET };
        let mut request = Request::new(body.map_or_else(Body::empty, Body::from));
        *request.method_mut() = method;
        *request.uri_mut() = uri;
        *request.headers_mut() = headers;
        match tokio::time::timeout(self.timeouts.reply, client.request(request)).await {
            Ok(answer) => answer.map_err(|error: Error| match error.is_connect() {
                true => NoAnswer::NotConnected,
                false => NoAnswer::Lost,
            }),
            Err(_) => Err(NoAnswer::Late),
        }
    }

    /// Reads a whole body of at most so many bytes until the deadline; `None` when it is longer, late or cut off.
    async fn collect(body: Incoming, most: usize, deadline: Instant) -> Option<Bytes> {
        let whole = Limited::new(body, most).collect();
        let whole = tokio::time::timeout_at(deadline, whole).await.ok()?.ok()?;
        Some(whole.to_bytes())
    }

    /// Takes a message of the upstream out of a problem when it gives the credential away.
    fn guard(&self, mut problem: Problem) -> Problem {
        if self.credential.is_in(&problem.message) {
            problem.message = verdict::WITHHELD.into();
        }
        problem
    }
}
