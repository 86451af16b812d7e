//! The wasm target of the Rust toolchain in use.

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::step::Step;

/// What the console is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the toolchain can compile for [`TARGET`].
///
/// # Errors
/// When it cannot and rustup cannot add it.
pub fn ensure() -> Outcome<()> {
    let step = Step::begin(format!("Rust target {TARGET}"));
    if is_there() {
        step.done("there");
        return Ok(());
    }
    if process::find_on_path("rustup").is_none() {
        return Err(Failure::new(format!(
            "the Rust toolchain cannot compile for {TARGET}, and rustup, which could add that, is not on PATH.\n\
             Install Rust from https://rustup.rs, or add the target in the way your toolchain came"
        )));
    }
    step.working("adding it with rustup");
    process::run(process::command("rustup").args(["target", "add", TARGET]))?;
    step.done("added");
    Ok(())
}

/// True when the toolchain has the target's standard library, with or without rustup.
fn is_there() -> bool {
    let asked =
        process::text(process::command("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    asked.is_ok_and(|folder| std::path::Path::new(folder.trim()).is_dir())
}
