//! The binary `push-proxy`: reads the command line and hands over to the library.

use std::process::ExitCode;

use clap::Parser;
use push_proxy::cli::{Cli, run};

#[tokio::main]
async fn main() -> ExitCode {
    run(Cli::parse()).await
}
