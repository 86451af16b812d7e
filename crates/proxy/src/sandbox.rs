//! The embedded sandbox as an upstream: started on loopback, spoken to over real HTTP like any other.

use push_sandbox::fault::FaultPlan;
use push_sandbox::server::{self, Options, Running};

use crate::config::credential::Credential;
use crate::config::upstream_url::UpstreamUrl;
use crate::config::{BadConfig, SandboxConfig, key};
use crate::secret::Secret;
use crate::serve::{NotStarted, no_random};

/// Account of the sandbox's credential.
const ACCOUNT: &str = "sandbox";

/// A sandbox that runs in this process.
pub struct Sandbox {
    running: Running,
    url: UpstreamUrl,
    credential: Credential,
}

impl Sandbox {
    /// Starts it, with a random secret unless one is configured.
    ///
    /// # Errors
    /// When the fault plan cannot be read, or the address cannot be listened on.
    pub fn start(config: &SandboxConfig) -> Result<Self, NotStarted> {
        let secret = match &config.secret {
            Some(secret) => secret.clone(),
            None => Secret::generate().map_err(no_random)?,
        };
        let running = server::start(Options {
            listen: config.listen,
            shape: config.shape.clone(),
            seed: config.seed,
            account: ACCOUNT.into(),
            secret: secret.expose().into(),
            plan: plan(config)?,
            ..Options::default()
        })
        .map_err(|error| {
            NotStarted::Refused(format!("The sandbox cannot listen on {}: {error}.", config.listen))
        })?;
        let credential = Credential::new(ACCOUNT, secret).map_err(BadConfig::new)?;
        let url = UpstreamUrl::parse(&running.base()).map_err(BadConfig::new)?;
        Ok(Self { running, url, credential })
    }

    /// Where it is.
    pub fn url(&self) -> &UpstreamUrl {
        &self.url
    }

    /// What it wants to be shown.
    pub fn credential(&self) -> &Credential {
        &self.credential
    }

    /// Lets its requests finish and ends it.
    pub async fn stop(self) {
        self.running.stop().await;
    }
}

fn plan(config: &SandboxConfig) -> Result<FaultPlan, BadConfig> {
    let Some(file) = &config.faults else { return Ok(FaultPlan::default()) };
    let wrong =
        |why: String| BadConfig::new(format!("`{}`, {}: {why}", key::SANDBOX_FAULTS.name, file.display()));
    let text = std::fs::read_to_string(file).map_err(|error| wrong(error.to_string()))?;
    serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))
}
