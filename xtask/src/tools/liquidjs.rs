//! liquidjs, the template engine that push-liquid is compared with in a browser. Only benchmarks need it.

use std::path::PathBuf;

use super::cache::{Cache, Wanted};
use super::node;
use crate::failure::Outcome;

/// The release that is compared with.
pub const VERSION: &str = "10.30.1";
const SCRIPT: &str = "lib/node_modules/liquidjs/dist/liquid.browser.mjs";

/// Finds or installs it, and returns its module for browsers.
///
/// # Errors
/// When Node.js is missing or the install fails.
pub fn ensure(cache: &Cache) -> Outcome<PathBuf> {
    node::ensure("liquidjs")?;
    let wanted = Wanted { name: "liquidjs", version: VERSION, proof: SCRIPT, price: "a few seconds" };
    Ok(cache.ensure(&wanted, |staging| node::install(staging, "liquidjs", VERSION))?.join(SCRIPT))
}
