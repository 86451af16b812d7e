//! What the proxy is to do, read once at start from a file, the environment and flags.
//!
//! A mistake is refused with one sentence that names it; nothing is guessed and nothing secret is shown.

pub mod credential;
pub mod key;
pub mod key_text;
pub mod layer;
pub mod upstream_url;
pub mod value;

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use push_api::proxy::ApiShape;

use crate::ledger::Place;
use crate::policy::host::HostName;
use crate::policy::origin::Origin;
use crate::secret::Secret;
use credential::Credential;
use layer::Layers;
use upstream_url::UpstreamUrl;
use value::{duration, list, number, optional, parsed, secret, value};

/// Most bytes of a send's body that can be configured: 25 MB.
pub const MAX_SEND_BODY_BYTES: usize = 25 * 1024 * 1024;
/// Fewest characters of an operator token.
const MIN_TOKEN_CHARS: usize = 16;

/// One sentence saying what is wrong with the configuration, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadConfig(String);

impl BadConfig {
    /// Takes the sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for BadConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadConfig {}

/// Where requests go.
pub enum Target {
    /// The embedded sandbox.
    Sandbox(SandboxConfig),
    /// An upstream, with the credential for it.
    Live(UpstreamUrl, Credential),
}

/// How the embedded sandbox is started.
pub struct SandboxConfig {
    /// Loopback address; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Generation of JSON.
    pub shape: ApiShape,
    /// Seed of everything that is decided by chance.
    pub seed: u64,
    /// Secret of its account; a random one when `None`.
    pub secret: Option<Secret>,
    /// File with a fault plan.
    pub faults: Option<PathBuf>,
}

/// How long things may take.
#[derive(Debug, Clone, Copy)]
pub struct Timeouts {
    /// A connection to the upstream, TLS included.
    pub connect: Duration,
    /// The head of the upstream's answer.
    pub reply: Duration,
    /// A whole call to the upstream.
    pub total: Duration,
    /// The head of a request.
    pub request_head: Duration,
    /// The body of a send.
    pub request_body: Duration,
    /// Requests in flight at shutdown.
    pub shutdown: Duration,
}

/// Everything that can be configured.
pub struct Config {
    /// Address to listen on.
    pub listen: SocketAddr,
    /// Where requests go.
    pub target: Target,
    /// Generation of the upstream's JSON, as told to the console.
    pub api_shape: ApiShape,
    /// Whether the upstream lists operations, as told to the console.
    pub operations_list: bool,
    /// Names that are answered; empty for the loopback names with the actual port.
    pub hosts: Vec<HostName>,
    /// Other sites whose pages may call.
    pub origins: Vec<Origin>,
    /// The configured operator token; one is made when `None`.
    pub operator_token: Option<Secret>,
    /// Folder of the built console.
    pub console: Option<PathBuf>,
    /// How long things may take.
    pub timeouts: Timeouts,
    /// Largest body of a send in bytes.
    pub send_body_bytes: usize,
    /// Most connections at a time.
    pub connections: usize,
    /// Where sends are recorded.
    pub database: Place,
    /// How long a finished send is remembered.
    pub ledger_age: Duration,
    /// Least severe level that is logged.
    pub log: tracing::Level,
}

impl Config {
    /// Reads every key of the table from what was given.
    ///
    /// # Errors
    /// The first mistake.
    pub fn read(layers: &Layers) -> Result<Self, BadConfig> {
        let target = match value(layers, &key::UPSTREAM, |text| Ok(text.to_owned()))?.as_str() {
            "sandbox" => Target::Sandbox(sandbox(layers)?),
            _ => Target::Live(
                value(layers, &key::UPSTREAM, UpstreamUrl::parse)?,
                Credential::from_layers(layers)?,
            ),
        };
        let api_shape = match &target {
            Target::Sandbox(sandbox) => sandbox.shape.clone(),
            Target::Live(..) => optional(layers, &key::API_SHAPE, shape)?.unwrap_or_else(ApiShape::unknown),
        };
        Ok(Self {
            listen: value(layers, &key::LISTEN, parsed(ADDRESS))?,
            target,
            api_shape,
            operations_list: value(layers, &key::OPERATIONS_LIST, parsed("true or false"))?,
            hosts: optional(layers, &key::HOSTS, |text| list(text, HostName::parse))?.unwrap_or_default(),
            origins: optional(layers, &key::ORIGINS, |text| list(text, Origin::parse))?.unwrap_or_default(),
            operator_token: optional(layers, &key::OPERATOR_TOKEN, secret(MIN_TOKEN_CHARS))?,
            console: optional(layers, &key::CONSOLE, parsed("a path"))?,
            timeouts: timeouts(layers)?,
            send_body_bytes: value(layers, &key::LIMIT_SEND_BODY_BYTES, number(1, MAX_SEND_BODY_BYTES))?,
            connections: value(layers, &key::LIMIT_CONNECTIONS, number(1, 65_536))?,
            database: value(layers, &key::DATABASE_URL, Place::parse)?,
            ledger_age: value(layers, &key::LEDGER_AGE, duration)?,
            log: value(layers, &key::LOG, parsed("error, warn, info or debug"))?,
        })
    }
}

const ADDRESS: &str = "an address and port such as 127.0.0.1:8787";

fn timeouts(layers: &Layers) -> Result<Timeouts, BadConfig> {
    Ok(Timeouts {
        connect: value(layers, &key::TIMEOUT_CONNECT, duration)?,
        reply: value(layers, &key::TIMEOUT_REPLY, duration)?,
        total: value(layers, &key::TIMEOUT_TOTAL, duration)?,
        request_head: value(layers, &key::TIMEOUT_REQUEST_HEAD, duration)?,
        request_body: value(layers, &key::TIMEOUT_REQUEST_BODY, duration)?,
        shutdown: value(layers, &key::TIMEOUT_SHUTDOWN, duration)?,
    })
}

fn sandbox(layers: &Layers) -> Result<SandboxConfig, BadConfig> {
    let loopback = |text: &str| match parsed::<SocketAddr>(ADDRESS)(text) {
        Ok(address) if !address.ip().is_loopback() => Err(format!("`{text}` is not on loopback")),
        read => read,
    };
    Ok(SandboxConfig {
        listen: value(layers, &key::SANDBOX_LISTEN, loopback)?,
        shape: value(layers, &key::SANDBOX_SHAPE, shape)?,
        seed: value(layers, &key::SANDBOX_SEED, parsed("a whole number"))?,
        secret: optional(layers, &key::SANDBOX_SECRET, secret(1))?,
        faults: optional(layers, &key::SANDBOX_FAULTS, parsed("a path"))?,
    })
}

fn shape(text: &str) -> Result<ApiShape, String> {
    match ApiShape::from(text) {
        ApiShape::Unknown(_) => Err(format!("`{text}` is neither `guide` nor `reference`")),
        known => Ok(known),
    }
}

#[cfg(test)]
mod tests;
