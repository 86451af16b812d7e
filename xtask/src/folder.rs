//! Whole folders: list, copy, remove, write into. Every error names the file that it is about.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

/// Every file below the folder, in a fixed order.
///
/// # Errors
/// When a folder cannot be read.
pub fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    files_where(folder, |_| true)
}

/// The files below the folder that count, in a fixed order. `counts` sees each path from the folder's root; a
/// folder that does not count is not entered.
///
/// # Errors
/// When a folder cannot be read.
pub fn files_where(root: &Path, counts: impl Fn(&Path) -> bool) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).map_err(Failure::doing("read the folder", folder.display()))? {
            let path = entry.map_err(Failure::doing("read the folder", folder.display()))?.path();
            if !counts(path.strip_prefix(root).unwrap_or(&path)) {
                continue;
            }
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

/// Makes the folder and those above it.
///
/// # Errors
/// When it cannot be made.
pub fn make(folder: &Path) -> Outcome<()> {
    fs::create_dir_all(folder).map_err(Failure::doing("make the folder", folder.display()))
}

/// Copies every file below `from` to the same place below `to`.
///
/// # Errors
/// When a file cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> Outcome<()> {
    for file in files(from)? {
        let target = to.join(file.strip_prefix(from).unwrap_or(&file));
        make(target.parent().unwrap_or(to))?;
        fs::copy(&file, &target).map_err(Failure::doing("write", target.display()))?;
    }
    Ok(())
}

/// Removes the folder with all it holds, or the file; one that is not there is fine.
///
/// # Errors
/// When it is there and stays.
pub fn remove(path: &Path) -> Outcome<()> {
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Failure::doing("remove", path.display())(error))
        }
        _ => Ok(()),
    }
}

/// Writes one file of the folder.
///
/// # Errors
/// When it cannot be written.
pub fn write(folder: &Path, name: &str, text: &str) -> Outcome<()> {
    let file = folder.join(name);
    fs::write(&file, text).map_err(Failure::doing("write", file.display()))
}

/// Reads one file as text.
///
/// # Errors
/// When it cannot be read.
pub fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(Failure::doing("read", file.display()))
}

#[cfg(test)]
pub mod scratch {
    //! An empty folder for one test, gone when the test is over.

    use std::path::PathBuf;

    /// Removes its folder when dropped.
    pub struct Scratch(pub PathBuf);

    impl Scratch {
        /// An empty folder that no other test has.
        pub fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("push-console-{name}-{}", std::process::id()));
            // Left over from a run that was killed.
            std::fs::remove_dir_all(&folder).ok();
            std::fs::create_dir_all(&folder).ok();
            Self(folder)
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            std::fs::remove_dir_all(&self.0).ok();
        }
    }
}
