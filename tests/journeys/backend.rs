//! The real proxy with its embedded sandbox, as a program that can go down and come up again.

use std::path::PathBuf;

use tokio::process::Command;

use crate::child::{self, Program};
use crate::loopback::free_port;
use crate::sandbox::Sandbox;

/// The operator token that the journeys' proxy asks for.
pub const TOKEN: &str = "journey-operator-token-0123456789";
const SECRET: &str = "journey-sandbox-secret-0123456789";

/// How the proxy is to be started.
pub struct Setup {
    /// The program.
    pub program: PathBuf,
    /// Where it logs.
    pub log: PathBuf,
    /// `host:port` to listen on.
    pub listen: String,
    /// Origins of other sites whose pages may call.
    pub origins: String,
    /// The console's folder, when the proxy is to serve it.
    pub console: Option<PathBuf>,
    /// Generation of JSON that the sandbox speaks.
    pub shape: &'static str,
}

/// The proxy.
pub struct Backend {
    setup: Setup,
    sandbox_port: u16,
    program: Option<Program>,
}

impl Backend {
    /// Starts it and waits until it says that it is ready.
    pub async fn start(setup: Setup) -> Self {
        let mut backend = Self { setup, sandbox_port: free_port(), program: None };
        backend.up().await;
        backend
    }

    /// Brings it up. The sandbox is empty after every start.
    pub async fn up(&mut self) {
        let Setup { program, log, listen, origins, console, shape } = &self.setup;
        let mut command = Command::new(program);
        // Nothing of the surroundings may reach it: a developer's own credentials for one.
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(|name| {
                name.starts_with("PUSH_PROXY_") || name.starts_with("TWILIO_") || name == "DATABASE_URL"
            }) {
                command.env_remove(name);
            }
        }
        command
            .arg("serve")
            .env("DATABASE_URL", format!("sqlite:{}", log.with_extension("db").display()))
            .env("PUSH_PROXY_LISTEN", listen)
            .env("PUSH_PROXY_OPERATOR_TOKEN", TOKEN)
            .env("PUSH_PROXY_SANDBOX_LISTEN", format!("127.0.0.1:{}", self.sandbox_port))
            .env("PUSH_PROXY_SANDBOX_SECRET", SECRET)
            .env("PUSH_PROXY_SANDBOX_SHAPE", shape);
        match console {
            Some(folder) => command.env("PUSH_PROXY_CONSOLE", folder),
            None => command.env("PUSH_PROXY_ORIGINS", origins),
        };
        let is_ready = |line: &str| line.contains(" ready: ").then_some(());
        let (program, ()) = child::start(&mut command, log, is_ready).await;
        self.program = Some(program);
    }

    /// Takes it down, as a crash would.
    pub async fn down(&mut self) {
        if let Some(program) = self.program.take() {
            program.kill().await;
        }
    }

    /// The sandbox within.
    pub fn sandbox(&self) -> Sandbox {
        Sandbox::new(self.sandbox_port, SECRET)
    }
}
