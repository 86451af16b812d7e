//! The running proxy: it binds, answers until it is told to stop, and then lets requests in flight finish.

mod answer;
mod app;
mod arrival;
mod body;
mod connections;
mod dress;
mod lent;
mod recorded;
mod send;
mod way;

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::middleware::from_fn_with_state;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tower_http::catch_panic::CatchPanicLayer;

use crate::config::{BadConfig, Config};
use crate::ledger::{Ledger, Terms, now_ms};
use crate::problem::Problem;
use crate::sandbox::Sandbox;
use crate::secret::Secret;
use app::App;

/// What a try may take beside its call to the upstream.
const LEASE_MARGIN: Duration = Duration::from_secs(30);
/// How often sends that are of age are deleted.
const BETWEEN_FORGETTING: Duration = Duration::from_secs(3600);

/// Why the proxy did not start.
#[derive(Debug)]
pub enum NotStarted {
    /// The configuration has a mistake that shows only when it is put to use.
    BadConfig(BadConfig),
    /// The machine did not give what was asked for.
    Refused(String),
}

impl fmt::Display for NotStarted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadConfig(mistake) => mistake.fmt(f),
            Self::Refused(sentence) => f.write_str(sentence),
        }
    }
}

impl std::error::Error for NotStarted {}

impl From<BadConfig> for NotStarted {
    fn from(mistake: BadConfig) -> Self {
        Self::BadConfig(mistake)
    }
}

/// A proxy that answers.
pub struct Running {
    address: SocketAddr,
    generated: Option<Secret>,
    has_console: bool,
    stop: CancellationToken,
    accepting: JoinHandle<()>,
    sandbox: Option<Sandbox>,
}

/// Starts the proxy, and the embedded sandbox when that is the upstream.
///
/// # Errors
/// When the console's folder, the ledger's database, the fault plan or the address to listen on cannot be used.
pub async fn start(config: Config) -> Result<Running, NotStarted> {
    let listener = listen(config.listen).await?;
    let address = listener.local_addr().map_err(|error| NotStarted::Refused(error.to_string()))?;
    let (token, generated) = match config.operator_token.clone() {
        Some(token) => (token, None),
        None => {
            let made = Secret::generate().map_err(no_random)?;
            (made.clone(), Some(made))
        }
    };
    let ledger = open_ledger(&config).await?;
    let (app, sandbox) = App::build(&config, address, &token, ledger)?;
    let app = Arc::new(app);
    let stop = CancellationToken::new();
    tokio::spawn(forget_now_and_then(app.ledger.clone(), stop.clone()));
    let limits = connections::Limits::of(&config);
    let has_console = app.console.is_some();
    let accepting =
        tokio::spawn(connections::accept(listener, router(app.clone()), app, limits, stop.clone()));
    Ok(Running { address, generated, has_console, stop, accepting, sandbox })
}

impl Running {
    /// The address that is listened on, with the actual port.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What to print when ready. Only a token that was made at this start is shown.
    pub fn ready(&self) -> String {
        let token = self.generated.as_ref().map(Secret::expose);
        let address = self.address;
        match (self.has_console, token) {
            (true, Some(token)) => format!("Console ready: http://{address}/#token={token}"),
            (true, None) => format!("Console ready: http://{address}/"),
            (false, Some(token)) => format!("Operator token: {token}\nProxy ready: http://{address}"),
            (false, None) => format!("Proxy ready: http://{address}"),
        }
    }

    /// Takes no new connection and waits for the requests in flight, for as long as the configuration allows.
    pub async fn stop(self) {
        self.stop.cancel();
        // An error means that the accepting task was ended from outside: it has stopped then too.
        let _ = self.accepting.await;
        if let Some(sandbox) = self.sandbox {
            sandbox.stop().await;
        }
    }
}

/// The ledger of this configuration. A try holds a send for as long as a call to the upstream may take, and a while.
async fn open_ledger(config: &Config) -> Result<Ledger, NotStarted> {
    let lease = config.timeouts.total + LEASE_MARGIN;
    Ledger::open(&config.database, Terms { age: config.ledger_age, lease }).await.map_err(|fault| {
        NotStarted::Refused(format!("{fault}. It is {:?}; DATABASE_URL says where it is.", config.database))
    })
}

/// Deletes sends that are of age, until the proxy stops.
async fn forget_now_and_then(ledger: Ledger, stop: CancellationToken) {
    loop {
        match ledger.forget(now_ms()).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "sends that are of age were forgotten"),
            Err(fault) => tracing::warn!(%fault, "sends that are of age could not be forgotten"),
        }
        tokio::select! {
            () = tokio::time::sleep(BETWEEN_FORGETTING) => {}
            () = stop.cancelled() => return,
        }
    }
}

/// The layers around the way of a request, from the outside in.
fn router(app: Arc<App>) -> Router {
    let way = Router::new().fallback(way::walk).with_state(app.clone());
    dressed(way, app)
}

/// Dresses every answer, that of a panic too.
fn dressed(way: Router, app: Arc<App>) -> Router {
    let caught =
        CatchPanicLayer::custom(|_| axum::response::IntoResponse::into_response(Problem::internal()));
    way.layer(caught).layer(from_fn_with_state(app, dress::dress))
}

async fn listen(address: SocketAddr) -> Result<TcpListener, NotStarted> {
    TcpListener::bind(address).await.map_err(|error| {
        NotStarted::Refused(match error.kind() {
            std::io::ErrorKind::AddrInUse => format!(
                "Port {} of {} is in use by another program. Stop that one, or choose another port with --listen.",
                address.port(),
                address.ip()
            ),
            _ => format!("Cannot listen on {address}: {error}."),
        })
    })
}

/// The sentence for a machine without random bytes.
pub(crate) fn no_random(error: getrandom::Error) -> NotStarted {
    NotStarted::Refused(format!("The system gave no random bytes for a token: {error}."))
}

#[cfg(test)]
mod tests;
