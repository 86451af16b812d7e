//! What happened during renders: which variables were read and which were missing, which branches were taken.

use std::ops::Range;

use crate::program::BranchId;
use crate::template::Template;
use crate::template::{Branch, Variable};

/// What happened in one render, or in many: traces add up.
///
/// It belongs to the template that it was made by ([`Template::trace`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    reads: Vec<Reads>,
    branches: Vec<usize>,
    written: Vec<Written>,
    /// Bytes that were written.
    pub output_bytes: usize,
    /// How many renders are in it.
    pub renders: usize,
}

/// What happened to a variable at one place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reads {
    /// How often it was read.
    pub read: usize,
    /// How often it was missing, or nil.
    pub missing: usize,
    /// How often a `default` stood in for it.
    pub defaulted: usize,
}

/// What one output of a template has written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The place of the variable that it shows, among [`Template::places`].
    pub place: usize,
    /// Which bytes of the render's text.
    pub bytes: Range<usize>,
}

impl Trace {
    pub(crate) fn new(paths: usize, branches: usize) -> Self {
        Self {
            reads: vec![Reads::default(); paths],
            branches: vec![0; branches],
            written: Vec::new(),
            output_bytes: 0,
            renders: 0,
        }
    }

    /// One render more.
    pub(crate) fn begins(&mut self) {
        self.renders += 1;
        self.written.clear();
    }

    pub(crate) fn writes(&mut self, place: usize, bytes: Range<usize>) {
        self.written.push(Written { place, bytes });
    }

    pub(crate) fn reads(&mut self, path: usize, is_missing: bool) {
        if let Some(reads) = self.reads.get_mut(path) {
            reads.read += 1;
            reads.missing += usize::from(is_missing);
        }
    }

    /// A default stands in for a path, and may be another one, which is nil or not.
    pub(crate) fn stands_in(&mut self, lacking: Option<usize>, instead: Option<usize>, is_missing: bool) {
        if let Some(reads) = lacking.and_then(|path| self.reads.get_mut(path)) {
            reads.defaulted += 1;
        }
        if let Some(path) = instead {
            self.reads(path, is_missing);
        }
    }

    pub(crate) fn takes(&mut self, branch: BranchId) {
        if let Some(count) = self.branches.get_mut(branch.0) {
            *count += 1;
        }
    }

    /// Forgets everything, and keeps its memory.
    pub fn clear(&mut self) {
        self.reads.fill(Reads::default());
        self.branches.fill(0);
        self.written.clear();
        (self.output_bytes, self.renders) = (0, 0);
    }

    /// What happened at each of [`Template::places`].
    pub fn places(&self) -> &[Reads] {
        &self.reads
    }

    /// What the outputs of the last render have written, in the order of its text. Outputs without a variable are
    /// left out, and so are those whose text was captured first.
    pub fn written(&self) -> &[Written] {
        &self.written
    }

    /// Adds what happened in other renders of the same template; what they have written stays with them.
    pub fn add(&mut self, other: &Self) {
        for (mine, theirs) in self.reads.iter_mut().zip(&other.reads) {
            mine.read += theirs.read;
            mine.missing += theirs.missing;
            mine.defaulted += theirs.defaulted;
        }
        for (mine, theirs) in self.branches.iter_mut().zip(&other.branches) {
            *mine += theirs;
        }
        self.output_bytes += other.output_bytes;
        self.renders += other.renders;
    }

    /// Every place at which a variable of the data was read, in the order of the template.
    pub fn variables<'t>(
        &'t self,
        template: &'t Template,
    ) -> impl Iterator<Item = (Variable<'t>, Reads)> + 't {
        template
            .places()
            .zip(&self.reads)
            .filter(|(_, reads)| reads.read > 0)
            .map(|(place, reads)| (place, *reads))
    }

    /// Every branch with how often it was taken, in the order of the template.
    pub fn branches<'t>(&'t self, template: &'t Template) -> impl Iterator<Item = (Branch<'t>, usize)> + 't {
        template.branches().zip(&self.branches).map(|(branch, count)| (branch, *count))
    }

    /// How many branches were taken at least once, and how many there are.
    pub fn coverage(&self) -> (usize, usize) {
        (self.branches.iter().filter(|count| **count > 0).count(), self.branches.len())
    }
}
