//! Starting and stopping the sandbox on its own listener.
//!
//! Connections are served here and not by `axum::serve`, because a fault may have to close one without a byte.

use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use push_api::proxy::ApiShape;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener as StdListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Handle;
use tokio::sync::oneshot;
use tokio::task::{JoinHandle, JoinSet};
use tower::ServiceExt;

use crate::fault::FaultPlan;
use crate::http::{self, Credential, Dropped, Face};
use crate::shape::Shape;
use crate::world::World;
use crate::world::clock::Clock;
use crate::world::store::Bounds;

/// How long requests in flight may take once the sandbox is told to stop.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long to wait when no connection can be accepted, for example because there are no file handles left.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// How a sandbox is to run. It holds a credential, so it has no `Debug`.
#[derive(Clone)]
pub struct Options {
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Which generation of JSON to speak.
    pub shape: ApiShape,
    /// Decides everything that is left to chance.
    pub seed: u64,
    /// User name of the Basic credential; without a colon.
    pub account: String,
    /// Password of the Basic credential. Has to be given.
    pub secret: String,
    /// What goes wrong from the start.
    pub plan: FaultPlan,
    /// What time it is.
    pub clock: Clock,
    /// What is kept at most.
    pub bounds: Bounds,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            shape: ApiShape::Guide,
            seed: 0,
            account: "sandbox".into(),
            secret: String::new(),
            plan: FaultPlan::default(),
            clock: Clock::default(),
            bounds: Bounds::default(),
        }
    }
}

/// A sandbox that runs. It ends when this is dropped, or in good order by [`Running::stop`].
#[must_use = "a sandbox ends when this is dropped"]
pub struct Running {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Running {
    /// Where it listens, with the port that it got.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The base address of the API, which paths like `/PushNotifications` are put behind.
    pub fn base(&self) -> String {
        base(self.address)
    }

    /// Takes no new connection, lets requests in flight finish for up to five seconds, and ends.
    pub async fn stop(self) {
        drop(self.stop);
        // The task ends by itself in any case; how it ended changes nothing for who stops it.
        let _ended = self.task.await;
    }
}

/// Starts a sandbox on the current Tokio runtime.
///
/// # Errors
/// When it cannot listen there, when the shape is unknown, the account or secret is empty or the account has a
/// colon, or when there is no runtime.
pub fn start(options: Options) -> io::Result<Running> {
    let refuse = |message: &str| io::Error::new(io::ErrorKind::InvalidInput, message);
    let runtime = Handle::try_current().map_err(io::Error::other)?;
    let shape = Shape::known(&options.shape).ok_or_else(|| refuse("the API shape is guide or reference"))?;
    let credential = Credential::new(&options.account, &options.secret)
        .ok_or_else(|| refuse("the sandbox needs an account without a colon, and a secret"))?;
    let listener = StdListener::bind(options.listen)?;
    listener.set_nonblocking(true)?;
    let listener = TcpListener::from_std(listener)?;
    let address = listener.local_addr()?;
    let world = World::new(options.seed, options.clock, options.plan, options.bounds);
    let face = Face::new(world, credential, shape, base(address));
    let (stop, stopped) = oneshot::channel();
    let task = runtime.spawn(accept(listener, http::router(Arc::new(face)), stopped));
    Ok(Running { address, stop, task })
}

fn base(address: SocketAddr) -> String {
    format!("http://{address}/v1")
}

async fn accept(listener: TcpListener, router: Router, mut stopped: oneshot::Receiver<()>) {
    let graceful = GracefulShutdown::new();
    // Dropped at the end of this task, which ends whatever outlived the patience.
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            _ = &mut stopped => break,
            Some(_) = connections.join_next() => {}
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    let watched = graceful.watch(connection(stream, router.clone()));
                    connections.spawn(async move {
                        if let Err(error) = watched.await {
                            tracing::debug!(%error, "a connection ended early");
                        }
                    });
                }
                Err(error) => {
                    tracing::warn!(%error, "the sandbox cannot accept a connection");
                    tokio::time::sleep(ACCEPT_PAUSE).await;
                }
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(PATIENCE, graceful.shutdown()).await.is_err() {
        tracing::warn!("the sandbox ends with requests in flight");
    }
}

fn connection(
    stream: TcpStream,
    router: Router,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> {
    // Small answers must not wait for more; that it cannot be set only costs time.
    let _slower = stream.set_nodelay(true);
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let router = router.clone();
        async move {
            let response = match router.oneshot(request.map(axum::body::Body::new) as Request).await {
                Ok(response) => response,
                Err(never) => match never {},
            };
            match response.extensions().get::<Dropped>() {
                Some(&dropped) => Err(dropped),
                None => Ok(response),
            }
        }
    });
    http1::Builder::new().timer(TokioTimer::new()).serve_connection(TokioIo::new(stream), service)
}
