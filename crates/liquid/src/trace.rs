//! What happened during renders: which variables were read and which were missing, which branches were taken.

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

impl Trace {
    pub(crate) fn new(paths: usize, branches: usize) -> Self {
        Self {
            reads: vec![Reads::default(); paths],
            branches: vec![0; branches],
            output_bytes: 0,
            renders: 0,
        }
    }

    pub(crate) fn reads(&mut self, path: usize, is_missing: bool) {
        if let Some(reads) = self.reads.get_mut(path) {
            reads.read += 1;
            reads.missing += usize::from(is_missing);
        }
    }

    pub(crate) fn defaults(&mut self, path: usize) {
        if let Some(reads) = self.reads.get_mut(path) {
            reads.defaulted += 1;
        }
    }

    pub(crate) fn takes(&mut self, branch: BranchId) {
        if let Some(count) = self.branches.get_mut(branch.0) {
            *count += 1;
        }
    }

    /// Adds what happened in other renders of the same template.
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
