//! What every request can see: the configuration as put to use, the upstream, and the record of sends.

use std::net::SocketAddr;
use std::time::Duration;

use push_api::limits::MAX_RECIPIENTS;
use push_api::proxy::{Mode, Session, SessionLimits};
use tokio_util::task::TaskTracker;

use super::NotStarted;
use crate::config::{Config, Target};
use crate::console::Console;
use crate::ledger::Ledger;
use crate::policy::host::{HostName, loopback_hosts};
use crate::policy::identity::{Operator, Operators};
use crate::policy::origin::Origin;
use crate::sandbox::Sandbox;
use crate::secret::Secret;
use crate::upstream::Upstream;

/// The proxy's shared state.
pub struct App {
    pub hosts: Vec<HostName>,
    pub origins: Vec<Origin>,
    pub operators: Operators,
    pub upstream: Upstream,
    pub console: Option<Console>,
    pub send_body_bytes: usize,
    pub request_body: Duration,
    /// Sends under way, which go on when their browser has gone.
    pub sends: TaskTracker,
    /// The record of sends.
    pub ledger: Ledger,
    session: Session,
}

impl App {
    /// Puts the configuration to use; starts the sandbox when that is the upstream.
    pub fn build(
        config: &Config,
        address: SocketAddr,
        token: &Secret,
        ledger: Ledger,
    ) -> Result<(Self, Option<Sandbox>), NotStarted> {
        let console = config.console.as_deref().map(Console::open).transpose()?;
        let (mode, url, credential, sandbox) = match &config.target {
            Target::Live(url, credential) => (Mode::Live, url.clone(), credential.clone(), None),
            Target::Sandbox(settings) => {
                let sandbox = Sandbox::start(settings)?;
                (Mode::Sandbox, sandbox.url().clone(), sandbox.credential().clone(), Some(sandbox))
            }
        };
        let session = Session {
            mode,
            api_shape: config.api_shape.clone(),
            upstream: url.as_str().to_owned(),
            scopes: Vec::new(),
            limits: SessionLimits { recipients: MAX_RECIPIENTS, send_body_bytes: config.send_body_bytes },
            operations_list: config.operations_list,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        };
        let hosts =
            if config.hosts.is_empty() { loopback_hosts(address.port()) } else { config.hosts.clone() };
        let app = Self {
            hosts,
            origins: config.origins.clone(),
            operators: Operators::single(&token.fingerprint()),
            upstream: Upstream::new(url, credential, config.timeouts),
            console,
            send_body_bytes: config.send_body_bytes,
            request_body: config.timeouts.request_body,
            sends: TaskTracker::new(),
            ledger,
            session,
        };
        Ok((app, sandbox))
    }

    /// What an operator's console is told about this proxy.
    pub fn session(&self, operator: &Operator) -> Session {
        Session { scopes: operator.scopes.clone(), ..self.session.clone() }
    }
}
