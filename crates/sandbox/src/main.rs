//! The sandbox by itself: reads its options, starts, says where it listens, and ends on a signal.

use clap::Parser;
use push_api::proxy::ApiShape;
use push_sandbox::fault::FaultPlan;
use push_sandbox::outcome;
use push_sandbox::server::{self, Options};
use std::error::Error;
use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The push notifications API, emulated on this machine: nothing is sent to anybody.
#[derive(Parser)]
#[command(version, after_help = outcomes())]
struct Arguments {
    /// Where to listen; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8788", value_name = "ADDR")]
    listen: SocketAddr,
    /// Which generation of JSON to speak.
    #[arg(long, default_value = "guide", value_parser = ["guide", "reference"])]
    api_shape: String,
    /// Decides everything that is left to chance.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// User name of the Basic credential.
    #[arg(long, env = "PUSH_SANDBOX_ACCOUNT", default_value = "sandbox")]
    account: String,
    /// Password of the Basic credential. Better by environment: other users of a machine see arguments.
    #[arg(long, env = "PUSH_SANDBOX_SECRET", hide_env_values = true)]
    secret: String,
    /// A fault plan in JSON.
    #[arg(long, value_name = "FILE")]
    faults: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("push-sandbox: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    let plan = arguments.faults.as_deref().map(read_plan).transpose()?.unwrap_or_default();
    let Arguments { listen, api_shape, seed, account, secret, faults: _ } = arguments;
    let shape = ApiShape::from(api_shape);
    let running = server::start(Options { listen, shape, seed, account, secret, plan, ..Options::default() })
        .map_err(|error| format!("cannot start on {listen}: {error}"))?;
    writeln!(std::io::stdout(), "Sandbox ready: {}", running.base())?;
    ended().await?;
    running.stop().await;
    Ok(())
}

fn read_plan(path: &Path) -> Result<FaultPlan, String> {
    let text = std::fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    FaultPlan::from_json(&text).map_err(|bad| format!("{}: {bad}", path.display()))
}

/// Waits until somebody asks the process to end.
async fn ended() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminated = signal(SignalKind::terminate())?;
        tokio::select! {
            interrupted = tokio::signal::ctrl_c() => interrupted,
            _ = terminated.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}

/// The table of outcomes, for `--help`.
fn outcomes() -> String {
    let rows = outcome::ROWS.iter().map(|row| format!("\n  {:<13}{}", row.prefix, row.meaning));
    let two = format!("\n  {:<13}a user with two devices", outcome::TWO_DEVICES);
    format!(
        "What becomes of a notification is chosen by how its token or user id begins:{}{two}",
        rows.collect::<String>()
    )
}
