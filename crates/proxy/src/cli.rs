//! The command line: `serve` and `config-keys`. Turns words into a configuration or into one clear sentence.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::config::layer::Layers;
use crate::config::{BadConfig, Config, key, key_text};
use crate::serve::{self, NotStarted};

/// Exit code for a configuration that is refused.
const BAD_CONFIG: u8 = 2;

/// The proxy between the push console and the push notifications API.
#[derive(Debug, Parser)]
#[command(name = "push-proxy", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start the proxy and answer until it is stopped.
    Serve(Flags),
    /// List every configuration key with its name in the environment, its default and its meaning.
    ConfigKeys {
        /// As a configuration file in which every key is commented out.
        #[arg(long)]
        toml: bool,
    },
}

/// Flags of `serve`; each goes before the same key in the environment and in the file.
#[derive(Debug, Default, Args)]
struct Flags {
    /// Configuration file (TOML).
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Address and port to listen on; port 0 takes a free one.
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
    /// Folder of the built console, to serve it on the same origin.
    #[arg(long, value_name = "DIR")]
    console: Option<String>,
    /// `sandbox`, or the base URL of the API.
    #[arg(long, value_name = "sandbox|URL")]
    upstream: Option<String>,
}

/// Does what the command line says; returns the process's exit code.
pub async fn run(cli: Cli) -> ExitCode {
    match cli.command {
        Command::ConfigKeys { toml } => {
            print!("{}", if toml { key_text::example_file() } else { key_text::list() });
            ExitCode::SUCCESS
        }
        Command::Serve(flags) => match serve(flags).await {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{error}");
                match error {
                    NotStarted::BadConfig(_) => ExitCode::from(BAD_CONFIG),
                    NotStarted::Refused(_) => ExitCode::FAILURE,
                }
            }
        },
    }
}

async fn serve(flags: Flags) -> Result<(), NotStarted> {
    let config = Config::read(&layers(flags)?)?;
    log_from(config.log);
    let stopped = stop_signal().map_err(|error| NotStarted::Refused(error.to_string()))?;
    let running = serve::start(config).await?;
    println!("{}", running.ready());
    stopped.await;
    tracing::info!("stopping: requests in flight are finished first");
    running.stop().await;
    Ok(())
}

fn layers(flags: Flags) -> Result<Layers, BadConfig> {
    let mut layers = Layers::default();
    if let Some(file) = flags.config {
        layers.add_file(&file.display().to_string(), &read(&file)?)?;
    }
    layers.add_environment(std::env::vars_os())?;
    for (key, flag, value) in [
        (&key::LISTEN, "--listen", flags.listen),
        (&key::CONSOLE, "--console", flags.console),
        (&key::UPSTREAM, "--upstream", flags.upstream),
    ] {
        if let Some(value) = value {
            layers.put(key, value, format!("the flag {flag}"));
        }
    }
    Ok(layers)
}

fn read(file: &Path) -> Result<String, BadConfig> {
    std::fs::read_to_string(file).map_err(|error| {
        BadConfig::new(format!("Cannot read the configuration file {}: {error}.", file.display()))
    })
}

/// Sends the proxy's own events to standard error, one JSON object a line. Other crates' events stay out: some
/// of them show what they send.
fn log_from(level: tracing::Level) {
    let ours = Targets::new().with_target("push_proxy", LevelFilter::from_level(level));
    let json = tracing_subscriber::fmt::layer().json().flatten_event(true).with_writer(std::io::stderr);
    tracing_subscriber::registry().with(json).with(ours).init();
    // The standard hook prints the panic's text, which may quote what was being worked on.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, "the proxy failed while answering");
    }));
}

/// Ends at the first SIGINT or SIGTERM.
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}
