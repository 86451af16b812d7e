//! What may be installed from Debian: only on Debian itself, and only by root.

use std::fs;

use crate::failure::Outcome;
use crate::process;

/// True where packages may be installed. Elsewhere a package of the same name can be another thing.
pub fn may_install() -> bool {
    let is_debian = fs::read_to_string("/etc/os-release").is_ok_and(|text| names_debian(&text));
    is_debian && process::text(process::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Installs packages.
///
/// # Errors
/// When Debian does not give them.
pub fn install(packages: &[&str]) -> Outcome<()> {
    process::run(process::command("apt-get").args(["update", "-qq"]))?;
    process::run(
        process::command("apt-get")
            .args(["install", "-y", "-qq", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
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
