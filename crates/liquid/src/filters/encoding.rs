//! Filters for addresses and Base64.

use super::{Failure, Filter, Work, filter};
use crate::values::Value;

pub(super) const FILTERS: &[Filter] = &[
    filter("url_encode", 0, 0, |work, value, _| {
        if value.is_nil() {
            return Ok(value);
        }
        let text = work.text(&value)?;
        work.made(url_encoded(&text))
    }),
    filter("url_decode", 0, 0, |work, value, _| {
        if value.is_nil() {
            return Ok(value);
        }
        let text = work.text(&value)?;
        let decoded = String::from_utf8(url_decoded(&text));
        work.made(decoded.map_err(|_| Failure::argument("the decoded bytes are no text in UTF-8"))?)
    }),
    filter("base64_encode", 0, 0, |work, value, _| encode(work, &value, STANDARD)),
    filter("base64_url_safe_encode", 0, 0, |work, value, _| encode(work, &value, URL_SAFE)),
    filter("base64_decode", 0, 0, |work, value, _| decode(work, &value, STANDARD, true)),
    filter("base64_url_safe_decode", 0, 0, |work, value, _| decode(work, &value, URL_SAFE, false)),
];

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const HEX: &[u8; 16] = b"0123456789ABCDEF";

fn url_encoded(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'.' | b'-' | b'~' => made.push(byte.into()),
            b' ' => made.push('+'),
            _ => {
                made.push('%');
                made.push(HEX[usize::from(byte >> 4)].into());
                made.push(HEX[usize::from(byte & 15)].into());
            }
        }
    }
    made
}

fn url_decoded(text: &str) -> Vec<u8> {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let bytes = text.as_bytes();
    let mut made = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'+' => made.push(b' '),
            b'%' => match (digit(bytes.get(at)), digit(bytes.get(at + 1))) {
                (Some(high), Some(low)) => {
                    made.push(u8::try_from(high * 16 + low).unwrap_or_default());
                    at += 2;
                }
                _ => made.push(b'%'),
            },
            other => made.push(other),
        }
    }
    made
}

fn encode<'v>(work: &mut Work, value: &Value<'_>, alphabet: &[u8; 64]) -> Result<Value<'v>, Failure> {
    let text = work.text(value)?;
    let mut made = String::with_capacity(text.len() / 3 * 4 + 4);
    for group in text.as_bytes().chunks(3) {
        let byte = |index: usize| u32::from(group.get(index).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for index in 0..4 {
            let six = usize::try_from(bits >> (18 - 6 * index) & 63).unwrap_or_default();
            made.push(if index <= group.len() { alphabet[six].into() } else { '=' });
        }
    }
    work.made(made)
}

/// The padding may be left out only where that is allowed. Bytes that are no text are shown as replacement signs.
fn decode<'v>(
    work: &mut Work,
    value: &Value<'_>,
    alphabet: &[u8; 64],
    needs_padding: bool,
) -> Result<Value<'v>, Failure> {
    let invalid = || Failure::argument("this is not valid Base64");
    let text = work.text(value)?;
    let digits = text.trim_end_matches('=');
    let padding = text.len() - digits.len();
    let is_whole = (digits.len() + padding) % 4 == 0 && padding <= 2;
    if digits.len() % 4 == 1 || (!is_whole && (needs_padding || padding > 0)) {
        return Err(invalid());
    }
    let mut made = Vec::with_capacity(digits.len() / 4 * 3 + 2);
    for group in digits.as_bytes().chunks(4) {
        let mut bits: u32 = 0;
        for index in 0..4 {
            let six = match group.get(index) {
                Some(byte) => alphabet.iter().position(|known| known == byte).ok_or_else(invalid)?,
                None => 0,
            };
            bits = bits << 6 | u32::try_from(six).unwrap_or_default();
        }
        made.extend(&bits.to_be_bytes()[1..group.len()]);
    }
    work.made(String::from_utf8_lossy(&made).into_owned())
}
