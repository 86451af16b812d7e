//! wasm-opt from Binaryen, which makes the module small. Old releases write modules that do not start.

use super::cache::{Cache, Wanted};
use super::{Tool, fitting_on_path, node};
use crate::failure::Outcome;
use crate::step::Step;
use crate::version::Version;

/// Release of the npm package `binaryen`; its first number is Binaryen's own.
const VERSION: &str = "132.0.0";

/// Finds or installs it.
///
/// # Errors
/// When Node.js is missing or the install fails.
pub fn ensure(cache: &Cache) -> Outcome<Tool> {
    let step = Step::begin("wasm-opt");
    if let Some(found) = fitting_on_path("wasm-opt", fits) {
        step.done(&format!("{} on PATH", found.0));
        return Ok(Tool { label: format!("wasm-opt {}", found.0), folder: None });
    }
    // Needed by an installed one as well: it is a script for Node.js.
    node::ensure("wasm-opt")?;
    let wanted = Wanted {
        name: "wasm-opt",
        version: VERSION,
        proof: "bin/wasm-opt",
        price: "a few seconds, once per version",
    };
    cache.program(&wanted, |staging| node::install(staging, "binaryen", VERSION))
}

/// From the release whose modules are known to start, up to the newest one tried.
fn fits(found: Version) -> bool {
    (123..=132).contains(&found.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debians_release_is_not_used() {
        for (printed, fine) in [
            ("wasm-opt version 108 (version_108)", false),
            ("wasm-opt version 122 (version_122)", false),
            ("wasm-opt version 123 (version_123)", true),
            ("wasm-opt version 132 (version_132)", true),
            ("wasm-opt version 133 (version_133)", false),
        ] {
            assert_eq!(Version::first_in(printed).map(fits), Some(fine), "{printed}");
        }
        assert_eq!(Version::first_in(VERSION).map(fits), Some(true), "the pin itself fits");
    }
}
