//! What every kind of node does.

use super::state::{State, fault};
use crate::error::Raw;
use crate::program::{Body, BranchId, Case, Choice, Expression, Group, Node, Operand, Slot, Tag};
use crate::values::{Str, Value};

/// How the carrying out goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    On,
    Break,
    Continue,
}

impl<'v> State<'v, '_> {
    pub(super) fn body(&mut self, body: &'v Body, out: &mut String) -> Result<Flow, Raw> {
        for node in &body.nodes {
            match node {
                Node::Text(at, text) => {
                    out.push_str(text);
                    self.check(out, *at)?;
                }
                Node::Output(output) => {
                    self.step(output.at, 1)?;
                    let value = self.output(output)?;
                    let from = out.len();
                    self.write(&value, out, output.at)?;
                    self.wrote(output.about, from, out);
                }
                Node::Tag(at, tag) => {
                    self.step(*at, 1)?;
                    let flow = self.tag(*at, tag, out)?;
                    self.check(out, *at)?;
                    if flow != Flow::On {
                        return Ok(flow);
                    }
                }
            }
        }
        Ok(Flow::On)
    }

    /// Writes a value as an output shows it.
    fn write(&mut self, value: &Value<'v>, out: &mut String, at: usize) -> Result<(), Raw> {
        match value {
            Value::Array(_) => {
                // Measured first: what is not too deep and not too long can be written.
                let paid = self.work.measure(value).and_then(|()| self.work.step(1));
                paid.map_err(|failure| fault(at, failure))?;
                value.write(out);
                self.check(out, at)
            }
            Value::Map(_) => {
                let text = self.work.text(value).map_err(|failure| fault(at, failure))?;
                out.push_str(&text);
                self.check(out, at)
            }
            value => {
                if matches!(value, Value::Float(_)) {
                    self.work.measure(value).map_err(|failure| fault(at, failure))?;
                }
                value.write(out);
                self.check(out, at)
            }
        }
    }

    fn tag(&mut self, at: usize, tag: &'v Tag, out: &mut String) -> Result<Flow, Raw> {
        match tag {
            Tag::Assign { to, from } => {
                let value = self.output(from)?;
                self.assign(*to, value);
            }
            Tag::Capture { to, body } => {
                let mut text = String::new();
                let flow = self.apart(out, |state| state.body(body, &mut text))?;
                self.pay(at, text.len())?;
                self.assign(*to, Value::text(text));
                return Ok(flow);
            }
            Tag::If(choice) => return self.choice(choice, out),
            Tag::Case(case) => return self.case(case, out),
            Tag::For(inner) => return self.for_loop(at, inner, out),
            Tag::TableRow(inner) => return self.table_row(at, inner, out),
            Tag::Cycle { group, items } => self.cycle(at, group, items, out)?,
            Tag::IfChanged(body) => {
                let mut text = String::new();
                let flow = self.apart(out, |state| state.body(body, &mut text))?;
                self.pay(at, text.len())?;
                if self.shown.as_deref() != Some(text.as_str()) {
                    out.push_str(&text);
                    self.shown = Some(text.into());
                }
                return Ok(flow);
            }
            Tag::Increment(slot) => {
                let count = self.count(*slot);
                *self.counter(*slot) = Some(count.saturating_add(1));
                Value::Int(count).write(out);
            }
            Tag::Decrement(slot) => {
                let count = self.count(*slot).saturating_sub(1);
                *self.counter(*slot) = Some(count);
                Value::Int(count).write(out);
            }
            Tag::Break => return Ok(Flow::Break),
            Tag::Continue => return Ok(Flow::Continue),
        }
        Ok(Flow::On)
    }

    fn count(&mut self, slot: Slot) -> i64 {
        self.counter(slot).unwrap_or_default()
    }

    pub(super) fn takes(&mut self, branch: BranchId) {
        if let Some(trace) = &mut self.trace {
            trace.takes(branch);
        }
    }

    fn choice(&mut self, choice: &'v Choice, out: &mut String) -> Result<Flow, Raw> {
        for branch in &choice.branches {
            let holds = match &branch.condition {
                Some(condition) => self.condition(condition)? != branch.is_negated,
                None => true,
            };
            if holds {
                self.takes(branch.id);
                return self.body(&branch.body, out);
            }
        }
        if let Some(otherwise) = choice.otherwise {
            self.takes(otherwise);
        }
        Ok(Flow::On)
    }

    /// Every `when` that fits is carried out, once for each of its values that fits; `else` when none did before it.
    fn case(&mut self, case: &'v Case, out: &mut String) -> Result<Flow, Raw> {
        let subject = self.expression(&case.subject)?;
        let (mut has_matched, mut has_shown) = (false, false);
        for arm in &case.arms {
            let times = match &arm.values {
                None => usize::from(!has_matched),
                Some(values) => {
                    let mut times = 0;
                    for value in values {
                        times += usize::from(self.fits(arm.at, &subject, value)?);
                    }
                    has_matched |= times > 0;
                    times
                }
            };
            for _ in 0..times {
                has_shown = true;
                self.takes(arm.id);
                let flow = self.body(&arm.body, out)?;
                if flow != Flow::On {
                    return Ok(flow);
                }
            }
        }
        if let (false, Some(otherwise)) = (has_shown, case.otherwise) {
            self.takes(otherwise);
        }
        Ok(Flow::On)
    }

    fn fits(&mut self, at: usize, subject: &Value<'v>, value: &'v Operand) -> Result<bool, Raw> {
        self.step(at, 1)?;
        match value {
            Operand::Blank => self.blank(at, subject),
            Operand::Empty => Ok(crate::values::is_empty(subject)),
            Operand::Value(expression) => {
                let value = self.expression(expression)?;
                self.work.equal(subject, &value).map_err(|failure| fault(at, failure))
            }
        }
    }

    fn cycle(
        &mut self,
        at: usize,
        group: &'v Group,
        items: &'v [Expression],
        out: &mut String,
    ) -> Result<(), Raw> {
        let key = match group {
            Group::Named(name) => self.expression(name)?,
            // Cannot be the value of a name: it is a list.
            Group::Alike(text) => Value::array(vec![Value::Str(Str::Lent(text))]),
        };
        // Looking at each group costs more than the comparison says.
        self.pay(at, 4 * self.cycles.len())?;
        let mut place = None;
        for index in 0..self.cycles.len() {
            let known = self.cycles[index].0.clone();
            if self.work.equal(&known, &key).map_err(|failure| fault(at, failure))? {
                place = Some(index);
                break;
            }
        }
        let place = place.unwrap_or_else(|| {
            self.cycles.push((key, 0));
            self.cycles.len() - 1
        });
        let turn = self.cycles[place].1;
        if let Some(item) = items.get(turn) {
            let value = self.expression(item)?;
            self.write(&value, out, at)?;
        }
        self.cycles[place].1 = if turn + 1 >= items.len() { 0 } else { turn + 1 };
        Ok(())
    }
}
