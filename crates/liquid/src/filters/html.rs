//! Filters for HTML: escaping, line breaks, taking tags away.

use super::{Failure, Filter, Run, Work, filter};
use crate::cut::cut;
use crate::search::{find, find_last};
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
    let name = cut(text, 1..);
    let (name, fits): (&str, fn(&u8) -> bool) = match name.strip_prefix('#') {
        Some(digits) => (digits, u8::is_ascii_digit),
        None => (name, u8::is_ascii_alphabetic),
    };
    let length = name.bytes().take_while(fits).count();
    length > 0 && name.as_bytes().get(length) == Some(&b';')
}

/// Scripts, styles and comments go with what they hold, then every tag by itself.
fn strip_html<'v>(work: &mut Work, value: Value<'v>, _: &[Value<'v>]) -> Result<Value<'v>, Failure> {
    let text = work.text(&value)?;
    let blocks = [("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>")];
    let made = without(&text, &blocks);
    work.made(without(&made, &[("<", ">")]))
}

/// The text without everything from one of these beginnings to its end. One without an end stays.
fn without(text: &str, kinds: &[(&str, &str)]) -> String {
    // Behind the last end of its kind nothing is looked for: else a row of beginnings would cost its square.
    let lasts: Vec<Option<usize>> = kinds.iter().map(|(_, end)| find_last(text, end)).collect();
    let mut made = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(begin) = cut(text, at..).find('<').map(|found| at + found) {
        made.push_str(cut(text, at..begin));
        let rest = cut(text, begin..);
        let found = kinds.iter().zip(&lasts).find(|((open, _), _)| rest.starts_with(open));
        let end = found.and_then(|((open, close), last)| {
            let inside = begin + open.len();
            let may_end = last.is_some_and(|last| inside <= last);
            may_end.then(|| find(cut(text, inside..), close)).flatten().map(|at| inside + at + close.len())
        });
        if end.is_none() {
            made.push('<');
        }
        at = end.unwrap_or(begin + 1);
    }
    made.push_str(cut(text, at..));
    made
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
