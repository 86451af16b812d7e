//! Carries out a program for one recipient.

mod evaluate;
mod loops;
mod nodes;
mod parts;
mod state;

use crate::error::Raw;
use crate::limits::Limits;
use crate::program::Body;
use crate::trace::Trace;
use crate::values::Lookup;
use nodes::Flow;
use state::State;

/// What one render is made with.
pub(crate) struct Input<'v, 't> {
    pub body: &'v Body,
    /// Every name in the program, by its slot.
    pub names: &'v [Box<str>],
    /// How many series of loops it has.
    pub series: usize,
    pub data: &'v dyn Lookup,
    pub limits: Limits,
    pub now: i64,
    pub trace: Option<&'t mut Trace>,
}

/// Writes to the end of `out`.
pub(crate) fn render(input: Input<'_, '_>, out: &mut String) -> Result<(), Raw> {
    let start = out.len();
    let body = input.body;
    let mut state = State::new(input, start);
    // A `break` outside of every loop ends the text.
    let (Flow::On | Flow::Break | Flow::Continue) = state.body(body, out)?;
    if let Some(trace) = state.trace {
        trace.output_bytes += out.len() - start;
    }
    Ok(())
}
