//! Makes text of a file's bytes as they arrive: UTF-8 as it is, UTF-16 converted. Anything else is refused, with words
//! that say what it is and what to do.

use super::refusal::{MAX_BYTES, empty, refuse, too_large};
use super::sniff::{Encoding, sniff};
use super::utf16::Utf16;
use crate::problem::Unreadable;

/// Bytes by which an encoding is told. However a file is cut into pieces, it is told by the same bytes.
const HEAD: usize = 512;

/// A file that is arriving.
#[derive(Debug)]
pub(super) struct Decoder {
    text: String,
    bytes: u64,
    state: State,
}

#[derive(Debug)]
enum State {
    /// Too little has arrived to tell.
    Head(Vec<u8>),
    /// UTF-8; the beginning of a character whose rest has not arrived.
    Utf8(Vec<u8>),
    /// UTF-16.
    Utf16(Utf16),
}

/// A file that has arrived.
#[derive(Debug)]
pub(super) struct Decoded {
    /// Its text, a byte order mark included.
    pub text: String,
    /// Its size in bytes, as it was.
    pub bytes: u64,
    /// What was done to read it.
    pub note: Option<String>,
}

impl Decoder {
    /// For a file of about this many bytes, for which room is made at once.
    pub fn new(size_hint: usize) -> Self {
        let room = size_hint.min(MAX_BYTES as usize);
        Self { text: String::with_capacity(room), bytes: 0, state: State::Head(Vec::new()) }
    }

    /// Bytes that have arrived.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Takes the next bytes.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Unreadable> {
        self.bytes += bytes.len() as u64;
        if self.bytes > MAX_BYTES {
            return Err(too_large());
        }
        if let State::Head(head) = &mut self.state {
            head.extend_from_slice(bytes);
            if head.len() < HEAD {
                return Ok(());
            }
            return self.begin();
        }
        self.decode(bytes)
    }

    /// The text, now that all bytes have arrived.
    pub fn finish(mut self) -> Result<Decoded, Unreadable> {
        if self.bytes == 0 {
            return Err(empty());
        }
        if matches!(self.state, State::Head(_)) {
            self.begin()?;
        }
        let note = match self.state {
            State::Utf8(tail) if !tail.is_empty() => return Err(not_utf8(&self.text, tail[0])),
            State::Utf16(utf16) => Some(utf16.finish(&self.text)?),
            State::Utf8(_) | State::Head(_) => None,
        };
        Ok(Decoded { text: self.text, bytes: self.bytes, note })
    }

    fn begin(&mut self) -> Result<(), Unreadable> {
        let State::Head(head) = &mut self.state else { return Ok(()) };
        let head = std::mem::take(head);
        let (encoding, mark) = sniff(&head[..head.len().min(HEAD)])?;
        self.state = match encoding {
            Encoding::Utf8 => State::Utf8(Vec::new()),
            Encoding::Utf16(order) => State::Utf16(Utf16::new(order)),
        };
        self.decode(&head[mark..])
    }

    fn decode(&mut self, bytes: &[u8]) -> Result<(), Unreadable> {
        match &mut self.state {
            State::Head(_) => Ok(()),
            State::Utf16(utf16) => utf16.push(bytes, &mut self.text),
            State::Utf8(tail) => push_utf8(&mut self.text, tail, bytes),
        }
    }
}

/// Adds bytes to a text; what begins a character and does not end it is left in `tail`.
fn push_utf8(text: &mut String, tail: &mut Vec<u8>, mut bytes: &[u8]) -> Result<(), Unreadable> {
    while !tail.is_empty() {
        let Some((first, rest)) = bytes.split_first() else { return Ok(()) };
        tail.push(*first);
        bytes = rest;
        match std::str::from_utf8(tail) {
            Ok(letter) => {
                text.push_str(letter);
                tail.clear();
            }
            Err(error) if error.error_len().is_some() => return Err(not_utf8(text, tail[0])),
            Err(_) => {}
        }
    }
    match std::str::from_utf8(bytes) {
        Ok(more) => text.push_str(more),
        Err(error) => {
            let (good, rest) = bytes.split_at(error.valid_up_to());
            text.push_str(std::str::from_utf8(good).unwrap_or_default());
            if error.error_len().is_some() {
                return Err(not_utf8(text, rest[0]));
            }
            tail.extend_from_slice(rest);
        }
    }
    Ok(())
}

/// The row in which the text ends: line breaks between quotes do not count.
pub(super) fn row_at_end_of(text: &str) -> u32 {
    let (mut row, mut is_quoted) = (1, false);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        let ends = byte == b'\n' || byte == b'\r' && bytes.peek() != Some(&b'\n');
        is_quoted ^= byte == b'"';
        row += u32::from(ends && !is_quoted);
    }
    row
}

fn not_utf8(text: &str, byte: u8) -> Unreadable {
    let row = row_at_end_of(text);
    let at = text.len() + 1;
    let before: String = text.chars().rev().take_while(|letter| !letter.is_control()).take(12).collect();
    let before: String = before.chars().rev().collect();
    let after = if before.is_empty() { String::new() } else { format!(" after “{before}”") };
    let advice = format!(
        "Byte {at}, in row {row}{after}, is {byte:#04X}, which is not UTF-8: the file was probably saved in an \
         older encoding such as Windows-1252. Save it again as “CSV UTF-8”, so that no letter is lost."
    );
    refuse("The file is not UTF-8", advice, Some(row))
}
