//! Rows of text, outputs and tags, and the blocks that hold them.

use super::Parser;
use super::hints;
use super::source::{End, Next, Source};
use crate::cut::cut;
use crate::error::Raw;
use crate::lexer::Part;
use crate::lexer::lines::Lines;
use crate::lexer::markup::Token;
use crate::parser::cursor::Cursor;
use crate::program::{Arm, Body, Branch, Case, Choice, Node, Operand, Tag};
use crate::search;
use crate::space::is_space;

/// A body, and whether nothing in it can ever be seen.
pub(super) struct Block {
    pub body: Body,
    pub is_blank: bool,
}

impl Block {
    pub fn new() -> Self {
        Self { body: Body::default(), is_blank: true }
    }

    /// Leaves the white space out of a block in which nothing can be seen.
    pub fn without_text(mut self, is_blank: bool) -> Body {
        if is_blank {
            self.body.nodes.retain(|node| !matches!(node, Node::Text(..)));
        }
        self.body
    }
}

impl Parser {
    /// Everything up to the end, or to a tag that is for the block around.
    pub(super) fn body<'s>(&mut self, source: &mut Source<'s>) -> Result<(Block, End<'s>), Raw> {
        let mut block = Block::new();
        loop {
            match source.next()? {
                Next::Over => return Ok((block, End::Over)),
                Next::Text(part) => {
                    if !part.text.is_empty() {
                        block.is_blank &= part.text.chars().all(is_space);
                        block.body.nodes.push(Node::Text(part.at, part.text.into()));
                    }
                }
                Next::Output(part) => {
                    let unclosed = || {
                        search::find(part.text, "{{")
                            .is_some()
                            .then(|| "Is an output before it not closed? It ends with }}.".to_owned())
                    };
                    let output = self.output(part).map_err(|raw| raw.hint_if_none(unclosed))?;
                    block.is_blank = false;
                    block.body.nodes.push(Node::Output(output));
                }
                Next::Tag { at, name, markup } => {
                    if hints::PARTS.contains(&name.text) || name.text.starts_with("end") {
                        return Ok((block, End::Tag { at, name, markup }));
                    }
                    self.deeper(at, |parser| parser.tag(source, &mut block, at, name, markup))?;
                }
            }
        }
    }

    /// The tags in the lines of a `liquid` tag; they belong to the block around it.
    pub(super) fn lines<'s>(&mut self, block: &mut Block, inside: Part<'s>) -> Result<(), Raw> {
        let (inner, end) = self.body(&mut Source::Lines(Lines::new(inside)))?;
        if let End::Tag { at, name, .. } = end {
            return Err(hints::misplaced(at, name.text)
                .hint("A block that begins outside of `liquid` also ends outside."));
        }
        block.is_blank &= inner.is_blank;
        block.body.nodes.extend(inner.body.nodes);
        Ok(())
    }

    /// A body that must end with `end` and this name.
    pub(super) fn closed<'s>(
        &mut self,
        source: &mut Source<'s>,
        at: usize,
        name: &str,
    ) -> Result<Block, Raw> {
        let (block, end) = self.body(source)?;
        match end {
            End::Tag { name: found, .. } if is_end(found.text, name) => Ok(block),
            other => Err(not_closed(at, name, &other)),
        }
    }

    /// `if` and `unless`.
    pub(super) fn choice<'s>(
        &mut self,
        source: &mut Source<'s>,
        at: usize,
        name: &'static str,
        markup: Part<'s>,
    ) -> Result<(Tag, bool), Raw> {
        let mut parts = Vec::new();
        let mut is_blank = true;
        let mut condition =
            Some(self.condition(markup).map_err(|raw| raw.hint_if_none(|| condition_hint(markup)))?);
        let mut id = self.names.branch(at, name, markup.text);
        loop {
            let (block, end) = self.body(source)?;
            is_blank &= block.is_blank;
            let is_negated = name == "unless" && parts.is_empty();
            parts.push((id, condition.take(), is_negated, block));
            match end {
                End::Tag { name: found, .. } if is_end(found.text, name) => break,
                End::Tag { at, name: found, markup } if found.text == "elsif" => {
                    condition = Some(self.condition(markup)?);
                    id = self.names.branch(at, "elsif", markup.text);
                }
                End::Tag { at, name: found, .. } if found.text == "else" => {
                    id = self.names.branch(at, "else", "");
                }
                other => return Err(not_closed(at, name, &other)),
            }
        }
        let has_else = parts.iter().any(|(_, condition, _, _)| condition.is_none());
        let otherwise = (!has_else).then(|| self.names.branch(at, "none", ""));
        let branches = parts.into_iter().map(|(id, condition, is_negated, block)| Branch {
            id,
            condition,
            is_negated,
            body: block.without_text(is_blank),
        });
        Ok((Tag::If(Choice { branches: branches.collect(), otherwise }), is_blank))
    }

    /// `case` with its `when` and `else`.
    pub(super) fn case<'s>(
        &mut self,
        source: &mut Source<'s>,
        at: usize,
        markup: Part<'s>,
    ) -> Result<(Tag, bool), Raw> {
        let mut cursor = Cursor::over(markup)?;
        self.names.is_testing = true;
        let subject = self.expression(&mut cursor)?;
        self.names.is_testing = false;
        cursor.end()?;
        // What stands before the first `when` is never shown.
        let (ignored, mut end) = self.body(source)?;
        let mut is_blank = ignored.is_blank;
        let mut parts = Vec::new();
        loop {
            let (arm_at, values, kind, text) = match end {
                End::Tag { name, .. } if is_end(name.text, "case") => break,
                End::Tag { at, name, markup } if name.text == "when" => {
                    (at, Some(self.values(markup)?), "when", markup.text)
                }
                End::Tag { at, name, markup } if name.text == "else" => {
                    if !markup.text.is_empty() {
                        return Err(Raw::syntax(markup.at, "`else` in a `case` takes no condition")
                            .hint("Use `when`."));
                    }
                    (at, None, "else", "")
                }
                other => return Err(not_closed(at, "case", &other)),
            };
            let id = self.names.branch(arm_at, kind, text);
            let (block, next) = self.body(source)?;
            end = next;
            is_blank &= block.is_blank;
            parts.push((id, arm_at, values, block));
        }
        let has_else = parts.iter().any(|(_, _, values, _)| values.is_none());
        let otherwise = (!has_else).then(|| self.names.branch(at, "none", ""));
        let arms = parts.into_iter().map(|(id, at, values, block)| Arm {
            id,
            at,
            values,
            body: block.without_text(is_blank),
        });
        Ok((Tag::Case(Case { subject, arms: arms.collect(), otherwise }), is_blank))
    }

    fn values<'s>(&mut self, markup: Part<'s>) -> Result<Box<[Operand]>, Raw> {
        let mut cursor = Cursor::over(markup)?;
        self.names.is_testing = true;
        let mut values = vec![self.operand(&mut cursor)?];
        while cursor.takes(b',') || cursor.takes_word("or") {
            if cursor.peek() == Token::End {
                break;
            }
            values.push(self.operand(&mut cursor)?);
        }
        self.names.is_testing = false;
        cursor.end()?;
        Ok(values.into())
    }
}

/// True for `end` and the name.
pub(super) fn is_end(found: &str, name: &str) -> bool {
    found.strip_prefix("end") == Some(name)
}

/// The fault of a block that ends with something else than its own end.
pub(super) fn not_closed(at: usize, name: &str, end: &End<'_>) -> Raw {
    match end {
        End::Over => hints::unclosed(at, name, None),
        End::Tag { name: found, .. } if found.text.starts_with("end") => {
            let block = cut(found.text, 3..);
            if hints::TAGS.contains(&block) {
                hints::unclosed(at, name, Some(found.text))
            } else {
                hints::unknown_tag(found.at, found.text)
            }
        }
        End::Tag { at, name: found, .. } => hints::misplaced(*at, found.text),
    }
}

fn condition_hint(markup: Part<'_>) -> Option<String> {
    markup.text.is_empty().then(|| "Write what has to be true, such as `if name`.".to_owned())
}
