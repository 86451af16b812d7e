//! The tool as a build server runs it: the real binary, its output and its exit codes.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "cli/bad_input.rs"]
mod bad_input;
#[path = "cli/check.rs"]
mod check;
#[path = "cli/others.rs"]
mod others;
#[path = "cli/page.rs"]
mod page;
#[path = "cli/same_bytes.rs"]
mod same_bytes;

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// What a run of the tool came to.
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// A folder with files for the tool, gone at the end of the test.
struct Folder(TempDir);

impl Folder {
    fn new(files: &[(&str, &[u8])]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        files.iter().for_each(|(name, bytes)| std::fs::write(folder.path(name), bytes).unwrap());
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs the tool in the folder.
    fn run(&self, line: &str) -> Run {
        run(self.0.path(), line)
    }
}

fn run(folder: &Path, line: &str) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_push-qa"));
    let output = command.current_dir(folder).args(line.split(' ')).output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

const DRAFT: &[u8] = br#"{"title": "Hi {{ name }}", "body": "Your order {{ order }} is on its way."}"#;
const LIST: &[u8] = b"userId,name,order\ncomms_user_1,Ada,17\ncomms_user_2,Grace,18\n";

/// A draft and a list that fit together.
fn clean() -> Folder {
    Folder::new(&[("draft.json", DRAFT), ("list.csv", LIST)])
}
