//! A text that was read through: its outputs and tags, what is wrong with them, and how it is painted.

use std::collections::BTreeSet;

use super::remarks::{Remark, remarks};
use super::scope::Scope;
use super::syntax::{Kind, Piece, pieces};

/// A text and what is to be said of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proof {
    /// The text from its beginning to its end, cut where its look changes.
    pub strokes: Vec<Stroke>,
    /// What is wrong.
    pub remarks: Vec<Remark>,
}

/// A part of the text that looks the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stroke {
    /// The text.
    pub text: String,
    /// What it belongs to: `output`, `tag`, or `open` when it is not closed; nothing for plain text.
    pub piece: Option<&'static str>,
    /// What it stands for there; nothing for what has no look of its own.
    pub kind: Option<&'static str>,
    /// True when a remark is about it.
    pub is_wrong: bool,
}

impl Proof {
    /// Reads a text. Without `columns` no variable is unknown; the word at `caret`, a byte, is not judged yet.
    pub fn read(text: &str, columns: Option<&[String]>, caret: Option<usize>) -> Self {
        let pieces = pieces(text);
        let remarks = remarks(text, &pieces, columns, caret);
        let strokes = strokes(text, &pieces, &remarks, caret);
        Self { strokes, remarks }
    }
}

/// The names that a text reads and does not set, in order, each once.
pub fn names(text: &str) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let read = Scope::of(text, &pieces(text)).from_list;
    read.into_iter().map(|read| read.name).filter(|name| seen.insert(name.clone())).collect()
}

fn strokes(text: &str, pieces: &[Piece], remarks: &[Remark], caret: Option<usize>) -> Vec<Stroke> {
    let wrong: BTreeSet<(usize, usize)> =
        remarks.iter().flat_map(|remark| &remark.places).map(|place| (place.start, place.end)).collect();
    let mut brush = Brush { text, at: 0, strokes: Vec::new() };
    for piece in pieces {
        let look = match (piece.is_closed(), piece.is_output) {
            (false, _) => "open",
            (true, true) => "output",
            (true, false) => "tag",
        };
        // Of what is being written, what follows the caret is most likely the text that was there before.
        let end = caret
            .filter(|caret| !piece.is_closed() && piece.range.contains(caret))
            .unwrap_or(piece.range.end);
        brush.to(piece.range.start, None, None, false);
        for token in piece.statements.iter().flat_map(|statement| &statement.tokens) {
            if token.range.end > end {
                break;
            }
            brush.to(token.range.start, Some(look), None, false);
            // Of a text in quotes only these are wrong, so both ends are looked up.
            let is_wrong = wrong.range((token.range.start, 0)..(token.range.end, 0)).next().is_some();
            brush.to(token.range.end, Some(look), name_of(token.kind), is_wrong);
        }
        let last = wrong.range((brush.at, 0)..(end, 0)).next().map_or(end, |(start, _)| *start);
        brush.to(last, Some(look), None, false);
        brush.to(end, Some(look), None, true);
    }
    brush.to(text.len(), None, None, false);
    brush.strokes
}

/// What has a look of its own.
fn name_of(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Variable | Kind::Target | Kind::Property => Some("variable"),
        Kind::Filter => Some("filter"),
        Kind::Tag | Kind::Keyword => Some("word"),
        Kind::Text | Kind::Curly | Kind::Number => Some("value"),
        Kind::Sign => None,
    }
}

/// Draws a text from its beginning to its end.
struct Brush<'t> {
    text: &'t str,
    at: usize,
    strokes: Vec<Stroke>,
}

impl Brush<'_> {
    /// Draws on to a byte.
    fn to(&mut self, end: usize, piece: Option<&'static str>, kind: Option<&'static str>, is_wrong: bool) {
        let Some(text) = self.text.get(self.at..end).filter(|text| !text.is_empty()) else { return };
        self.strokes.push(Stroke { text: text.to_owned(), piece, kind, is_wrong });
        self.at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The strokes as `text`, `[output]`, `[output variable]` and with `!` when wrong.
    fn painted(text: &str, caret: Option<usize>) -> String {
        let proof = Proof::read(text, Some(&["name".to_owned()]), caret);
        let whole: String = proof.strokes.iter().map(|stroke| stroke.text.as_str()).collect();
        assert_eq!(whole, text, "nothing is added and nothing is lost");
        let shown = proof.strokes.iter().map(|stroke| {
            let look: Vec<&str> = stroke.piece.into_iter().chain(stroke.kind).collect();
            let wrong = if stroke.is_wrong { "!" } else { "" };
            if look.is_empty() {
                stroke.text.clone()
            } else {
                format!("[{}{wrong}|{}]", look.join(" "), stroke.text)
            }
        });
        shown.collect()
    }

    #[test]
    fn every_part_has_the_look_of_what_it_stands_for() {
        let table = [
            ("plain } text {", "plain } text {"),
            ("Hi {{ name }}!", "Hi [output|{{ ][output variable|name][output| }}]!"),
            ("{{ nam }}", "[output|{{ ][output variable!|nam][output| }}]"),
            (
                "{{ 'a' | upcase }}",
                "[output|{{ ][output value|'a'][output| ][output||][output| ][output filter|upcase][output| }}]",
            ),
            ("{% if name %}", "[tag|{% ][tag word|if][tag| ][tag variable|name][tag| %}]"),
            ("{{ name } x", "[open|{{ ][open variable|name][open| ][open!|}] x"),
            ("{{ 'a }}", "[output|{{ ][output value!|'a ][output|}}]"),
            ("{{ name\nx", "[open|{{ ][open variable|name]\nx"),
        ];
        for (text, look) in table {
            assert_eq!(painted(text, None), look, "{text}");
        }
    }

    #[test]
    fn what_follows_a_half_written_output_is_text_while_it_is_written() {
        assert_eq!(painted("{{ na and more", Some(5)), "[open|{{ ][open variable|na] and more");
    }

    #[test]
    fn names_of_a_text_are_told_once_and_in_order() {
        assert_eq!(names("{{ b }}{{ a }}{{ b | append: c }}{% assign d = 1 %}{{ d }}"), ["b", "a", "c"]);
    }
}
