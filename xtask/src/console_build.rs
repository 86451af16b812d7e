//! Builds the console with Trunk, and skips that when nothing it is made from has changed.
//!
//! The result knows no proxy: `console_folder` adds what depends on where the console is hosted.

use std::fs;
use std::path::PathBuf;

use crate::compress;
use crate::failure::Outcome;
use crate::fingerprint;
use crate::folder;
use crate::html_text;
use crate::process;
use crate::second_module::Splitting;
use crate::step::Step;
use crate::style_bundle;
use crate::tools::{Toolbox, lock};
use crate::worker;
use crate::workspace::Workspace;

/// How the console is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// As small as it gets, in two modules, hashed names, compressed neighbours.
    Release,
    /// Quickly, with lasting names, for the person who changes it.
    Dev,
}

impl Kind {
    /// The name of its folder below the console's.
    pub fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Dev => "dev",
        }
    }

    fn flags(self) -> &'static [&'static str] {
        match self {
            Self::Release => &["--release", "--features", "split"],
            Self::Dev => &["--filehash", "false"],
        }
    }
}

/// Trunk's output, up to date.
pub struct Built {
    /// The folder that holds `index.html` and everything it loads.
    pub folder: PathBuf,
    /// The fingerprint of what it was made from.
    pub fingerprint: String,
    /// How it was built.
    pub kind: Kind,
    /// Keeps other builds of this clone away for as long as the folder is read; none in tests.
    pub _held: Option<fs::File>,
}

/// Builds it, or finds it built from just these inputs.
///
/// # Errors
/// When a file cannot be read or written, or the build fails.
pub fn build(workspace: &Workspace, tools: &Toolbox, kind: Kind) -> Outcome<Built> {
    let step = Step::begin(format!("Console ({})", kind.name()));
    let home = workspace.console().join(kind.name());
    folder::make(&home)?;
    let held = Some(lock(&home.join("lock"), || step.working("waiting for another build"))?);

    let folder = home.join("trunk");
    let stamp = home.join("fingerprint");
    let inputs = fingerprint::inputs(&workspace.root)?;
    let compiler = process::text(process::command("rustc").arg("--version"))?;
    let words = tools.labels().chain([compiler.as_str()]).chain(kind.flags().iter().copied());
    let fingerprint = fingerprint::of(&workspace.root, &inputs, words)?;
    let is_built = fs::read_to_string(&stamp).is_ok_and(|text| text == fingerprint);
    if is_built && folder.join("index.html").is_file() {
        step.done("unchanged");
        return Ok(Built { folder, fingerprint, kind, _held: held });
    }

    step.working("building");
    // From here until the end the folder is not what the stamp says.
    folder::remove(&stamp)?;
    let mut trunk = process::command("trunk");
    trunk
        .current_dir(&workspace.root)
        .args(["build", "--offline", "--skip-version-check"])
        .args(kind.flags())
        .arg("--dist")
        .arg(&folder)
        .env("NO_COLOR", "true")
        .env("CARGO_TARGET_DIR", &workspace.target);
    let splitting = match kind {
        Kind::Release => Some(Splitting::set_up(&mut trunk, tools, &home)?),
        Kind::Dev => {
            tools.put_first(&mut trunk)?;
            None
        }
    };
    process::run(&mut trunk)?;
    worker::finish(&folder, kind == Kind::Release)?;
    if let Some(splitting) = splitting {
        splitting.place(&folder)?;
        html_text::forbid(&folder)?;
        style_bundle::join(&folder)?;
        step.working("compressing");
        compress::neighbours(&folder)?;
    } else {
        style_bundle::switch_on(&folder)?;
    }
    folder::write(&home, "fingerprint", &fingerprint)?;
    step.done("built");
    Ok(Built { folder, fingerprint, kind, _held: held })
}
