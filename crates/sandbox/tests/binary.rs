//! The program `push-sandbox`: what it prints, and how it refuses to start.
#![allow(clippy::unwrap_used, missing_docs)]

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::process::{Command, Output, Stdio};

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_push-sandbox"));
    command.args(arguments).env_remove("PUSH_SANDBOX_ACCOUNT").env_remove("PUSH_SANDBOX_SECRET");
    command
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn it_says_where_it_listens_once_it_does() {
    let mut command = program(&["--listen", "127.0.0.1:0", "--api-shape", "reference"]);
    let mut child = command.env("PUSH_SANDBOX_SECRET", "s").stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address =
        line.trim().strip_prefix("Sandbox ready: http://").and_then(|rest| rest.strip_suffix("/v1"));
    let connected = address.map(|address| TcpStream::connect(address).is_ok());
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(connected, Some(true), "{line}");
}

#[test]
fn it_does_not_start_without_what_it_needs() {
    for (arguments, said) in [
        (&["--listen", "127.0.0.1:0"][..], "--secret"),
        (&["--secret", "", "--listen", "127.0.0.1:0"], "a secret"),
        (&["--secret", "s", "--account", "a:b", "--listen", "127.0.0.1:0"], "without a colon"),
        (&["--secret", "s", "--api-shape", "soap"], "guide, reference"),
        (&["--secret", "s", "--faults", "no-such-file.json"], "no-such-file.json"),
        (&["--secret", "s", "--faults", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")], "fault plan"),
    ] {
        let output = program(arguments).output().unwrap();
        assert!(!output.status.success(), "{arguments:?}");
        assert!(stderr(&output).contains(said), "{arguments:?}: {}", stderr(&output));
    }
}

#[test]
fn its_help_has_the_table_of_outcomes_and_never_the_secret() {
    let output = program(&["--help"]).env("PUSH_SANDBOX_SECRET", "hush-hush").output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    for prefix in push_sandbox::outcome::ROWS.iter().map(|row| row.prefix).chain(["two-"]) {
        assert!(help.contains(prefix), "{prefix} in {help}");
    }
    assert!(!help.contains("hush-hush"));
}
