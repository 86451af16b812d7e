//! What other people's libraries do the same work in a browser. Only benchmarks need them.

use std::path::PathBuf;

use super::cache::{Cache, Wanted};
use super::node;
use crate::failure::Outcome;

/// A library of the npm registry.
#[derive(Debug)]
pub struct Peer {
    /// Its name.
    pub name: &'static str,
    /// The release that is compared with.
    pub version: &'static str,
    /// Its script for browsers, inside its package.
    script: &'static str,
}

/// The template engine that push-liquid is compared with.
pub const LIQUIDJS: Peer = Peer { name: "liquidjs", version: "10.30.1", script: "dist/liquid.browser.mjs" };
/// The CSV reader that most pages use.
pub const PAPAPARSE: Peer = Peer { name: "papaparse", version: "5.7.1", script: "papaparse.min.js" };
/// The fastest CSV reader in a page that we know of.
pub const UDSV: Peer = Peer { name: "udsv", version: "0.7.3", script: "dist/uDSV.mjs" };

impl Peer {
    /// Name and version.
    pub fn label(&self) -> String {
        format!("{} {}", self.name, self.version)
    }

    /// The name of its script in a page's folder.
    pub fn file(&self) -> String {
        let ending = self.script.rsplit('.').next().unwrap_or("js");
        format!("{}.{ending}", self.name)
    }

    /// Finds or installs it, and returns its script.
    ///
    /// # Errors
    /// When Node.js is missing or the install fails.
    pub fn ensure(&self, cache: &Cache) -> Outcome<PathBuf> {
        node::ensure(self.name)?;
        let script = format!("lib/node_modules/{}/{}", self.name, self.script);
        let wanted =
            Wanted { name: self.name, version: self.version, proof: &script, price: "a few seconds" };
        Ok(cache.ensure(&wanted, |staging| node::install(staging, self.name, self.version))?.join(&script))
    }
}
