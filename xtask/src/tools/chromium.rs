//! Chromium and its driver, for the component tests and the journeys. Never needed to run or host the console.
//!
//! On Debian as root they are installed from Debian; elsewhere one line says what to install.

use std::path::PathBuf;

use super::debian;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::step::Step;
use crate::version::Version;

const BROWSERS: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// A browser with the driver that fits it.
#[derive(Debug)]
pub struct Chromium {
    /// The browser.
    pub browser: PathBuf,
    /// chromedriver.
    pub driver: PathBuf,
}

/// Finds both (`CHROMIUM` and `CHROMEDRIVER` name others than those on PATH), or installs them where it may.
///
/// # Errors
/// When they are missing and may not be installed, or are of two different releases.
pub fn ensure() -> Outcome<Chromium> {
    let step = Step::begin("Chromium and chromedriver");
    let found = match find() {
        Some(found) => found,
        None if debian::may_install() => {
            step.working("installing both from Debian");
            debian::install(&["chromium", "chromium-driver"])?;
            find().ok_or_else(missing)?
        }
        None => return Err(missing()),
    };
    let browser = release(&found.browser)?;
    let driver = release(&found.driver)?;
    if browser.0 != driver.0 {
        return Err(Failure::new(format!(
            "{} is release {browser} but {} is release {driver}: install both in the same release",
            found.browser.display(),
            found.driver.display()
        )));
    }
    step.done(&format!("release {}", browser.0));
    Ok(found)
}

fn missing() -> Failure {
    Failure::new(
        "the tests need Chromium and chromedriver of the same release: install them (Debian: `apt-get install chromium chromium-driver`), or set CHROMIUM and CHROMEDRIVER to where they are",
    )
}

fn find() -> Option<Chromium> {
    let named = |variable: &str| std::env::var_os(variable).map(PathBuf::from);
    let browser =
        named("CHROMIUM").or_else(|| BROWSERS.iter().find_map(|name| process::find_on_path(name)))?;
    let driver = named("CHROMEDRIVER").or_else(|| process::find_on_path("chromedriver"))?;
    Some(Chromium { browser, driver })
}

fn release(program: &PathBuf) -> Outcome<Version> {
    let printed = process::text(process::command(program).arg("--version"))?;
    Version::first_in(&printed).ok_or_else(|| {
        Failure::new(format!("{} printed no version but `{}`", program.display(), printed.trim()))
    })
}
