//! Accepts connections, at most so many at a time, and at the end waits for what is under way.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use super::app::App;
use crate::config::Config;

/// Most bytes of a request's head.
const MAX_HEAD_BYTES: usize = 64 * 1024;
/// Pause after the machine refused to accept, when it has no more files to give for one.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Limits on connections.
pub struct Limits {
    connections: usize,
    request_head: Duration,
    shutdown: Duration,
}

impl Limits {
    /// The configured ones.
    pub fn of(config: &Config) -> Self {
        Self {
            connections: config.connections,
            request_head: config.timeouts.request_head,
            shutdown: config.timeouts.shutdown,
        }
    }
}

/// Serves until told to stop, then closes the listener and waits for requests and sends in flight.
pub async fn accept(
    listener: TcpListener,
    router: Router,
    app: Arc<App>,
    limits: Limits,
    stop: CancellationToken,
) {
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(limits.connections));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.request_head).max_header_size(MAX_HEAD_BYTES);
    loop {
        let next = async {
            let place = places.clone().acquire_owned().await;
            (place, listener.accept().await.map(|(stream, _)| stream))
        };
        let (place, stream) = tokio::select! {
            next = next => next,
            () = stop.cancelled() => break,
        };
        let Some(stream) = usable(stream).await else { continue };
        let service = TowerToHyperService::new(router.clone());
        let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            // A connection ends in an error when its other side misbehaves or leaves: nobody is to be told.
            let _: Result<(), hyper::Error> = connection.await;
            drop(place);
        });
    }
    drop(listener);
    app.sends.close();
    let all_done = async {
        graceful.shutdown().await;
        app.sends.wait().await;
    };
    if tokio::time::timeout(limits.shutdown, all_done).await.is_err() {
        tracing::warn!("requests were still in flight at the end of the time for shutdown");
        return;
    }
    app.ledger.close().await;
}

async fn usable(accepted: std::io::Result<TcpStream>) -> Option<TcpStream> {
    match accepted {
        Ok(stream) => {
            // Answers are small and waited for; a connection that refuses this still works.
            let _ = stream.set_nodelay(true);
            Some(stream)
        }
        Err(_) => {
            tokio::time::sleep(ACCEPT_PAUSE).await;
            None
        }
    }
}
