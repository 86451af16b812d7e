//! Splits the console's module in two between compiler and wasm-bindgen.
//!
//! Trunk calls both by itself. So this very program stands in for wasm-bindgen while Trunk builds: it splits what the
//! compiler made, lets the real wasm-bindgen work on the first module, and puts the second one aside. What goes
//! where is said in the console's own `second_module.rs`; see docs/decisions/0007-two-modules.md.

mod glue;
mod stand_in;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::folder;
use crate::tools::Toolbox;

pub use stand_in::{optimiser_flags, requested, stand_in};

/// Names the real wasm-bindgen to the program that stands in for it.
const REAL: &str = "PUSH_CONSOLE_WASM_BINDGEN";
/// Names the folder for the second module.
const PUT: &str = "PUSH_CONSOLE_SECOND_MODULE";
/// What Trunk calls.
const NAME: &str = "wasm-bindgen";
/// How the names of the second module's files begin; no other file of the console does.
pub const PREFIX: &str = "second-";

/// A Trunk that builds the console in two modules. Its second one is in the folder afterwards.
pub struct Splitting(PathBuf);

impl Splitting {
    /// Lets `trunk` split; `home` is a folder for this build's own files.
    ///
    /// # Errors
    /// When a file cannot be made, or there is no wasm-bindgen to stand in for.
    pub fn set_up(trunk: &mut Command, tools: &Toolbox, home: &Path) -> Outcome<Self> {
        let (put, programs) = (home.join("second"), home.join("stand-in"));
        for folder in [&put, &programs] {
            folder::remove(folder)?;
            folder::make(folder)?;
        }
        let program = programs.join(NAME);
        fs::copy(this_program()?, &program).map_err(Failure::doing("write", program.display()))?;
        let real = tools.find(NAME).ok_or_else(|| Failure::new("there is no wasm-bindgen"))?;
        trunk.env("PATH", tools.path(Some(programs))?).env(REAL, real).env(PUT, &put);
        Ok(Self(put))
    }

    /// Puts the second module where the page looks for it.
    ///
    /// # Errors
    /// When there is none: then nothing was split.
    pub fn place(&self, console: &Path) -> Outcome<()> {
        let mut modules = folder::files(&self.0)?;
        let (Some(module), true) = (modules.pop(), modules.is_empty()) else {
            return Err(Failure::new("the console was not split in two modules"));
        };
        let name = module.file_name().map(OsString::from).unwrap_or_default();
        fs::copy(&module, console.join(name)).map_err(Failure::doing("copy", module.display()))?;
        Ok(())
    }
}

/// The file of this very program. Cargo may have put a newer one in its place since it was started.
fn this_program() -> Outcome<PathBuf> {
    let running = Path::new("/proc/self/exe");
    if running.exists() {
        return Ok(running.to_owned());
    }
    std::env::current_exe().map_err(Failure::doing("find", "this program"))
}
