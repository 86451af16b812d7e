//! What is printed on standard output.

use std::io::{ErrorKind, Write as _, stdout};

use super::BadInput;

/// Prints a text. Whoever reads may stop early; that is no fault.
pub(super) fn print(text: &str) -> Result<(), BadInput> {
    let mut out = stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(BadInput::new(
            format!("The output cannot be written ({error})."),
            "Check what it is sent to.",
        )),
        _ => Ok(()),
    }
}

/// A number with its noun: `1 row`, `2 rows`.
pub(super) fn counted(count: u32, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
