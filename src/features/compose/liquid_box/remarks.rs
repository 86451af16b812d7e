//! What is wrong with a text's Liquid, in words, and how to mend it in one click.

use std::ops::Range;

use super::edit::Edit;
use super::nearest::nearest;
use super::quotes;
use super::scope::{Scope, is_plain, written};
use super::syntax::{Ending, Kind, Piece, Token};
use super::vocabulary::{BLOCKS, FILTERS, tags};

/// A way to mend something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The words on its button.
    pub label: String,
    /// What it does; in order and apart.
    pub edits: Vec<Edit>,
}

/// One thing that is wrong, in as many places as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Where, in bytes, in order.
    pub places: Vec<Range<usize>>,
    /// What, and what that means. Names stand between back quotes.
    pub words: String,
    /// How to mend it, when that is clear.
    pub fix: Option<Fix>,
}

impl Remark {
    fn new(places: Vec<Range<usize>>, words: impl Into<String>, fix: Option<Fix>) -> Self {
        Self { places, words: words.into(), fix }
    }

    fn at(place: Range<usize>, words: impl Into<String>, fix: Fix) -> Self {
        Self::new(vec![place], words, Some(fix))
    }
}

/// Everything that is wrong, in the order of the text. Without `columns` no variable is unknown. The word at `caret`
/// is being written and is not judged yet.
pub fn remarks(
    text: &str,
    pieces: &[Piece],
    columns: Option<&[String]>,
    caret: Option<usize>,
) -> Vec<Remark> {
    let is_settled =
        |range: &Range<usize>| !caret.is_some_and(|caret| range.start <= caret && caret <= range.end);
    let mut remarks = Vec::new();
    remarks.extend(curly(text, pieces));
    for piece in pieces.iter().filter(|piece| piece.ending == Ending::OneBrace) {
        remarks.push(one_brace(piece.range.end));
    }
    let closed = || pieces.iter().filter(|piece| piece.is_closed()).flat_map(|piece| &piece.statements);
    for token in closed().flat_map(|statement| &statement.tokens).filter(|token| token.kind == Kind::Text) {
        remarks.extend(unended(text, token));
    }
    let of_kind = |kind| {
        let tokens = closed().flat_map(|statement| &statement.tokens).filter(move |token| token.kind == kind);
        let named = tokens.map(|token| (text[token.range.clone()].to_owned(), token.range.clone()));
        gathered(named.filter(|(_, range)| is_settled(range)))
    };
    for (name, places) in of_kind(Kind::Tag) {
        remarks.extend(unknown_tag(&name, places));
    }
    for (name, places) in of_kind(Kind::Filter) {
        remarks.extend(unknown_filter(&name, places));
    }
    if let Some(columns) = columns {
        let scope = Scope::of(text, pieces);
        let read = scope.from_list.iter().map(|read| (read.name.clone(), read.range.clone()));
        for (name, places) in gathered(read.filter(|(_, range)| is_settled(range))) {
            let known: Vec<&str> =
                columns.iter().map(String::as_str).chain(scope.set_at(places[0].start)).collect();
            remarks.extend(unknown_variable(text, &name, places, &known));
        }
    }
    remarks.sort_by_key(|remark| remark.places.first().map(|place| place.start));
    remarks
}

/// The places of each name, in the order in which the names are met.
fn gathered(named: impl Iterator<Item = (String, Range<usize>)>) -> Vec<(String, Vec<Range<usize>>)> {
    let mut gathered: Vec<(String, Vec<Range<usize>>)> = Vec::new();
    for (name, range) in named {
        match gathered.iter_mut().find(|(known, _)| *known == name) {
            Some((_, places)) => places.push(range),
            None => gathered.push((name, vec![range])),
        }
    }
    gathered
}

fn curly(text: &str, pieces: &[Piece]) -> Option<Remark> {
    let edits = quotes::straightened(text, pieces);
    let places = edits.iter().map(|edit| edit.range.clone()).collect();
    let fix = Fix { label: "Straighten the quotes".to_owned(), edits };
    (!fix.edits.is_empty()).then(|| Remark::new(places, "Curly quotes do not work within Liquid.", Some(fix)))
}

fn one_brace(end: usize) -> Remark {
    let fix = Fix { label: "Write }}".to_owned(), edits: vec![Edit::new(end..end, "}")] };
    Remark::at(end - 1..end, "A single `}` does not close what `{{` opens.", fix)
}

fn unended(text: &str, token: &Token) -> Option<Remark> {
    let written = &text[token.range.clone()];
    let quote = &written[..1];
    if written.len() > 1 && written.ends_with(quote) {
        return None;
    }
    let end = token.range.start + written.trim_end().len();
    let fix = Fix { label: format!("Close it with {quote}"), edits: vec![Edit::new(end..end, quote)] };
    let words = format!("A text begins with `{quote}` and never ends.");
    Some(Remark::at(token.range.start..end, words, fix))
}

fn unknown_tag(name: &str, places: Vec<Range<usize>>) -> Option<Remark> {
    let tags: Vec<String> = tags().collect();
    if tags.iter().any(|tag| tag == name) {
        return None;
    }
    let near = match name {
        "elseif" | "elif" => Some("elsif"),
        "end" => None,
        _ => nearest(name, tags.iter().map(String::as_str)),
    };
    let hint = match (name, near) {
        ("end", _) => format!(" Every block has its own, such as `end{}`.", BLOCKS[0]),
        ("render" | "include", None) => " A push has no other templates to show.".to_owned(),
        _ => String::new(),
    };
    Some(unknown(format!("There is no tag `{name}`.{hint}"), places, near))
}

fn unknown_filter(name: &str, places: Vec<Range<usize>>) -> Option<Remark> {
    let is_unknown = !FILTERS.contains(&name);
    is_unknown.then(|| unknown(format!("There is no filter `{name}`."), places, nearest(name, FILTERS)))
}

fn unknown_variable(text: &str, name: &str, places: Vec<Range<usize>>, known: &[&str]) -> Option<Remark> {
    let is_bare = places.iter().any(|place| !text[place.clone()].starts_with(['"', '\'']));
    if known.contains(&name) {
        // The engine reads letters of other alphabets in quotes only.
        let is_readable = !is_bare || is_plain(name);
        let words = || format!("The column `{name}` is read in brackets and quotes only.");
        return (!is_readable).then(|| unknown_as(words(), places, written(name), text));
    }
    let near = nearest(name, known.iter().copied()).and_then(written);
    let words = match (&near, known.is_empty()) {
        (Some(near), _) => format!("The list has no column `{name}`. Did you mean `{near}`?"),
        (None, true) => format!("The list has no columns for the text, so `{name}` is empty for everyone."),
        (None, false) => format!("The list has no column `{name}`: it is empty for everyone."),
    };
    Some(unknown_as(words, places, near, text))
}

/// A name that there is not, and the one to use instead.
fn unknown(words: String, places: Vec<Range<usize>>, near: Option<&str>) -> Remark {
    let hint = near.map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
    unknown_as(words + &hint, places, near.map(str::to_owned), "")
}

fn unknown_as(words: String, places: Vec<Range<usize>>, name: Option<String>, text: &str) -> Remark {
    let fix = name.map(|name| Fix {
        label: format!("Use {name}"),
        edits: places.iter().map(|place| Edit::new(with_brackets(text, place), name.clone())).collect(),
    });
    Remark::new(places, words, fix)
}

/// A variable's place with the brackets around its quotes.
fn with_brackets(text: &str, place: &Range<usize>) -> Range<usize> {
    let is_quoted = text.get(place.clone()).is_some_and(|written| written.starts_with(['"', '\'']));
    if !is_quoted {
        return place.clone();
    }
    let open = text[..place.start].rfind('[').unwrap_or(place.start);
    let close = text[place.end..].find(']').map_or(place.end, |at| place.end + at + 1);
    open..close
}

#[cfg(test)]
mod tests;
