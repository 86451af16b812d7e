//! Liquid as it is typed, half-written as it may be: where its outputs and tags are, and of which words they consist.
//!
//! Agrees with `push-liquid` wherever a template is right, and never refuses one: what is wrong is told by `remarks`.

use std::ops::Range;

use super::expression;
use super::vocabulary::VERBATIM;

/// What a word or sign stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The name of a tag, such as `if`.
    Tag,
    /// A variable that is read; in square brackets and quotes when its name is no plain word.
    Variable,
    /// A variable that is set here.
    Target,
    /// What stands behind a dot.
    Property,
    /// The name of a filter.
    Filter,
    /// Text in straight quotes.
    Text,
    /// Text in curly quotes, which Liquid does not know.
    Curly,
    /// A number.
    Number,
    /// A word of the language: `and`, `contains`, `true`, `in`, the name of an argument.
    Keyword,
    /// Everything else.
    Sign,
}

/// A word or sign and the bytes that it takes in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it stands for.
    pub kind: Kind,
    /// Where it is.
    pub range: Range<usize>,
}

/// The inside of an output, of a tag, or one line of a `liquid` tag.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statement {
    /// Where it is, without its delimiters and the dashes beside them.
    pub range: Range<usize>,
    /// Its words and signs in order; the name of a tag is the first.
    pub tokens: Vec<Token>,
}

/// How an output or a tag ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// As it should.
    Closed,
    /// An output by a single `}`.
    OneBrace,
    /// Not at all: it is taken to reach to the end of its line or to what opens next.
    Open,
}

/// An output or a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it is, with its delimiters.
    pub range: Range<usize>,
    /// True for `{{ … }}`, false for `{% … %}`.
    pub is_output: bool,
    /// How it ends.
    pub ending: Ending,
    /// What it says; several only in a `liquid` tag.
    pub statements: Vec<Statement>,
}

impl Piece {
    /// True when all of it can be judged.
    pub fn is_closed(&self) -> bool {
        self.ending == Ending::Closed
    }
}

/// The outputs and tags of a text, in order. What lies in `raw`, `comment` and `doc` is left out.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut verbatim: Option<&'static str> = None;
    let mut at = 0;
    while let Some(start) = text[at..].find('{').map(|found| at + found) {
        let is_output = match text.as_bytes().get(start + 1) {
            Some(b'{') => true,
            Some(b'%') => false,
            _ => {
                at = start + 1;
                continue;
            }
        };
        let (inside, end, ending) = extent(text, start, is_output);
        at = end;
        let statements =
            if is_output { vec![expression::output(text, inside)] } else { expression::tag(text, inside) };
        let tag = if is_output { "" } else { statements.first().map_or("", |tag| tag.name(text)) };
        match verbatim {
            Some(name) if tag.strip_prefix("end") != Some(name) => continue,
            Some(_) => verbatim = None,
            None => verbatim = VERBATIM.into_iter().find(|name| *name == tag),
        }
        pieces.push(Piece { range: start..end, is_output, ending, statements });
    }
    pieces
}

impl Statement {
    /// The tag's name; empty for an output.
    pub fn name<'t>(&self, text: &'t str) -> &'t str {
        match self.tokens.first() {
            Some(Token { kind: Kind::Tag, range }) => &text[range.clone()],
            _ => "",
        }
    }
}

/// What lies between the delimiters that open at `start`, where the whole ends, and how.
fn extent(text: &str, start: usize, is_output: bool) -> (Range<usize>, usize, Ending) {
    let close = if is_output { "}}" } else { "%}" };
    let first = start + 2;
    let bytes = text.as_bytes();
    let mut quote = None;
    let mut line_end = None;
    let mut next = None;
    let mut at = first;
    while at < bytes.len() {
        let rest = &bytes[at..];
        if rest.starts_with(close.as_bytes()) {
            return (without_dashes(bytes, first..at), at + 2, Ending::Closed);
        }
        match bytes[at] {
            byte @ (b'"' | b'\'') if quote == Some(byte) => quote = None,
            byte @ (b'"' | b'\'') if quote.is_none() => quote = Some(byte),
            b'}' if is_output && next.is_none() && line_end.is_none() && quote.is_none() => {
                return (without_dashes(bytes, first..at), at + 1, Ending::OneBrace);
            }
            b'\n' => line_end = line_end.or(Some(at)),
            b'{' if matches!(rest.get(1), Some(b'{' | b'%')) => {
                next = next.or(Some(at));
                // In quotes it may be a text that speaks of Liquid.
                if quote.is_none() {
                    break;
                }
            }
            _ => {}
        }
        at += 1;
    }
    let end = next.into_iter().chain(line_end).min().unwrap_or(bytes.len());
    (without_dashes(bytes, first..end.max(first)), end.max(first), Ending::Open)
}

/// Dashes beside the delimiters take white space away and are no part of what is said.
fn without_dashes(bytes: &[u8], mut inside: Range<usize>) -> Range<usize> {
    if bytes[inside.clone()].first() == Some(&b'-') {
        inside.start += 1;
    }
    if bytes[inside.clone()].last() == Some(&b'-') {
        inside.end -= 1;
    }
    inside
}

#[cfg(test)]
mod tests;
