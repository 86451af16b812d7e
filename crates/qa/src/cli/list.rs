//! The list of recipients that a command is given.

use std::path::Path;

use push_qa::import::{self, MAX_BYTES};
use push_qa::list::List;

use super::{BadInput, file};

/// Reads a list of recipients.
pub(super) fn read_list(file: &Path) -> Result<List, BadInput> {
    let bytes = file::read(file, MAX_BYTES)?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    import::read(&name, bytes).map_err(|unreadable| {
        let row = unreadable.row.map(|row| format!(", row {row}")).unwrap_or_default();
        BadInput::new(format!("{}{row}: {}", file.display(), unreadable.title), unreadable.advice)
    })
}
