//! Curly quotes where Liquid wants straight ones: word processors and telephones put them in by themselves.

use super::edit::Edit;
use super::syntax::{Kind, Piece};

const DOUBLE: [char; 5] = ['“', '”', '„', '«', '»'];
const SINGLE: [char; 5] = ['‘', '’', '‚', '‹', '›'];

/// True for a quote that is not straight.
pub fn is_curly(letter: char) -> bool {
    DOUBLE.contains(&letter) || SINGLE.contains(&letter)
}

/// How many bytes the quoted text takes that begins here with a curly quote; that quote alone when nothing ends it.
pub fn extent(text: &str) -> usize {
    let mut letters = text.char_indices();
    let Some((_, open)) = letters.next() else { return 0 };
    let mut last = None;
    for (at, letter) in letters {
        if !closes(open, letter) {
            continue;
        }
        let end = at + letter.len_utf8();
        last = Some(end);
        // Otherwise it is an apostrophe within a word.
        if !text[end..].starts_with(char::is_alphanumeric) {
            break;
        }
    }
    last.unwrap_or(open.len_utf8())
}

fn closes(open: char, letter: char) -> bool {
    if DOUBLE.contains(&open) {
        DOUBLE.contains(&letter) || letter == '"'
    } else {
        SINGLE.contains(&letter) || letter == '\''
    }
}

/// The changes that make every curly quote in these outputs and tags a straight one. What is quoted stays as it is.
pub fn straightened(text: &str, pieces: &[Piece]) -> Vec<Edit> {
    let statements = pieces.iter().flat_map(|piece| &piece.statements);
    let curly = statements.flat_map(|statement| &statement.tokens).filter(|token| token.kind == Kind::Curly);
    let mut edits = Vec::new();
    for token in curly {
        let quoted = &text[token.range.clone()];
        let Some(open) = quoted.chars().next() else { continue };
        let close = quoted.chars().next_back().filter(|_| quoted.len() > open.len_utf8());
        let body = &quoted[open.len_utf8()..quoted.len() - close.map_or(0, char::len_utf8)];
        let (own, other) = if DOUBLE.contains(&open) { ("\"", "'") } else { ("'", "\"") };
        let straight = if body.contains(own) && !body.contains(other) { other } else { own };
        edits.push(Edit::new(token.range.start..token.range.start + open.len_utf8(), straight));
        if let Some(close) = close {
            edits.push(Edit::new(token.range.end - close.len_utf8()..token.range.end, straight));
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::compose::liquid_box::syntax::pieces;

    #[test]
    fn curly_quotes_within_liquid_become_straight_and_others_stay() {
        let table = [
            ("“Hi” {{ name | default: “there” }}", "“Hi” {{ name | default: \"there\" }}"),
            ("{{ name | default: ‘there’ }}", "{{ name | default: 'there' }}"),
            (
                "{{ name | default: „da“ }} {{ a | append: »b« }}",
                "{{ name | default: \"da\" }} {{ a | append: \"b\" }}",
            ),
            // An apostrophe is none.
            ("{{ name | default: \"it’s you\" }}", "{{ name | default: \"it’s you\" }}"),
            ("{{ name | default: ‘it’s you’ }}", "{{ name | default: 'it’s you' }}"),
            // The other kind, where the text holds the first.
            ("{{ name | default: ‘it's you’ }}", "{{ name | default: \"it's you\" }}"),
            ("{% if a == “b\" %}x{% endif %}", "{% if a == \"b\" %}x{% endif %}"),
            ("{{ a | append: ” }}", "{{ a | append: \" }}"),
            ("{% raw %}{{ “a” }}{% endraw %}", "{% raw %}{{ “a” }}{% endraw %}"),
        ];
        for (written, mended) in table {
            let mut text = written.to_owned();
            if let Some(edit) = Edit::joined(written, &straightened(written, &pieces(written))) {
                text.replace_range(edit.range, &edit.text);
            }
            assert_eq!(text, mended);
        }
    }
}
