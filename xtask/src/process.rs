//! Starting other programs: with a clean environment, and with their words where they belong.
//!
//! Standard output stays free for what a task itself has to say; a program's progress goes to standard error.

use std::ffi::OsStr;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome};

/// A command without the variables that `cargo run` sets for this very program.
///
/// Build scripts watch some of them: left in, they would make cargo rebuild what nobody has changed.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        let is_ours = text.starts_with("CARGO_PKG_")
            || matches!(&*text, "CARGO_MANIFEST_DIR" | "CARGO_MANIFEST_PATH" | "CARGO_PRIMARY_PACKAGE");
        if is_ours {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs to the end, everything it says on standard error.
///
/// # Errors
/// When it cannot be started or reports failure.
pub fn run(command: &mut Command) -> Outcome<()> {
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::from(io::stderr()))
        .status()
        .map_err(Failure::doing("start", shown(command)))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("{} failed: {status}", shown(command)))) }
}

/// Runs to the end and returns what it printed on standard output.
///
/// # Errors
/// When it cannot be started or reports failure; what it said on standard error is part of the message.
pub fn text(command: &mut Command) -> Outcome<String> {
    let output = command.stdin(Stdio::null()).output().map_err(Failure::doing("start", shown(command)))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Failure::new(format!("{} failed: {}\n{}", shown(command), output.status, said.trim_end())))
}

/// Runs to the end, passes its standard output through line by line and hands it to `each`; true on success.
///
/// # Errors
/// When it cannot be started or read.
pub fn tee(command: &mut Command, mut each: impl FnMut(&str)) -> Outcome<bool> {
    let name = shown(command);
    let start = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let mut child = start.map_err(Failure::doing("start", &name))?;
    if let Some(out) = child.stdout.take() {
        let mut reader = BufReader::new(out);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).map_err(Failure::doing("read from", &name))? > 0 {
            let mut stdout = io::stdout().lock();
            stdout.write_all(&line).map_err(Failure::doing("write", "standard output"))?;
            each(String::from_utf8_lossy(&line).trim_end());
            line.clear();
        }
    }
    Ok(child.wait().map_err(Failure::doing("wait for", &name))?.success())
}

/// Becomes the other program: same process, same terminal, same signals, so nothing can be left behind.
///
/// Returns only when that program could not be started.
pub fn become_program(command: &mut Command) -> Failure {
    use std::os::unix::process::CommandExt as _;
    let error = command.exec();
    Failure::doing("start", shown(command))(error)
}

/// The first file of this name in the folders of PATH.
pub fn find_on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| is_executable(file))
}

/// True for a file that may be run.
pub fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    file.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

/// The command as one would type it, without its environment.
fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    format!("`{}`", words.join(" "))
}
