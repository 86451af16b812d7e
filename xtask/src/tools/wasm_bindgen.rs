//! wasm-bindgen's command line (and its test runner), in exactly the version of the library in `Cargo.lock`.

use super::cache::{Cache, Wanted, cargo_install};
use super::{Tool, fitting_on_path};
use crate::failure::Outcome;
use crate::folder;
use crate::step::Step;
use crate::version::{Version, locked};
use crate::workspace::Workspace;

/// Finds or installs it.
///
/// # Errors
/// When the lock file does not name one version, or the install fails.
pub fn ensure(cache: &Cache, workspace: &Workspace) -> Outcome<Tool> {
    let step = Step::begin("wasm-bindgen");
    let version = locked(&folder::read(&workspace.root.join("Cargo.lock"))?, "wasm-bindgen")?;
    // Library and command line talk in a format that changes with every release.
    if fitting_on_path("wasm-bindgen", |found| Version::first_in(&version) == Some(found)).is_some()
        && fitting_on_path("wasm-bindgen-test-runner", |found| Version::first_in(&version) == Some(found))
            .is_some()
    {
        step.done(&format!("{version} on PATH"));
        return Ok(Tool { label: format!("wasm-bindgen {version}"), folder: None });
    }
    let wanted = Wanted {
        name: "wasm-bindgen",
        version: &version,
        proof: "bin/wasm-bindgen-test-runner",
        price: "a minute or two, once per version",
    };
    cache.program(&wanted, |staging| cargo_install(staging, "wasm-bindgen-cli", &version, &[]))
}
