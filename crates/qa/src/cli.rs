//! The command line. Reads files, asks the library, prints what it says, and turns that into an exit code: 0 clean,
//! 1 found, 2 bad input. Decides nothing about lists or texts itself.

mod attack;
mod bad_input;
mod check;
mod compare;
mod draft;
mod file;
mod list;
mod output;
mod settings;
mod split;
mod text;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use bad_input::BadInput;

/// Exit code for input that cannot be read.
const BAD_INPUT: u8 = 2;

/// Checks what every recipient of a push would get, before anything is sent.
#[derive(Debug, Parser)]
#[command(name = "push-qa", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check a draft for every recipient of a list. Exits with 1 when something blocks the send.
    Check(check::Args),
    /// Try to break a draft with made-up recipients. Exits with 1 when something that blocks a send was brought about.
    Break(attack::Args),
    /// Split a list into sends that keep within every limit. Exits with 1 when rows are in no send.
    Split(split::Args),
    /// Compare a draft with an earlier one, or the pushes of two rows. Exits with 1 when they differ.
    Compare(compare::Args),
}

/// What a command came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing that stops anybody.
    Clean,
    /// What was looked for was found.
    Found,
}

impl Outcome {
    fn found(is_found: bool) -> Self {
        if is_found { Self::Found } else { Self::Clean }
    }
}

/// Does what the command line says; returns the process's exit code.
pub fn run(cli: Cli) -> ExitCode {
    let outcome = match cli.command {
        Command::Check(args) => check::run(&args),
        Command::Break(args) => attack::run(&args),
        Command::Split(args) => split::run(&args),
        Command::Compare(args) => compare::run(&args),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::FAILURE,
        Err(bad) => {
            eprintln!("{bad}");
            ExitCode::from(BAD_INPUT)
        }
    }
}
