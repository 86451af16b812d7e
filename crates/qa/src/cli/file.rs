//! Reading and writing whole files, with errors that say what to do.

use std::path::Path;

use super::BadInput;

/// Reads a file that may have at most so many bytes.
pub(super) fn read(file: &Path, most: u64) -> Result<Vec<u8>, BadInput> {
    let about = std::fs::metadata(file).map_err(|error| BadInput::unread(file, &error))?;
    if about.is_dir() {
        return Err(BadInput::of_file(file, "this is a folder.", "Name a file in it."));
    }
    if about.len() > most {
        let what = format!("the file has {} bytes, and at most {most} are read.", about.len());
        return Err(BadInput::of_file(file, what, "Split it into smaller files."));
    }
    std::fs::read(file).map_err(|error| BadInput::unread(file, &error))
}

/// Writes a file.
pub(super) fn write(file: &Path, text: &str) -> Result<(), BadInput> {
    std::fs::write(file, text).map_err(|error| BadInput::unwritten(file, &error))
}
