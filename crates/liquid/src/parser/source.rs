//! Where a parser reads from: the pieces of a template, or the lines of a `liquid` tag. To a block they are alike.

use crate::error::Raw;
use crate::lexer::Part;
use crate::lexer::lines::Lines;
use crate::lexer::template::{Piece, Pieces};

pub(super) enum Source<'s> {
    Document(Pieces<'s>),
    Lines(Lines<'s>),
}

/// What comes next.
pub(super) enum Next<'s> {
    Text(Part<'s>),
    Output(Part<'s>),
    Tag { at: usize, name: Part<'s>, markup: Part<'s> },
    Over,
}

/// How a body ended.
pub(super) enum End<'s> {
    /// With a tag that the block around it may know.
    Tag { at: usize, name: Part<'s>, markup: Part<'s> },
    /// With the source.
    Over,
}

impl<'s> Source<'s> {
    pub fn next(&mut self) -> Result<Next<'s>, Raw> {
        let nameless = |at| Raw::syntax(at, "a tag without a name").hint("Write one such as {% if … %}.");
        match self {
            Self::Document(pieces) => Ok(match pieces.next()? {
                None => Next::Over,
                Some(Piece::Text(part)) => Next::Text(part),
                Some(Piece::Output(part)) => Next::Output(part),
                Some(Piece::Tag { at, inside }) => {
                    let (name, markup) = inside.split_name().ok_or_else(|| nameless(at))?;
                    Next::Tag { at, name, markup }
                }
            }),
            Self::Lines(lines) => match lines.next() {
                None => Ok(Next::Over),
                Some(line) => {
                    let (name, markup) = line.split_name().ok_or_else(|| nameless(line.at))?;
                    Ok(Next::Tag { at: line.at, name, markup })
                }
            },
        }
    }
}
