//! Trunk, which bundles the page. Its newest release needs a newer compiler than this project: the pin is the
//! last one that does not.

use super::cache::{Cache, Wanted, cargo_install};
use super::{Tool, fitting_on_path};
use crate::failure::Outcome;
use crate::step::Step;
use crate::version::Version;

const VERSION: &str = "0.21.14";

/// Finds or installs it.
///
/// # Errors
/// When the install fails.
pub fn ensure(cache: &Cache) -> Outcome<Tool> {
    let step = Step::begin("trunk");
    if let Some(found) = fitting_on_path("trunk", fits) {
        step.done(&format!("{found} on PATH"));
        return Ok(Tool { label: format!("trunk {found}"), folder: None });
    }
    let wanted = Wanted {
        name: "trunk",
        version: VERSION,
        proof: "bin/trunk",
        price: "a few minutes, once per version",
    };
    // Without its default features: they are for downloads and update checks, which this build never does.
    cache.program(&wanted, |staging| {
        cargo_install(staging, "trunk", VERSION, &["--locked", "--no-default-features"])
    })
}

/// Patch releases from the pin on; another minor release may bundle differently.
fn fits(found: Version) -> bool {
    (Version(0, 21, 14)..Version(0, 22, 0)).contains(&found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tried_releases_fit() {
        for (found, fine) in [
            (Version(0, 21, 14), true),
            (Version(0, 21, 15), true),
            (Version(0, 21, 13), false),
            (Version(0, 22, 0), false),
            (Version(0, 22, 1), false),
        ] {
            assert_eq!(fits(found), fine, "{found}");
        }
        assert_eq!(Version::first_in(VERSION).map(fits), Some(true), "the pin itself fits");
    }
}
