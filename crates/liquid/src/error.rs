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

/// A fault whose place is still a byte offset.
#[derive(Debug, Clone)]
pub(crate) struct Raw {
    pub kind: Kind,
    pub message: String,
    pub hint: Option<String>,
    pub at: usize,
}

impl Raw {
    pub fn syntax(at: usize, message: impl Into<String>) -> Self {
        Self { kind: Kind::Syntax, message: message.into(), hint: None, at }
    }

    pub fn limit(at: usize, limit: Limit) -> Self {
        Self { kind: Kind::Limit(limit), message: limit.to_string(), hint: None, at }
    }

    pub fn of_kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub fn hint_if_none(mut self, hint: impl FnOnce() -> Option<String>) -> Self {
        if self.hint.is_none() {
            self.hint = hint();
        }
        self
    }

    pub fn placed(self, source: &str) -> Fault {
        Fault {
            kind: self.kind,
            message: self.message,
            hint: self.hint,
            position: Position::of(source, self.at),
            line: line_around(source, self.at).to_owned(),
        }
    }
}
