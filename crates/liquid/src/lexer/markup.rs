//! Words and signs of what stands inside an output or a tag.

use super::{Part, is_word};
use crate::cut::cut;
use crate::error::Raw;
use crate::space::is_space;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'s> {
    /// A name: letters, digits, `_` and `-`, perhaps a `?` at its end.
    Word(&'s str),
    /// A number as written.
    Number(&'s str),
    /// Text in quotes, without them.
    Text(&'s str),
    /// `==` and its like, or `contains`.
    Comparison(&'s str),
    /// One of `| . : , [ ] ( ) ? -`.
    Sign(u8),
    /// `..`
    Dots,
    /// Nothing more.
    End,
}

/// A token and where it begins.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placed<'s> {
    pub token: Token<'s>,
    pub at: usize,
}

/// All tokens of a part, the end included.
pub(crate) fn tokens(part: Part<'_>) -> Result<Vec<Placed<'_>>, Raw> {
    let (text, bytes) = (part.text, part.text.as_bytes());
    let mut found: Vec<Placed<'_>> = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if is_space(char::from(byte)) {
            at += 1;
            continue;
        }
        let next = bytes.get(at + 1).copied();
        let (token, length) = match byte {
            b'.' if next == Some(b'.') => (Token::Dots, 2),
            b'-' if next.is_some_and(|b| b.is_ascii_digit()) => number(text, at),
            b'0'..=b'9' => number(text, at),
            b'|' | b'.' | b':' | b',' | b'[' | b']' | b'(' | b')' | b'?' | b'-' => (Token::Sign(byte), 1),
            b'=' | b'!' if next == Some(b'=') => (Token::Comparison(cut(text, at..at + 2)), 2),
            b'<' if matches!(next, Some(b'=' | b'>')) => (Token::Comparison(cut(text, at..at + 2)), 2),
            b'>' if next == Some(b'=') => (Token::Comparison(cut(text, at..at + 2)), 2),
            b'<' | b'>' => (Token::Comparison(cut(text, at..=at)), 1),
            b'"' | b'\'' => quoted(part, at)?,
            b if is_word(b) => {
                let is_after_dot = found.last().is_some_and(|last| last.token == Token::Sign(b'.'));
                word(text, at, is_after_dot)
            }
            _ => return Err(unexpected(part, at)),
        };
        found.push(Placed { token, at: part.at + at });
        at += length;
    }
    found.push(Placed { token: Token::End, at: part.at + text.len() });
    Ok(found)
}

fn number(text: &str, at: usize) -> (Token<'_>, usize) {
    let bytes = &text.as_bytes()[at..];
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut length = usize::from(bytes[0] == b'-');
    length += digits(length);
    if bytes.get(length) == Some(&b'.') && bytes.get(length + 1).is_some_and(u8::is_ascii_digit) {
        length += 1;
        length += digits(length);
    }
    (Token::Number(cut(text, at..at + length)), length)
}

fn word(text: &str, at: usize, is_after_dot: bool) -> (Token<'_>, usize) {
    let bytes = &text.as_bytes()[at..];
    let mut length = bytes.iter().take_while(|byte| is_word(**byte) || **byte == b'-').count();
    if bytes.get(length) == Some(&b'?') {
        length += 1;
    }
    let word = cut(text, at..at + length);
    (if word == "contains" && !is_after_dot { Token::Comparison(word) } else { Token::Word(word) }, length)
}

fn quoted(part: Part<'_>, at: usize) -> Result<(Token<'_>, usize), Raw> {
    let quote = char::from(part.text.as_bytes()[at]);
    let body = cut(part.text, at + 1..);
    match body.find(quote) {
        Some(end) => Ok((Token::Text(cut(body, ..end)), end + 2)),
        None => Err(Raw::syntax(part.at + at, format!("a text begins with {quote} and never ends")).hint(
            format!(
                "Close it with {quote}. A quotation mark cannot be written inside a text of its own kind."
            ),
        )),
    }
}

fn unexpected(part: Part<'_>, at: usize) -> Raw {
    let sign = cut(part.text, at..).chars().next().unwrap_or_default();
    let raw = Raw::syntax(part.at + at, format!("`{sign}` has no meaning here"));
    match sign {
        '“' | '”' | '„' | '«' | '»' => {
            raw.hint("Curly quotation marks do not work: write \" instead.")
        }
        '‘' | '’' | '‚' | '`' => raw.hint("Curly quotation marks do not work: write ' instead."),
        '=' => raw.hint("To compare two values, write ==."),
        '&' => raw.hint("Write `and` between two conditions."),
        '!' => raw.hint("Write != for “is not”, or use {% unless %}."),
        '\u{a0}' => raw.hint("This is a no-break space: write a plain space instead."),
        '{' => raw.hint("Is an output or a tag before it not closed? They end with }} and %}."),
        '+' | '*' | '/' | '%' => {
            raw.hint("Liquid calculates with filters: plus, minus, times, divided_by, modulo.")
        }
        _ => raw,
    }
}
