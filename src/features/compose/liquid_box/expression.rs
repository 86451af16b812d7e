//! The inside of an output or a tag: its words and signs, and what each stands for by where it stands.

use std::ops::Range;

use super::quotes;
use super::syntax::{Kind, Statement, Token};
use super::vocabulary::{KEYWORDS, VERBATIM};

/// Reads the inside of an output.
pub fn output(text: &str, range: Range<usize>) -> Statement {
    let tokens = read(text, range.clone(), "");
    Statement { range, tokens }
}

/// Reads the inside of a tag; a `liquid` tag has a statement for each line.
pub fn tag(text: &str, range: Range<usize>) -> Vec<Statement> {
    let first = line(text, range.clone());
    if first.name(text) != "liquid" {
        return vec![first];
    }
    let rest = first.tokens[0].range.end..range.end;
    let mut statements =
        vec![Statement { range: range.start..rest.start, tokens: first.tokens[..1].to_vec() }];
    let mut at = rest.start;
    for words in text[rest].split_inclusive('\n') {
        statements.push(line(text, at..at + words.trim_end_matches('\n').len()));
        at += words.len();
    }
    statements
}

/// Reads the name of a tag and what follows it.
fn line(text: &str, range: Range<usize>) -> Statement {
    let inside = &text[range.clone()];
    let start = range.start + inside.len() - inside.trim_start().len();
    let length = match text.as_bytes().get(start) {
        Some(b'#') if start < range.end => 1,
        _ => text[start..range.end].chars().take_while(|letter| is_word(*letter)).map(char::len_utf8).sum(),
    };
    if length == 0 {
        return Statement { tokens: read(text, start..range.end, ""), range };
    }
    let name = start..start + length;
    let mut tokens = vec![Token { kind: Kind::Tag, range: name.clone() }];
    if !takes_no_words(&text[name.clone()]) {
        tokens.extend(read(text, name.end..range.end, &text[name]));
    }
    Statement { range, tokens }
}

/// True for tags behind which nothing is read.
fn takes_no_words(tag: &str) -> bool {
    tag == "#" || tag.starts_with("end") || VERBATIM.contains(&tag)
}

/// Words and signs of a part; `tag` is the name of the tag that it belongs to.
fn read(text: &str, range: Range<usize>, tag: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = range.start;
    while let Some(first) = text[at..range.end].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let rest = &text[at..range.end];
        let (kind, length) = match first {
            '"' | '\'' => match rest[1..].find(first) {
                Some(end) => (Kind::Text, end + 2),
                None => (Kind::Text, rest.len()),
            },
            _ if quotes::is_curly(first) => (Kind::Curly, quotes::extent(rest)),
            _ if first.is_ascii_digit() => (Kind::Number, number(rest)),
            '-' if rest[1..].starts_with(|next: char| next.is_ascii_digit()) => {
                (Kind::Number, 1 + number(&rest[1..]))
            }
            _ if is_word(first) => (Kind::Variable, word(rest)),
            '.' if rest.starts_with("..") => (Kind::Sign, 2),
            _ => (Kind::Sign, first.len_utf8()),
        };
        let token = Token { kind, range: at..at + length };
        at += length;
        let follows = text[at..range.end].trim_start();
        let kind = classify(text, &tokens, &token, follows, tag);
        tokens.push(Token { kind, ..token });
    }
    tokens
}

/// What a word or a quoted text stands for by what stands before it and behind it.
fn classify(text: &str, before: &[Token], token: &Token, follows: &str, tag: &str) -> Kind {
    let word = &text[token.range.clone()];
    let sign =
        before.last().filter(|last| last.kind == Kind::Sign).map_or("", |last| &text[last.range.clone()]);
    let is_first = before.is_empty();
    match token.kind {
        Kind::Text if is_first && tag == "capture" => Kind::Target,
        Kind::Text if sign == "[" && follows.starts_with(']') && is_at_value(text, before) => Kind::Variable,
        Kind::Variable => match sign {
            "|" => Kind::Filter,
            "." => Kind::Property,
            _ if is_first && sets(tag) => Kind::Target,
            _ if KEYWORDS.contains(&word) || follows.starts_with(':') => Kind::Keyword,
            _ if is_loop(tag) && matches!(word, "reversed" | "continue") => Kind::Keyword,
            _ => Kind::Variable,
        },
        kind => kind,
    }
}

/// True when the `[` that was read last does not belong to a value before it.
fn is_at_value(text: &str, before: &[Token]) -> bool {
    let owner = before.len().checked_sub(2).and_then(|at| before.get(at));
    !owner.is_some_and(|owner| {
        matches!(owner.kind, Kind::Variable | Kind::Property) || &text[owner.range.clone()] == "]"
    })
}

fn sets(tag: &str) -> bool {
    is_loop(tag) || matches!(tag, "assign" | "capture" | "increment" | "decrement")
}

fn is_loop(tag: &str) -> bool {
    matches!(tag, "for" | "tablerow")
}

/// Letters of other alphabets too: a name in them is one wrong word and not several.
fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn word(text: &str) -> usize {
    let end = text.find(|letter| !is_word(letter) && letter != '-').unwrap_or(text.len());
    end + usize::from(text[end..].starts_with('?'))
}

fn number(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    match text[whole..].strip_prefix('.') {
        Some(rest) if digits(rest) > 0 => whole + 1 + digits(rest),
        _ => whole,
    }
}
