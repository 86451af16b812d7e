//! Filters for HTML: escaping, line breaks, taking tags away.

use super::{Failure, Filter, Run, Work, filter};
use crate::cut::cut;
use crate::search::find;
use crate::values::Value;

const ESCAPE: Run = |work, value, _| {
    if value.is_nil() {
        return Ok(value);
    }
    let text = work.text(&value)?;
    work.made(escaped(&text, |_| false))
};

pub(super) const FILTERS: &[Filter] = &[
    filter("escape", 0, 0, ESCAPE),
    filter("h", 0, 0, ESCAPE),
    filter("escape_once", 0, 0, |work, value, _| {
        let text = work.text(&value)?;
        work.made(escaped(&text, begins_entity))
    }),
    filter("newline_to_br", 0, 0, |work, value, _| {
        let text = work.text(&value)?;
        work.made(broken(&text, "<br />\n"))
    }),
    filter("strip_html", 0, 0, strip_html),
];

/// With entities in place of the five signs; an `&` stays where `keeps` says so of the text from it on.
fn escaped(text: &str, keeps: fn(&str) -> bool) -> String {
    let mut made = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '&' if keeps(cut(text, at..)) => made.push('&'),
            '&' => made.push_str("&amp;"),
            '<' => made.push_str("&lt;"),
            '>' => made.push_str("&gt;"),
            '"' => made.push_str("&quot;"),
            '\'' => made.push_str("&#39;"),
            c => made.push(c),
        }
    }
    made
}

/// True for `&name;` and `&#number;`.
fn begins_entity(text: &str) -> bool {
    let Some((name, _)) = cut(text, 1..).split_once(';') else { return false };
    match name.strip_prefix('#') {
        Some(digits) => !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()),
        None => !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic()),
    }
}

/// Scripts, styles and comments go with what they hold, then every tag by itself.
fn strip_html<'v>(work: &mut Work, value: Value<'v>, _: &[Value<'v>]) -> Result<Value<'v>, Failure> {
    let text = work.text(&value)?;
    let blocks = [("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>")];
    let without_blocks = without(&text, |rest| {
        let (open, close) = blocks.iter().find(|(open, _)| rest.starts_with(open))?;
        find(cut(rest, open.len()..), close).map(|at| open.len() + at + close.len())
    });
    work.made(without(&without_blocks, |rest| rest.find('>').map(|at| at + 1)))
}

/// The text without what begins with `<` and is as long as `length` says of the text from there on.
fn without(text: &str, length: impl Fn(&str) -> Option<usize>) -> String {
    let mut made = String::with_capacity(text.len());
    let mut rest = text;
    // Where no end was found behind one place, there is none behind a later one either.
    while let Some(at) = rest.find('<') {
        made.push_str(cut(rest, ..at));
        rest = cut(rest, at..);
        let length = length(rest);
        made.push_str(if length.is_none() { "<" } else { "" });
        rest = cut(rest, length.unwrap_or(1)..);
    }
    made + rest
}

/// The text with this in place of every end of a line.
pub(super) fn broken(text: &str, end: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            if made.ends_with('\r') {
                made.pop();
            }
            made.push_str(end);
        }
        made.push_str(line);
    }
    made
}
