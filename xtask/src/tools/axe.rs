//! axe-core, the accessibility checker that the journeys inject into every page. Only tests need it.

use std::path::PathBuf;

use super::cache::{Cache, Wanted};
use super::node;
use crate::failure::Outcome;

const VERSION: &str = "4.14.1";
const SCRIPT: &str = "lib/node_modules/axe-core/axe.min.js";

/// Finds or installs it, and returns the script to inject.
///
/// # Errors
/// When Node.js is missing or the install fails.
pub fn ensure(cache: &Cache) -> Outcome<PathBuf> {
    node::ensure("axe-core")?;
    let wanted = Wanted { name: "axe-core", version: VERSION, proof: SCRIPT, price: "a few seconds" };
    Ok(cache.ensure(&wanted, |staging| node::install(staging, "axe-core", VERSION))?.join(SCRIPT))
}
