//! A program that a journey needs, and the line by which it says that it is ready. It never outlives its owner.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

const STARTS_WITHIN: Duration = Duration::from_secs(20);

/// A running program.
pub struct Program {
    process: Child,
    /// Kept open, so that the program can go on writing.
    _stdout: Lines<BufReader<ChildStdout>>,
}

/// Starts `command` and waits for the line of its standard output from which `is_ready` takes something.
/// What it writes to standard error goes into the file `log`, anew with every start.
pub async fn start<T>(
    command: &mut Command,
    log: &Path,
    is_ready: impl Fn(&str) -> Option<T>,
) -> (Program, T) {
    let name = format!("{:?}", command.as_std().get_program());
    let stderr = std::fs::OpenOptions::new().create(true).append(true).open(log).unwrap();
    let mut process = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(stderr)
        .kill_on_drop(true)
        .spawn()
        .unwrap_or_else(|error| panic!("{name} cannot be started: {error}"));
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let mut said = Vec::new();
    let ready = async {
        while let Some(line) = lines.next_line().await.unwrap() {
            if let Some(found) = is_ready(&line) {
                return Some(found);
            }
            said.push(line);
        }
        None
    };
    let found = tokio::time::timeout(STARTS_WITHIN, ready).await.ok().flatten();
    let Some(found) = found else {
        let errors = std::fs::read_to_string(log).unwrap_or_default();
        panic!("{name} did not become ready.\nIt said: {said:?}\nand on standard error:\n{errors}");
    };
    (Program { process, _stdout: lines }, found)
}

impl Program {
    /// Ends it at once, as a crash would, and waits until its ports are free.
    pub async fn kill(mut self) {
        self.process.kill().await.unwrap();
    }
}
