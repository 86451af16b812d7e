//! What a render keeps in mind: variables that the template has set, loops, counters, and what it may still spend.

use std::rc::Rc;

use super::Input;
use crate::error::{Kind, Raw};
use crate::filters::{Failure, Work};
use crate::limits::Limit;
use crate::program::Slot;
use crate::trace::Trace;
use crate::values::{Lookup, LoopVars, Value};

pub(super) struct State<'v, 't> {
    pub data: &'v dyn Lookup,
    bindings: Vec<Binding<'v>>,
    names: &'v [Box<str>],
    series: usize,
    /// The loops around the present place, from the outermost, each with its variable and collection as written.
    pub loops: Vec<(LoopVars, &'v str)>,
    /// How far the loops of each series have come, for `offset: continue`.
    offsets: Vec<usize>,
    /// Where each group of cycles stands.
    pub cycles: Vec<(Value<'v>, usize)>,
    /// What `ifchanged` has shown last.
    pub shown: Option<Rc<str>>,
    pub work: Work,
    pub trace: Option<&'t mut Trace>,
    /// Bytes in the text that is written to, from before this render.
    start: usize,
    /// True while a text of its own is written, which is not yet part of the render's text.
    is_apart: bool,
    /// Bytes of this render in the texts around the one that is written to.
    held: usize,
}

/// What the template has made of a name.
#[derive(Clone, Default)]
struct Binding<'v> {
    /// Set by a loop, for as long as it lasts.
    in_loop: Option<Value<'v>>,
    /// Set by `assign` or `capture`.
    assigned: Option<Value<'v>>,
    /// Set by `increment` or `decrement`.
    counter: Option<i64>,
}

impl<'v, 't> State<'v, 't> {
    pub fn new(input: Input<'v, 't>, start: usize) -> Self {
        Self {
            data: input.data,
            bindings: Vec::new(),
            names: input.names,
            series: input.series,
            loops: Vec::new(),
            offsets: Vec::new(),
            cycles: Vec::new(),
            shown: None,
            work: Work::new(&input.limits, input.now),
            trace: input.trace,
            start,
            is_apart: false,
            held: 0,
        }
    }

    /// The value that the template itself has given a name; none when it has not.
    pub fn own(&self, slot: Slot) -> Option<Value<'v>> {
        let binding = self.bindings.get(slot.0)?;
        let set = binding.in_loop.as_ref().or(binding.assigned.as_ref());
        set.cloned().or_else(|| binding.counter.map(Value::Int))
    }

    fn binding(&mut self, slot: Slot) -> &mut Binding<'v> {
        if self.bindings.is_empty() {
            self.bindings.resize(self.names.len(), Binding::default());
        }
        &mut self.bindings[slot.0]
    }

    /// How far the loops of a series have come.
    pub fn offset(&mut self, series: usize) -> &mut usize {
        if self.offsets.is_empty() {
            self.offsets.resize(self.series, 0);
        }
        &mut self.offsets[series]
    }

    /// The value that the template itself has given a name which is known only now.
    pub fn own_by_name(&mut self, name: &str) -> Result<Option<Value<'v>>, Failure> {
        if self.bindings.is_empty() {
            return Ok(None);
        }
        self.work.pay(self.names.len())?;
        Ok(self.names.iter().position(|known| **known == *name).and_then(|at| self.own(Slot(at))))
    }

    pub fn assign(&mut self, slot: Slot, value: Value<'v>) {
        self.binding(slot).assigned = Some(value);
    }

    /// Binds a loop's variable and gives what it was bound to before.
    pub fn bind(&mut self, slot: Slot, value: Option<Value<'v>>) -> Option<Value<'v>> {
        std::mem::replace(&mut self.binding(slot).in_loop, value)
    }

    /// The counter of this slot.
    pub fn counter(&mut self, slot: Slot) -> &mut Option<i64> {
        &mut self.binding(slot).counter
    }

    /// Pays for steps that are taken at this place.
    #[inline]
    pub fn step(&mut self, at: usize, count: usize) -> Result<(), Raw> {
        self.work.step(count).map_err(|failure| fault(at, failure))
    }

    /// Pays for bytes that are read or made at this place.
    #[inline]
    pub fn pay(&mut self, at: usize, bytes: usize) -> Result<(), Raw> {
        self.work.pay(bytes).map_err(|failure| fault(at, failure))
    }

    /// Ends the render when more was written than is allowed.
    #[inline]
    pub fn check(&self, out: &str, at: usize) -> Result<(), Raw> {
        if self.held + out.len() - self.start > self.work.output_bytes {
            return Err(Raw::limit(at, Limit::OutputBytes));
        }
        Ok(())
    }

    /// Writes to a text of its own while `out` is held.
    pub fn apart<T>(&mut self, out: &str, write: impl FnOnce(&mut Self) -> T) -> T {
        let outer = (self.start, self.held, self.is_apart);
        self.held += out.len() - self.start;
        self.start = 0;
        self.is_apart = true;
        let result = write(self);
        (self.start, self.held, self.is_apart) = outer;
        result
    }

    /// Notes that an output about this path has written from here to the end of `out`.
    #[inline]
    pub fn wrote(&mut self, about: Option<usize>, from: usize, out: &str) {
        if let (Some(trace), Some(path), false) = (&mut self.trace, about, self.is_apart) {
            trace.writes(path, from - self.start..out.len() - self.start);
        }
    }
}

/// The fault of a failure, at its place.
pub(super) fn fault(at: usize, failure: Failure) -> Raw {
    match failure {
        Failure::Argument(message) => Raw::syntax(at, message).of_kind(Kind::Argument),
        Failure::ZeroDivision => Raw::syntax(at, "a division by zero").of_kind(Kind::ZeroDivision),
        Failure::Limit(limit) => Raw::limit(at, limit),
    }
}
