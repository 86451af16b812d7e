//! Every tag: what it looks like, and what becomes of it.

use super::Parser;
use super::blocks::Block;
use super::cursor::Cursor;
use super::hints;
use super::source::Source;
use crate::cut::cut;
use crate::error::Raw;
use crate::lexer::markup::Token;
use crate::lexer::{Part, begins_with_name, is_word};
use crate::program::{Expression, Group, Node, Slot, Tag};
use crate::search;

impl Parser {
    pub(super) fn tag<'s>(
        &mut self,
        source: &mut Source<'s>,
        block: &mut Block,
        at: usize,
        name: Part<'s>,
        markup: Part<'s>,
    ) -> Result<(), Raw> {
        let (tag, is_blank) = match name.text {
            "assign" => (self.assign(markup)?, true),
            "break" => (Tag::Break, false),
            "capture" => {
                let to = self.target(markup)?;
                let body = self.closed(source, at, "capture")?.body;
                (Tag::Capture { to: self.names.set(to), body }, true)
            }
            "case" => self.case(source, at, markup)?,
            "comment" => return Self::comment(source, at),
            "continue" => (Tag::Continue, false),
            "cycle" => (self.cycle(at, markup)?, false),
            "decrement" => (Tag::Decrement(self.counter(markup)?), false),
            "doc" => return self.doc(source, block, at, markup),
            "echo" => {
                block.body.nodes.push(Node::Output(self.output(markup)?));
                block.is_blank = false;
                return Ok(());
            }
            "for" => self.for_loop(source, at, markup)?,
            "if" => self.choice(source, at, "if", markup)?,
            "ifchanged" => {
                let inner = self.closed(source, at, "ifchanged")?;
                (Tag::IfChanged(inner.body), inner.is_blank)
            }
            "increment" => (Tag::Increment(self.counter(markup)?), false),
            "liquid" => return self.lines(block, markup),
            "raw" => {
                self.nothing_more("raw", markup)?;
                let text = Self::verbatim(source, at, "raw")?.text;
                // Nothing is no node: a loop would walk over thousands of them for no step at all.
                if !text.is_empty() {
                    block.is_blank = false;
                    block.body.nodes.push(Node::Text(at, text.into()));
                }
                return Ok(());
            }
            "tablerow" => self.table_row(source, at, markup)?,
            "unless" => self.choice(source, at, "unless", markup)?,
            "#" => return inline_comment(markup),
            other => return Err(hints::unknown_tag(name.at, other)),
        };
        block.is_blank &= is_blank;
        block.body.nodes.push(Node::Tag(at, Box::new(tag)));
        Ok(())
    }

    fn nothing_more<'s>(&self, tag: &str, markup: Part<'s>) -> Result<(), Raw> {
        if markup.text.is_empty() {
            return Ok(());
        }
        Err(Raw::syntax(markup.at, format!("`{tag}` takes nothing behind its name")))
    }

    fn doc<'s>(
        &self,
        source: &mut Source<'s>,
        block: &mut Block,
        at: usize,
        markup: Part<'s>,
    ) -> Result<(), Raw> {
        self.nothing_more("doc", markup)?;
        let inside = Self::verbatim(source, at, "doc")?;
        if let Some(inner) = tag_within(inside.text, "doc") {
            return Err(Raw::syntax(inside.at + inner, "a `doc` cannot hold another one"));
        }
        block.is_blank &= inside.text.is_empty();
        Ok(())
    }

    fn assign<'s>(&mut self, markup: Part<'s>) -> Result<Tag, Raw> {
        let form = "Write {% assign name = value %}.";
        let Some(equals) = markup.text.find('=') else {
            return Err(Raw::syntax(markup.at, "`assign` needs `=` between a name and a value").hint(form));
        };
        let name = Part { at: markup.at, text: cut(markup.text, ..equals) };
        let to = self.target(name).map_err(|raw| raw.hint_if_none(|| Some(form.to_owned())))?;
        let from = self.output(markup.behind(equals + 1))?;
        Ok(Tag::Assign { to: self.names.set(to), from })
    }

    /// The name that `assign` or `capture` sets; `capture` may have it in quotes.
    fn target<'s>(&self, part: Part<'s>) -> Result<&'s str, Raw> {
        let part = part.trimmed();
        let quoted = part.text.strip_prefix(['"', '\'']).and_then(|text| text.strip_suffix(['"', '\'']));
        let name = quoted.unwrap_or(part.text);
        let fits = |byte: u8| is_word(byte) || matches!(byte, b'-' | b'.' | b'[' | b']');
        if name.is_empty() || !name.bytes().all(fits) || name.starts_with('-') {
            return Err(Raw::syntax(part.at, format!("“{}” cannot be a variable's name", part.text))
                .hint("A name has letters, digits, _ and - in it, and begins with a letter or _."));
        }
        Ok(name)
    }

    fn counter<'s>(&mut self, markup: Part<'s>) -> Result<Slot, Raw> {
        let mut cursor = Cursor::over(markup)?;
        let name = cursor.word("the name of a counter")?;
        cursor.end()?;
        Ok(self.names.set(name))
    }

    fn cycle<'s>(&mut self, at: usize, markup: Part<'s>) -> Result<Tag, Raw> {
        let mut cursor = Cursor::over(markup)?;
        let first_at = cursor.at();
        let first = self
            .expression(&mut cursor)
            .map_err(|raw| raw.hint_if_none(|| Some("Write {% cycle 'odd', 'even' %}.".to_owned())))?;
        let mut written = cursor.text_from(first_at).to_owned();
        let (name, mut items) = if cursor.takes(b':') {
            (Some(first), vec![self.expression(&mut cursor)?])
        } else {
            (None, vec![first])
        };
        while cursor.takes(b',') && cursor.peek() != Token::End {
            let at = cursor.at();
            items.push(self.expression(&mut cursor)?);
            written.push(',');
            written.push_str(cursor.text_from(at));
        }
        cursor.end()?;
        let group = match name {
            Some(name) => Group::Named(name),
            // Those with a variable in them are each on their own.
            None if items.iter().any(|item| !matches!(item, Expression::Literal(_))) => {
                Group::Alike(format!("at {at}").into())
            }
            None => Group::Alike(written.into()),
        };
        Ok(Tag::Cycle { group, items: items.into() })
    }
}

/// Where a tag of this name stands in a text.
fn tag_within(text: &str, name: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = search::find(cut(text, from..), "{%").map(|at| from + at) {
        let inner = cut(text, at + 2..).trim_start_matches('-').trim_ascii_start();
        if begins_with_name(inner, name) {
            return Some(at);
        }
        from = at + 2;
    }
    None
}

/// Every line of a comment begins with `#`.
fn inline_comment(markup: Part<'_>) -> Result<(), Raw> {
    for line in markup.text.split('\n').skip(1).map(str::trim_ascii_start) {
        if !line.is_empty() && !line.starts_with('#') {
            let raw = Raw::syntax(markup.at, "every line of a comment begins with #");
            return Err(raw.hint("Or write {% comment %} … {% endcomment %}."));
        }
    }
    Ok(())
}
