//! From a template's text to its program, or to the first fault in it.

mod blocks;
mod comments;
mod cursor;
mod expressions;
mod hints;
mod interner;
mod loops;
mod names;
mod source;
mod tags;

pub use hints::nearest;
pub(crate) use names::{BranchInfo, Names, PathInfo};

use crate::error::Raw;
use crate::lexer::template::Pieces;
use crate::limits::{Limit, Limits};
use crate::program::Body;
use source::{End, Source};

/// A program and what is known of its names and branches.
pub(crate) struct Parsed {
    pub body: Body,
    pub names: Names,
    pub warnings: Vec<Raw>,
}

/// Parses a template.
pub(crate) fn parse(source: &str, limits: &Limits) -> Result<Parsed, Raw> {
    if source.len() > limits.template_bytes {
        return Err(Raw::limit(0, Limit::TemplateBytes));
    }
    let mut parser =
        Parser { nesting: limits.nesting, depth: 0, names: Names::default(), warnings: Vec::new() };
    let mut pieces = Source::Document(Pieces::new(source));
    let (block, end) = parser.body(&mut pieces)?;
    match end {
        End::Over => Ok(Parsed { body: block.body, names: parser.names, warnings: parser.warnings }),
        End::Tag { at, name, .. } => Err(hints::misplaced(at, name.text)),
    }
}

/// What is carried along while parsing.
struct Parser {
    nesting: usize,
    depth: usize,
    names: Names,
    warnings: Vec<Raw>,
}

impl Parser {
    /// One level deeper, for as long as `parse` takes.
    fn deeper<T>(&mut self, at: usize, parse: impl FnOnce(&mut Self) -> Result<T, Raw>) -> Result<T, Raw> {
        if self.depth >= self.nesting {
            return Err(Raw::limit(at, Limit::Nesting));
        }
        self.depth += 1;
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }
}
