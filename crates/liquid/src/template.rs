//! A template, parsed once and rendered for as many recipients as there are.

use crate::error::{ParseError, RenderError};
use crate::limits::Limits;
use crate::parser::{self, BranchInfo, PathInfo};
use crate::position::Position;
use crate::program::Body;
use crate::render::{self, Input};
use crate::trace::Trace;
use crate::values::Lookup;

/// A parsed template.
#[derive(Debug)]
pub struct Template {
    source: Box<str>,
    body: Body,
    names: Vec<Box<str>>,
    series: usize,
    paths: Vec<PathInfo>,
    branches: Vec<BranchInfo>,
    warnings: Vec<ParseError>,
}

/// What a render is made with besides the data.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settings {
    /// The moment that `now` and `today` mean, in seconds since 1970. It is given and not taken from a clock, so
    /// that the same render always gives the same text.
    pub now: i64,
    /// What it may cost.
    pub limits: Limits,
}

/// A place at which a template reads a variable of its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variable<'t> {
    /// As written, such as `customer.name`.
    pub path: &'t str,
    /// Its first part, such as `customer` or the text in `['first name']`: the name that the data needs. In brackets
    /// as they are written when it is known only in a render.
    pub name: &'t str,
    /// Where.
    pub position: Position,
    /// True when it comes from the data: the template has not set it itself before this place.
    pub is_data: bool,
    /// True when it is only asked about here, in a condition or by `case`, and nothing of it is written.
    pub is_tested: bool,
}

/// A way that a render can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Branch<'t> {
    /// The tag that begins it: `if`, `unless`, `elsif`, `else`, `when`, `for`; `none` for the way past all of them.
    pub kind: &'static str,
    /// What its tag says, such as the condition.
    pub markup: &'t str,
    /// Where its tag stands.
    pub position: Position,
}

impl Template {
    /// Parses a template within the default limits.
    ///
    /// # Errors
    /// The first fault, with its place and what to do.
    pub fn parse(source: &str) -> Result<Self, ParseError> {
        Self::parse_within(source, &Limits::default())
    }

    /// Parses a template within limits of one's own.
    ///
    /// # Errors
    /// The first fault, with its place and what to do.
    pub fn parse_within(source: &str, limits: &Limits) -> Result<Self, ParseError> {
        let parsed = parser::parse(source, limits).map_err(|raw| raw.placed(source))?;
        let (names, series, paths, branches) = parsed.names.finish();
        Ok(Self {
            body: parsed.body,
            names,
            series,
            paths,
            branches,
            warnings: parsed.warnings.into_iter().map(|raw| raw.placed(source)).collect(),
            source: source.into(),
        })
    }

    /// What may not do what was meant: filters that do not exist, or that will refuse their arguments.
    pub fn warnings(&self) -> &[ParseError] {
        &self.warnings
    }

    /// The template as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Every place at which it reads a variable that it has not set itself before, in the order of the text.
    pub fn variables(&self) -> impl Iterator<Item = Variable<'_>> {
        self.places().filter(|place| place.is_data)
    }

    /// Every place at which it reads any variable, in the order in which [`Trace::places`] counts them.
    pub fn places(&self) -> impl Iterator<Item = Variable<'_>> {
        let positions = Position::of_all(&self.source, self.paths.iter().map(|path| path.at));
        self.paths.iter().zip(positions).map(|(path, position)| Variable {
            path: &path.text,
            name: name_of(path.text.get(..path.root_length).unwrap_or(&path.text)),
            position,
            is_data: path.is_data,
            is_tested: path.is_tested,
        })
    }

    /// Every way that a render can take, in the order in which they end.
    pub fn branches(&self) -> impl Iterator<Item = Branch<'_>> {
        let positions = Position::of_all(&self.source, self.branches.iter().map(|branch| branch.at));
        let placed = self.branches.iter().zip(positions);
        placed.map(|(branch, position)| Branch { kind: branch.kind, markup: &branch.markup, position })
    }

    /// The text for one recipient.
    ///
    /// # Errors
    /// When a filter or tag cannot work with what it gets, or a limit is met.
    pub fn render(&self, data: &dyn Lookup, settings: &Settings) -> Result<String, RenderError> {
        let mut out = String::new();
        self.render_to(&mut out, data, settings)?;
        Ok(out)
    }

    /// Writes the text for one recipient to the end of `out`: reused, it is the only memory that a plain text takes.
    ///
    /// # Errors
    /// As [`Template::render`]; `out` then ends with what was written so far.
    pub fn render_to(
        &self,
        out: &mut String,
        data: &dyn Lookup,
        settings: &Settings,
    ) -> Result<(), RenderError> {
        self.carry_out(out, data, settings, None)
    }

    /// An empty trace, to be handed to [`Template::render_traced`].
    pub fn trace(&self) -> Trace {
        Trace::new(self.paths.len(), self.branches.len())
    }

    /// The text for one recipient, and in `trace` what happened on the way.
    ///
    /// # Errors
    /// As [`Template::render`]; the trace then holds what happened so far.
    pub fn render_traced(
        &self,
        data: &dyn Lookup,
        settings: &Settings,
        trace: &mut Trace,
    ) -> Result<String, RenderError> {
        let mut out = String::new();
        self.render_traced_to(&mut out, data, settings, trace)?;
        Ok(out)
    }

    /// Writes the text for one recipient to the end of `out`, and into `trace` what happened on the way.
    ///
    /// # Errors
    /// As [`Template::render`]; `out` and the trace then end with what happened so far.
    pub fn render_traced_to(
        &self,
        out: &mut String,
        data: &dyn Lookup,
        settings: &Settings,
        trace: &mut Trace,
    ) -> Result<(), RenderError> {
        trace.begins();
        self.carry_out(out, data, settings, Some(trace))
    }

    fn carry_out(
        &self,
        out: &mut String,
        data: &dyn Lookup,
        settings: &Settings,
        trace: Option<&mut Trace>,
    ) -> Result<(), RenderError> {
        let input = Input {
            body: &self.body,
            names: &self.names,
            series: self.series,
            data,
            limits: settings.limits,
            now: settings.now,
            trace,
        };
        render::render(input, out).map_err(|raw| raw.placed(&self.source))
    }
}

/// The name that the first part of a path means.
fn name_of(root: &str) -> &str {
    let inside = root.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).map(str::trim);
    let quoted = |quote| inside.and_then(|it| it.strip_prefix(quote)?.strip_suffix(quote));
    quoted('\'').or_else(|| quoted('"')).unwrap_or(root)
}
