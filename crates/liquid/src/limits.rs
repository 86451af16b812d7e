//! What a template may cost at most, so that none can hang a page or fill its memory.

use std::fmt;

/// Upper bounds for parsing and for one render. Every one of them ends in an error of its own, never in a panic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the template's text.
    pub template_bytes: usize,
    /// Blocks inside blocks, brackets inside brackets, and lists and objects inside those of the data.
    pub nesting: usize,
    /// Tags, outputs, filters, comparisons and turns of loops carried out in one render; items that a filter walks
    /// count as well.
    pub steps: usize,
    /// Bytes written in one render; a captured text counts while it is captured.
    pub output_bytes: usize,
    /// Bytes that filters and comparisons read and make in one render. It is what bounds time and memory when a few
    /// steps work on long texts.
    pub work_bytes: usize,
}

impl Default for Limits {
    /// Far above what a push needs (its payload is 4 kB), and low enough to end within some milliseconds.
    fn default() -> Self {
        Self {
            template_bytes: 256 * 1024,
            nesting: 100,
            steps: 100_000,
            output_bytes: 1024 * 1024,
            work_bytes: 4 * 1024 * 1024,
        }
    }
}

/// Which bound was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// [`Limits::template_bytes`].
    TemplateBytes,
    /// [`Limits::nesting`].
    Nesting,
    /// [`Limits::steps`].
    Steps,
    /// [`Limits::output_bytes`].
    OutputBytes,
    /// [`Limits::work_bytes`].
    WorkBytes,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TemplateBytes => "the template is too long",
            Self::Nesting => "too many blocks, brackets or lists inside one another",
            Self::Steps => "the template takes too many steps: a loop is too long",
            Self::OutputBytes => "the text becomes too long",
            Self::WorkBytes => "the template works on too much text",
        })
    }
}
