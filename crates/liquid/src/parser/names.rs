//! The names in a template: which it sets itself, which it reads, and its branches.

use super::interner::Interner;
use crate::program::{BranchId, Slot};

/// A variable as it is read at one place.
#[derive(Debug, Clone)]
pub(crate) struct PathInfo {
    /// As written: `customer.name`.
    pub text: Box<str>,
    /// How long its first name is, in bytes.
    pub root_length: usize,
    pub at: usize,
    /// True when it is not set by the template before this place, so that it comes from the data.
    pub is_data: bool,
    /// True within a condition, or where a `case` compares.
    pub is_tested: bool,
}

/// A branch.
#[derive(Debug, Clone)]
pub(crate) struct BranchInfo {
    pub at: usize,
    /// Such as `if`, `else`, `when`, `for`; `none` for the way past all of them.
    pub kind: &'static str,
    /// What its tag says, such as the condition.
    pub markup: Box<str>,
}

#[derive(Debug, Default)]
pub(crate) struct Names {
    names: Interner,
    /// Variable and collection of every `for`, for `offset: continue`.
    series: Interner,
    /// For each name whether the template ever sets it.
    is_set: Vec<bool>,
    /// The variables of the loops around the place that is parsed.
    bound: Vec<Slot>,
    /// True while a condition is parsed.
    pub is_testing: bool,
    paths: Vec<PathInfo>,
    branches: Vec<BranchInfo>,
}

impl Names {
    /// The slot of a name.
    pub fn slot(&mut self, name: &str) -> Slot {
        let number = self.names.number(name);
        if number == self.is_set.len() {
            self.is_set.push(false);
        }
        Slot(number)
    }

    /// The number of a loop's variable and collection as written: loops of the same continue each other.
    pub fn series(&mut self, text: &str) -> usize {
        self.series.number(text)
    }

    /// The slot of a name that the template sets from here on.
    pub fn set(&mut self, name: &str) -> Slot {
        let slot = self.slot(name);
        self.is_set[slot.0] = true;
        slot
    }

    /// Binds a loop's variable; [`Names::unbind`] ends that.
    pub fn bind(&mut self, name: &str) -> Slot {
        let slot = self.slot(name);
        self.bound.push(slot);
        slot
    }

    pub fn unbind(&mut self) {
        self.bound.pop();
    }

    /// True when a name comes from the data as far as is known here.
    pub fn is_data(&self, slot: Slot) -> bool {
        !self.is_set[slot.0] && !self.bound.contains(&slot)
    }

    /// Every name by its slot, and how many series of loops there are.
    pub fn finish(self) -> (Vec<Box<str>>, usize, Vec<PathInfo>, Vec<BranchInfo>) {
        (self.names.texts(), self.series.len(), self.paths, self.branches)
    }

    pub fn path(&mut self, info: PathInfo) -> usize {
        self.paths.push(info);
        self.paths.len() - 1
    }

    pub fn branch(&mut self, at: usize, kind: &'static str, markup: &str) -> BranchId {
        self.branches.push(BranchInfo { at, kind, markup: markup.into() });
        BranchId(self.branches.len() - 1)
    }
}
