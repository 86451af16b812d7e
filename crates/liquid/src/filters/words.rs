//! Filters on what text is made of: white space, words, lines, pieces.

use super::html::broken;
use super::text::count;
use super::{Failure, Filter, Work, argument, filter};
use crate::cut::cut;
use crate::search;
use crate::space::is_trimmed;
use crate::values::{Str, Value};

pub(super) const FILTERS: &[Filter] = &[
    filter("strip", 0, 0, |work, value, _| {
        let text = work.text(&value)?;
        work.made(text.trim_matches(is_trimmed).to_owned())
    }),
    filter("lstrip", 0, 0, |work, value, _| {
        let text = work.text(&value)?;
        work.made(text.trim_start_matches(is_trimmed).to_owned())
    }),
    filter("rstrip", 0, 0, |work, value, _| {
        let text = work.text(&value)?;
        work.made(text.trim_end_matches(is_trimmed).to_owned())
    }),
    filter("squish", 0, 0, |work, value, _| {
        if value.is_nil() {
            return Ok(value);
        }
        let text = work.text(&value)?;
        work.made(words(&text).collect::<Vec<_>>().join(" "))
    }),
    filter("strip_newlines", 0, 0, |work, value, _| {
        let text = work.text(&value)?;
        work.made(broken(&text, ""))
    }),
    filter("truncate", 0, 2, truncate),
    filter("truncatewords", 0, 2, truncate_words),
    filter("split", 1, 1, |work, value, arguments| {
        let (text, separator) = (work.text(&value)?, work.text(&argument(arguments, 0))?);
        let pieces = split(&text, &separator);
        work.step(pieces.len())?;
        work.list(pieces.into_iter().map(Value::text).collect())
    }),
];

/// The words of a text: what stands between white space.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_trimmed).filter(|word| !word.is_empty())
}

/// The pieces of a text without empty ones at its end. A space separates by any white space, nothing by letters.
fn split<'t>(text: &'t str, separator: &str) -> Vec<&'t str> {
    let mut pieces: Vec<&str> = match separator {
        " " => words(text).collect(),
        separator => {
            let mut behind = 0;
            let mut pieces = Vec::new();
            for at in search::places(text, separator) {
                pieces.push(cut(text, behind..at));
                behind = at + separator.len();
            }
            pieces.push(cut(text, behind..));
            // Nothing separates letters, and stands before the first one as well.
            if separator.is_empty() {
                pieces.retain(|piece| !piece.is_empty());
            }
            pieces
        }
    };
    while pieces.last().is_some_and(|piece| piece.is_empty()) {
        pieces.pop();
    }
    pieces
}

fn truncate<'v>(work: &mut Work, value: Value<'v>, arguments: &[Value<'v>]) -> Result<Value<'v>, Failure> {
    if value.is_nil() {
        return Ok(value);
    }
    let text = work.text(&value)?;
    let most = count(arguments.first(), 50)?;
    let end = ending(work, arguments)?;
    let length = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
    if length <= most {
        return Ok(Value::Str(text));
    }
    let end_length = i64::try_from(end.chars().count()).unwrap_or(i64::MAX);
    let kept = usize::try_from(most.saturating_sub(end_length)).unwrap_or(0);
    let made = text.chars().take(kept).chain(end.chars()).collect();
    work.made(made)
}

fn truncate_words<'v>(
    work: &mut Work,
    value: Value<'v>,
    arguments: &[Value<'v>],
) -> Result<Value<'v>, Failure> {
    if value.is_nil() {
        return Ok(value);
    }
    let text = work.text(&value)?;
    let most = usize::try_from(count(arguments.first(), 15)?.max(1)).unwrap_or(usize::MAX);
    let end = ending(work, arguments)?;
    let words: Vec<&str> = words(&text).collect();
    if words.len() <= most {
        return Ok(Value::Str(text));
    }
    work.made(words[..most].join(" ") + &end)
}

fn ending<'v>(work: &mut Work, arguments: &[Value<'v>]) -> Result<Str<'v>, Failure> {
    arguments.get(1).map_or(Ok(Str::Lent("...")), |end| work.text(end))
}
