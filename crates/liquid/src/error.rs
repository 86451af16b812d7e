//! What is wrong with a template, or with a render: what, where, and what to do about it.

use std::fmt;

use crate::limits::Limit;
use crate::position::{Position, line_around};

/// What kind of fault it is, for code that treats them differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The template is not Liquid.
    Syntax,
    /// A tag that does not exist.
    UnknownTag,
    /// A filter that does not exist.
    UnknownFilter,
    /// `include` and `render`: a push has no partial templates.
    Partial,
    /// A filter or tag was given something that it cannot work with.
    Argument,
    /// A division by zero.
    ZeroDivision,
    /// A bound was met.
    Limit(Limit),
}

/// A fault with its place. Its `Display` is the message with the source line below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind.
    pub kind: Kind,
    /// What is wrong, as one sentence without its place.
    pub message: String,
    /// What to do, when that is known.
    pub hint: Option<String>,
    /// Where.
    pub position: Position,
    /// The whole line there.
    pub line: String,
}

/// Why a template cannot be used, or (as a warning) may not do what was meant.
pub type ParseError = Fault;
/// Why a render ended early.
pub type RenderError = Fault;

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.position;
        writeln!(f, "line {line}, column {column}: {}", self.message)?;
        // A caret under the place, behind the same tabs as the line has.
        let indent: String =
            self.line.chars().take(column - 1).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
        write!(f, "  {}\n  {indent}^", self.line)?;
        match &self.hint {
            Some(hint) => write!(f, "\n{hint}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Fault {}

/// A fault whose place is still a byte offset. One word, since almost every function may give it back.
#[derive(Debug, Clone)]
pub(crate) struct Raw(Box<Unplaced>);

#[derive(Debug, Clone)]
struct Unplaced {
    kind: Kind,
    message: String,
    hint: Option<String>,
    at: usize,
}

impl Raw {
    #[cold]
    pub fn syntax(at: usize, message: impl Into<String>) -> Self {
        Self(Box::new(Unplaced { kind: Kind::Syntax, message: message.into(), hint: None, at }))
    }

    #[cold]
    pub fn limit(at: usize, limit: Limit) -> Self {
        Self::syntax(at, limit.to_string()).of_kind(Kind::Limit(limit))
    }

    pub fn of_kind(mut self, kind: Kind) -> Self {
        self.0.kind = kind;
        self
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    pub fn hint_if_none(mut self, hint: impl FnOnce() -> Option<String>) -> Self {
        if self.0.hint.is_none() {
            self.0.hint = hint();
        }
        self
    }

    pub fn placed(self, source: &str) -> Fault {
        let Unplaced { kind, message, hint, at } = *self.0;
        let position = Position::of(source, at);
        Fault { kind, message, hint, position, line: line_around(source, at).to_owned() }
    }
}
