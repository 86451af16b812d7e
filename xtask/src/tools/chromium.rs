//! Chromium and its driver, for the component tests and the journeys. Never needed to run or host the console.
//!
//! On Debian as root they are installed from Debian; elsewhere one line says what to install.

use std::fs;
use std::path::PathBuf;

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
        None if may_install() => {
            step.working("installing both from Debian");
            process::run(process::command("apt-get").args(["update", "-qq"]))?;
            process::run(
                process::command("apt-get")
                    .args(["install", "-y", "-qq", "--no-install-recommends", "chromium", "chromium-driver"])
                    .env("DEBIAN_FRONTEND", "noninteractive"),
            )?;
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

/// Only on Debian itself (elsewhere the package of this name is another thing), and only as root.
fn may_install() -> bool {
    let is_debian = fs::read_to_string("/etc/os-release").is_ok_and(|text| names_debian(&text));
    is_debian && process::text(process::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn names_debian(os_release: &str) -> bool {
    os_release.lines().any(|line| matches!(line.trim(), "ID=debian" | "ID=\"debian\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_debian_itself_is_debian() {
        for (text, debian) in [
            ("PRETTY_NAME=\"Debian GNU/Linux 12\"\nID=debian\n", true),
            ("ID=\"debian\"", true),
            ("ID=ubuntu\nID_LIKE=debian\n", false),
            ("ID_LIKE=debian", false),
            ("", false),
        ] {
            assert_eq!(names_debian(text), debian, "{text}");
        }
    }
}
