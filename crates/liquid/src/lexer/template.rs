//! A template as a row of texts, outputs and tags, with white space taken away where a dash asks for it.

use super::{Part, begins_with_name};
use crate::cut::cut;
use crate::error::Raw;
use crate::search::find;
use crate::space::{is_space, is_trimmed};

/// One piece of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'s> {
    /// Text that is written as it is.
    Text(Part<'s>),
    /// What stands between `{{` and `}}`.
    Output(Part<'s>),
    /// What stands between `{%` and `%}`; `at` of the whole tag.
    Tag { at: usize, inside: Part<'s> },
}

/// Reads a template piece by piece.
pub(crate) struct Pieces<'s> {
    source: &'s str,
    at: usize,
    trims_next: bool,
}

impl<'s> Pieces<'s> {
    pub fn new(source: &'s str) -> Self {
        Self { source, at: 0, trims_next: false }
    }

    /// The next piece; none at the end.
    pub fn next(&mut self) -> Result<Option<Piece<'s>>, Raw> {
        let rest = cut(self.source, self.at..);
        if rest.is_empty() {
            return Ok(None);
        }
        if rest.starts_with("{{") {
            let inside = self.delimited("{{", "}}")?;
            return Ok(Some(Piece::Output(inside)));
        }
        if rest.starts_with("{%") {
            let at = self.at;
            let inside = self.delimited("{%", "%}")?;
            return Ok(Some(Piece::Tag { at, inside }));
        }
        let end = start_of_markup(rest).unwrap_or(rest.len());
        let mut part = Part { at: self.at, text: cut(rest, ..end) };
        self.at += end;
        if std::mem::take(&mut self.trims_next) {
            let kept = part.text.trim_start_matches(is_trimmed);
            part = part.behind(part.text.len() - kept.len());
        }
        if self.trims_previous() {
            part.text = part.text.trim_end_matches(is_trimmed);
        }
        Ok(Some(Piece::Text(part)))
    }

    /// True when what comes next takes away the white space before it.
    fn trims_previous(&self) -> bool {
        self.source.as_bytes().get(self.at + 2) == Some(&b'-')
    }

    fn delimited(&mut self, open: &str, close: &str) -> Result<Part<'s>, Raw> {
        let start = self.at + open.len();
        let rest = cut(self.source, start..);
        let Some(end) = find(rest, close) else {
            let what = if open == "{{" { "output" } else { "tag" };
            return Err(Raw::syntax(self.at, format!("this {what} is never closed"))
                .hint(format!("It begins with {open} and ends with {close}.")));
        };
        if open == "{{" && cut(rest, ..end).contains('}') {
            return Err(Raw::syntax(self.at, "this output is closed by a single `}`").hint("Write }}."));
        }
        self.at = start + end + close.len();
        self.trims_next = false;
        let mut inside = Part { at: start, text: cut(rest, ..end) };
        if inside.text.starts_with('-') {
            inside = inside.behind(1);
        }
        if let Some(text) = inside.text.strip_suffix('-') {
            inside.text = text;
            self.trims_next = true;
        } else if cut(rest, ..end) == "-" {
            self.trims_next = true;
        }
        Ok(inside)
    }

    /// The tag at the cursor as far as it can be told, without an error for what is not one: for comments, in which
    /// nothing is read. Gives its inside, and moves behind it. None at the end.
    pub fn skip_to_tag(&mut self) -> Option<Part<'s>> {
        loop {
            let rest = cut(self.source, self.at..);
            let start = start_of_markup(rest)?;
            let open = self.at + start;
            if cut(self.source, open..).starts_with("{{") {
                // An output ends at the next brace, or never; a tag inside it is a tag.
                let body = cut(self.source, open + 2..);
                let end = body.find('}').map_or(body.len(), |at| at + 1);
                let tag = find(cut(body, ..end), "{%").unwrap_or(body.len());
                self.at = open + 2 + end.min(tag);
                continue;
            }
            let body = cut(self.source, open + 2..);
            let end = find(body, "%}")?;
            self.at = open + 2 + end + 2;
            let text = cut(body, ..end);
            self.trims_next = text.ends_with('-');
            let inside = Part { at: open + 2, text };
            return Some(if text.starts_with('-') { inside.behind(1) } else { inside });
        }
    }

    /// Everything up to the tag of this name, which is passed over, as it stands. None when there is no such tag.
    pub fn raw_until(&mut self, name: &str) -> Option<Part<'s>> {
        let start = self.at;
        let mut from = start;
        loop {
            let open = from + find(cut(self.source, from..), "{%")?;
            let body = cut(self.source, open + 2..);
            let inner = body.strip_prefix('-').unwrap_or(body);
            let inner = inner.trim_start_matches(is_space);
            if begins_with_name(inner, name) {
                let end = find(body, "%}")?;
                self.at = open + 2 + end + 2;
                self.trims_next = cut(body, ..end).ends_with('-');
                return Some(Part { at: start, text: cut(self.source, start..open) });
            }
            from = open + 2;
        }
    }
}

fn start_of_markup(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(at) = cut(text, from..).find('{').map(|at| from + at) {
        if matches!(bytes.get(at + 1), Some(b'{' | b'%')) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}
