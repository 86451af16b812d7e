//! What can be written where the caret is: variables, filters, or tags.

use std::ops::Range;

use super::scope::{Scope, written};
use super::syntax::{Kind, Piece, Statement, Token};
use super::vocabulary::{FILTERS, tags};

/// Options that are offered at most; further ones come up as one types on.
const MOST: usize = 50;

/// One thing that can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// As it is read in the list.
    pub label: String,
    /// What is written.
    pub text: String,
}

/// What can be written at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What it is, in words: such as `Filters`.
    pub what: &'static str,
    /// The bytes that a choice takes the place of.
    pub range: Range<usize>,
    /// The choices, never none.
    pub choices: Vec<Choice>,
}

/// What can be written at the caret, a byte of the text; none outside of Liquid, within quotes, or where the word is
/// whole. `columns` are those of the list, and `elsewhere` are names that other texts read, for when there is none.
pub fn completion(
    text: &str,
    pieces: &[Piece],
    caret: usize,
    columns: Option<&[String]>,
    elsewhere: &[String],
) -> Option<Completion> {
    let (piece, statement) = at(pieces, caret)?;
    let word = statement.tokens.iter().find(|token| token.range.start < caret && caret <= token.range.end);
    let word = match word.map(|token| token.kind) {
        Some(Kind::Text | Kind::Curly | Kind::Number | Kind::Target | Kind::Property) => return None,
        Some(Kind::Sign) | None => None,
        Some(_) => word,
    };
    let start = word.map_or(caret, |word| word.range.start);
    // In what is not closed, what follows may be the text that was there before.
    let end = word.filter(|_| piece.is_closed()).map_or(caret, |word| word.range.end);
    let before = statement.tokens.iter().rfind(|token| token.range.end <= start);
    let what = wanted(text, piece, statement, before)?;
    let names = match what {
        Wanted::Filter => FILTERS.map(str::to_owned).to_vec(),
        Wanted::Tag => tags().filter(|tag| tag != "#").collect(),
        Wanted::Variable => variables(text, pieces, start, columns, elsewhere),
    };
    let finish = match what {
        Wanted::Variable => Finish::of(text, piece, start..end),
        _ => Finish::default(),
    };
    let choices = chosen(names, &text[start..caret]).filter_map(|name| {
        let written = if what == Wanted::Variable { written(&name)? } else { name.clone() };
        Some(Choice { label: name, text: [finish.before, &written, finish.behind].concat() })
    });
    let choices: Vec<Choice> = choices.take(MOST).collect();
    let is_whole = matches!(&*choices, [only] if only.label == text[start..end]);
    (!choices.is_empty() && !is_whole).then(|| Completion { what: what.label(), range: start..end, choices })
}

/// What belongs at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Variable,
    Filter,
    Tag,
}

impl Wanted {
    fn label(self) -> &'static str {
        match self {
            Self::Variable => "Variables",
            Self::Filter => "Filters",
            Self::Tag => "Tags",
        }
    }
}

/// The statement in which the caret is.
fn at(pieces: &[Piece], caret: usize) -> Option<(&Piece, &Statement)> {
    let piece = pieces.iter().rfind(|piece| piece.range.start + 2 <= caret)?;
    let holds = |statement: &&Statement| statement.range.start <= caret && caret <= statement.range.end;
    // Of two that meet at the caret, that which begins there.
    Some((piece, piece.statements.iter().rfind(holds)?))
}

/// What may stand behind this token, by what it is.
fn wanted(text: &str, piece: &Piece, statement: &Statement, before: Option<&Token>) -> Option<Wanted> {
    let Some(before) = before else {
        return Some(if piece.is_output { Wanted::Variable } else { Wanted::Tag });
    };
    let written = &text[before.range.clone()];
    match before.kind {
        Kind::Sign if written == "|" => Some(Wanted::Filter),
        Kind::Sign if matches!(written, "." | "]" | ")") => None,
        Kind::Sign => Some(Wanted::Variable),
        Kind::Keyword if matches!(written, "and" | "or" | "contains" | "in") => Some(Wanted::Variable),
        Kind::Tag => {
            let takes_value = matches!(
                statement.name(text),
                "if" | "unless" | "elsif" | "case" | "when" | "echo" | "cycle"
            );
            takes_value.then_some(Wanted::Variable)
        }
        _ => None,
    }
}

/// Names that can be read at a place, those that the text sets first.
fn variables(
    text: &str,
    pieces: &[Piece],
    start: usize,
    columns: Option<&[String]>,
    elsewhere: &[String],
) -> Vec<String> {
    let scope = Scope::of(text, pieces);
    let mut names: Vec<String> = Vec::new();
    let own = scope.from_list.iter().filter(|read| !(read.range.start..=read.range.end).contains(&start));
    let from_list: Vec<&str> = match columns {
        Some(columns) => columns.iter().map(String::as_str).collect(),
        None => own.map(|read| read.name.as_str()).chain(elsewhere.iter().map(String::as_str)).collect(),
    };
    for name in scope.set_at(start).chain(from_list) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// Names that begin with what is written, then those that hold it.
fn chosen(names: Vec<String>, prefix: &str) -> impl Iterator<Item = String> {
    let prefix = prefix.to_lowercase();
    let place = |name: &String| name.to_lowercase().find(&prefix);
    let (first, other): (Vec<String>, Vec<String>) =
        names.into_iter().partition(|name| place(name) == Some(0));
    let other: Vec<String> = other.into_iter().filter(|name| place(name).is_some()).collect();
    first.into_iter().chain(other)
}

/// What is written around a variable so that its output is whole.
#[derive(Debug, Default, Clone, Copy)]
struct Finish {
    before: &'static str,
    behind: &'static str,
}

impl Finish {
    fn of(text: &str, piece: &Piece, range: Range<usize>) -> Self {
        let touches = text[..range.start].ends_with("{{");
        let is_new = touches && range.is_empty() && !piece.is_closed();
        let behind = match (piece.is_output && !piece.is_closed(), touches && !is_new) {
            (false, _) => "",
            (true, true) => "}}",
            (true, false) => " }}",
        };
        Self { before: if is_new { " " } else { "" }, behind }
    }
}

#[cfg(test)]
mod tests;
