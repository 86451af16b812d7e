//! Converts UTF-16 to UTF-8 as it arrives.

use super::decode::row_at_end_of;
use super::refusal::{binary, refuse};
use crate::problem::Unreadable;

/// Which byte of a pair comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// The lower one.
    Little,
    /// The higher one.
    Big,
}

/// What has arrived and is not converted yet.
#[derive(Debug)]
pub(super) struct Utf16 {
    order: Order,
    /// The first byte of a pair.
    odd: Option<u8>,
    /// The first half of a character of two.
    half: Option<u16>,
}

impl Utf16 {
    /// In this order.
    pub fn new(order: Order) -> Self {
        Self { order, odd: None, half: None }
    }

    /// Adds bytes to a text.
    pub fn push(&mut self, bytes: &[u8], text: &mut String) -> Result<(), Unreadable> {
        for &byte in bytes {
            let Some(first) = self.odd.take() else {
                self.odd = Some(byte);
                continue;
            };
            let unit = match self.order {
                Order::Little => u16::from_le_bytes([first, byte]),
                Order::Big => u16::from_be_bytes([first, byte]),
            };
            self.unit(unit, text)?;
        }
        Ok(())
    }

    fn unit(&mut self, unit: u16, text: &mut String) -> Result<(), Unreadable> {
        let is_first_half = (0xd800..0xdc00).contains(&unit);
        let units = match self.half.take() {
            None if is_first_half => {
                self.half = Some(unit);
                return Ok(());
            }
            None => [unit, 0],
            Some(half) => [half, unit],
        };
        let letter = char::decode_utf16(units).next().and_then(Result::ok);
        match letter {
            Some('\0') => Err(binary(Some(row_at_end_of(text)))),
            Some(letter) => {
                text.push(letter);
                Ok(())
            }
            None => Err(broken(text)),
        }
    }

    /// What was done, in words.
    pub fn finish(self, text: &str) -> Result<String, Unreadable> {
        if self.odd.is_some() || self.half.is_some() {
            return Err(broken(text));
        }
        Ok("Converted from UTF-16 to UTF-8.".to_owned())
    }
}

fn broken(text: &str) -> Unreadable {
    let row = row_at_end_of(text);
    let advice = format!("Half a character stands in row {row}. Save the file again, best as “CSV UTF-8”.");
    refuse("The file is broken UTF-16", advice, Some(row))
}
