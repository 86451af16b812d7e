//! Connections to the upstream: plain on loopback, TLS elsewhere, and never longer in the making than allowed.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::http::Uri;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder, MaybeHttpsStream};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tower::{BoxError, Service};

/// Connects within a time that covers the name's look-up, TCP and TLS together.
#[derive(Clone)]
pub struct Connector {
    inner: HttpsConnector<HttpConnector>,
    limit: Duration,
}

impl Connector {
    /// With `tls`, plain connections are refused.
    pub fn new(tls: bool, limit: Duration) -> Self {
        // The roots are part of the binary, so that it needs nothing of the machine that it runs on.
        let roots = HttpsConnectorBuilder::new().with_webpki_roots();
        let schemes = if tls { roots.https_only() } else { roots.https_or_http() };
        let mut http = HttpConnector::new();
        http.enforce_http(false);
        http.set_nodelay(true);
        Self { inner: schemes.enable_http1().wrap_connector(http), limit }
    }
}

impl Service<Uri> for Connector {
    type Response = MaybeHttpsStream<TokioIo<TcpStream>>;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, BoxError>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let connecting = self.inner.call(uri);
        let limit = self.limit;
        Box::pin(async move { tokio::time::timeout(limit, connecting).await? })
    }
}
