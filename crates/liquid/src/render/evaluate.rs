//! The values of expressions, filters and conditions.

use std::cmp::Ordering;
use std::rc::Rc;

use super::parts::{field, item};
use super::state::{State, fault};
use crate::error::{Kind, Raw};
use crate::filters::{Failure, Work, needs_default};
use crate::program::{
    Call, Comparison, Condition, Expression, Join, Literal, Operand, Operator, Output, Path, Root, Segment,
};
use crate::values::{
    LoopVars, Map, Str, Value, contains, is_blank, is_empty, leading_int, order, strict_int,
};

/// Most arguments of a filter.
const MOST: usize = 3;

impl<'v> State<'v, '_> {
    pub(super) fn expression(&mut self, expression: &'v Expression) -> Result<Value<'v>, Raw> {
        match expression {
            Expression::Literal(literal) => Ok(match literal {
                Literal::Nil => Value::Nil,
                Literal::Bool(value) => Value::Bool(*value),
                Literal::Int(number) => Value::Int(*number),
                Literal::Float(number) => Value::Float(*number),
                Literal::Text(text) => Value::Str(Str::Lent(text)),
            }),
            Expression::Path(path) => self.path(path),
            Expression::Range(at, ends) => {
                let (first, last) = (self.expression(&ends.0)?, self.expression(&ends.1)?);
                let mut bound = |value| bound(&mut self.work, value).map_err(|failure| fault(*at, failure));
                Ok(Value::Range(bound(&first)?, bound(&last)?))
            }
        }
    }

    fn path(&mut self, path: &'v Path) -> Result<Value<'v>, Raw> {
        let (value, is_data) = match &path.root {
            Root::Name(name, slot) => match self.own(*slot) {
                Some(value) => (value, false),
                None => (self.data.get(name).unwrap_or_default(), true),
            },
            Root::Loop(name) => match self.loop_fact(name, &path.segments) {
                Some(fact) => return Ok(fact),
                None => (self.loop_vars(path.at, name)?, false),
            },
            Root::Computed(name) => {
                let name = self.expression(name)?;
                self.named(path.at, &name)?
            }
        };
        let mut value = value;
        for segment in &path.segments {
            if value.is_nil() {
                break;
            }
            value = match segment {
                Segment::Name(name) => {
                    let cost = match &value {
                        // Letters have to be counted, and one of them is copied.
                        Value::Str(text) => 32 + text.len(),
                        Value::Map(fields) if **name == *"first" => 8 + 16 * fields.len(),
                        _ => 8,
                    };
                    self.pay(path.at, cost)?;
                    field(&value, name)
                }
                Segment::Computed(key) => {
                    self.pay(path.at, 16)?;
                    let key = self.expression(key)?;
                    item(&value, &key)
                }
            };
        }
        if is_data && let Some(trace) = &mut self.trace {
            trace.reads(path.id, value.is_nil());
        }
        Ok(value)
    }

    /// A variable by a name that is only known now, and whether it comes from the data.
    fn named(&mut self, at: usize, name: &Value<'v>) -> Result<(Value<'v>, bool), Raw> {
        let Value::Str(name) = name else { return Ok((Value::Nil, true)) };
        Ok(match self.own_by_name(name).map_err(|failure| fault(at, failure))? {
            Some(value) => (value, false),
            None => (self.data.get(name).unwrap_or_default(), true),
        })
    }

    /// The innermost loop of this kind, among those around the present place.
    fn innermost(&self, name: &str) -> Option<usize> {
        let wants_table = name == "tablerowloop";
        self.loops.iter().rposition(|(vars, _)| vars.table.is_some() == wants_table)
    }

    /// `forloop` or `tablerowloop` as a value of its own, with the loops around it.
    fn loop_vars(&mut self, place: usize, name: &str) -> Result<Value<'v>, Raw> {
        let Some(at) = self.innermost(name) else { return Ok(Value::Nil) };
        self.pay(place, self.loops[..=at].iter().map(|(_, name)| 64 + name.len()).sum())?;
        // Only loops of the same kind are each other's parents.
        let is_table = self.loops[at].0.table.is_some();
        let mut chain = None;
        for (vars, name) in &self.loops[..=at] {
            if vars.table.is_some() == is_table {
                let name = (!is_table).then(|| Rc::from(*name));
                chain = Some(Rc::new(LoopVars { parent: chain, name, ..vars.clone() }));
            }
        }
        Ok(chain.map_or(Value::Nil, Value::Loop))
    }

    /// One fact of a loop, without making a value of the loop.
    fn loop_fact(&self, name: &str, segments: &[Segment]) -> Option<Value<'v>> {
        let [Segment::Name(fact)] = segments else { return None };
        if matches!(&**fact, "parentloop" | "name") {
            return None;
        }
        self.loops[self.innermost(name)?].0.get(fact)
    }

    pub(super) fn output(&mut self, output: &'v Output) -> Result<Value<'v>, Raw> {
        let mut value = self.expression(&output.expression)?;
        let mut source = output.expression.as_path().map(|path| path.id);
        for call in &output.filters {
            value = self.call(call, value, &mut source)?;
        }
        Ok(value)
    }

    /// `source` is the path that the value comes from; a default that stands in becomes it.
    fn call(
        &mut self,
        call: &'v Call,
        value: Value<'v>,
        source: &mut Option<usize>,
    ) -> Result<Value<'v>, Raw> {
        self.step(call.at, 1 + call.named.len())?;
        // One that does not exist changes nothing; parsing has warned of it.
        let Some(filter) = call.filter else { return Ok(value) };
        let count = call.arguments.len() + usize::from(!call.named.is_empty());
        if let Some(message) = filter.misfit(count) {
            return Err(Raw::syntax(call.at, message).of_kind(Kind::Argument));
        }
        // What stands by as a default is read only when it stands in.
        let trace = if filter.name == "default" { self.trace.take() } else { None };
        let mut arguments: [Value<'v>; MOST] = Default::default();
        for (argument, expression) in arguments.iter_mut().zip(&call.arguments) {
            *argument = self.expression(expression)?;
        }
        if !call.named.is_empty() {
            let mut options = Vec::with_capacity(call.named.len());
            for (name, expression) in &call.named {
                options.push((Str::Lent(name), self.expression(expression)?));
            }
            arguments[count - 1] = Value::Map(Map::Made(options.into()));
        }
        if let Some(trace) = trace {
            if needs_default(&value, &arguments[..count]) {
                let argument = call.arguments.first().and_then(Expression::as_path).map(|path| path.id);
                trace.stands_in(std::mem::replace(source, argument), argument, arguments[0].is_nil());
            }
            self.trace = Some(trace);
        }
        self.work.admit(&value, &arguments[..count]).map_err(|failure| fault(call.at, failure))?;
        (filter.run)(&mut self.work, value, &arguments[..count]).map_err(|failure| fault(call.at, failure))
    }

    pub(super) fn condition(&mut self, condition: &'v Condition) -> Result<bool, Raw> {
        let mut holds = self.comparison(&condition.first)?;
        for (join, next) in &condition.rest {
            if holds == (*join == Join::Or) {
                break;
            }
            holds = self.comparison(next)?;
        }
        Ok(holds)
    }

    fn comparison(&mut self, comparison: &'v Comparison) -> Result<bool, Raw> {
        self.step(comparison.at, 1)?;
        let Some((operator, right)) = &comparison.right else {
            return match &comparison.left {
                Operand::Value(expression) => Ok(self.expression(expression)?.is_truthy()),
                Operand::Blank | Operand::Empty => Ok(true),
            };
        };
        match operator {
            Operator::Equal => self.equal(comparison.at, &comparison.left, right),
            Operator::Unequal => Ok(!self.equal(comparison.at, &comparison.left, right)?),
            Operator::Contains => {
                let (left, right) = (self.operand(&comparison.left)?, self.operand(right)?);
                let paid = self.work.measure(&left).and_then(|()| self.work.measure(&right));
                paid.map_err(|failure| fault(comparison.at, failure))?;
                Ok(contains(&left, &right))
            }
            Operator::Less | Operator::LessOrEqual | Operator::Greater | Operator::GreaterOrEqual => {
                let (left, right) = (self.operand(&comparison.left)?, self.operand(right)?);
                let found = self.ordered(&left, &right).map_err(|failure| fault(comparison.at, failure))?;
                Ok(found.is_some_and(|found| match operator {
                    Operator::Less => found == Ordering::Less,
                    Operator::LessOrEqual => found != Ordering::Greater,
                    Operator::Greater => found == Ordering::Greater,
                    _ => found != Ordering::Less,
                }))
            }
        }
    }

    /// The order of two numbers or two texts. Of other things there is none, and of a number and a text it is a fault.
    fn ordered(&mut self, left: &Value<'v>, right: &Value<'v>) -> Result<Option<Ordering>, Failure> {
        let is_number = |value: &Value<'_>| matches!(value, Value::Int(_) | Value::Float(_));
        let is_text = |value: &Value<'_>| matches!(value, Value::Str(_));
        match (left, right) {
            (Value::Str(a), Value::Str(b)) => {
                self.work.pay(a.len().min(b.len()))?;
                Ok(order(left, right))
            }
            _ if is_number(left) && is_number(right) => {
                [left, right].into_iter().try_for_each(|side| self.work.measure(side))?;
                Ok(order(left, right))
            }
            _ if is_number(left) && is_text(right) || is_text(left) && is_number(right) => {
                Err(Failure::Argument("a text and a number have no order".to_owned()))
            }
            _ => Ok(None),
        }
    }

    /// A side of a comparison as a value.
    fn operand(&mut self, operand: &'v Operand) -> Result<Value<'v>, Raw> {
        match operand {
            Operand::Blank | Operand::Empty => Ok(Value::Bool(true)),
            Operand::Value(expression) => self.expression(expression),
        }
    }

    pub(super) fn equal(&mut self, at: usize, left: &'v Operand, right: &'v Operand) -> Result<bool, Raw> {
        match (left, right) {
            (Operand::Value(left), Operand::Value(right)) => {
                let (left, right) = (self.expression(left)?, self.expression(right)?);
                self.work.equal(&left, &right).map_err(|failure| fault(at, failure))
            }
            (Operand::Blank, Operand::Value(value)) | (Operand::Value(value), Operand::Blank) => {
                let value = self.expression(value)?;
                self.blank(at, &value)
            }
            (Operand::Empty, Operand::Value(value)) | (Operand::Value(value), Operand::Empty) => {
                Ok(is_empty(&self.expression(value)?))
            }
            // The two questions are neither blank nor empty themselves.
            _ => Ok(false),
        }
    }

    /// True for what `== blank` means.
    pub(super) fn blank(&mut self, at: usize, value: &Value<'v>) -> Result<bool, Raw> {
        self.pay(at, if let Value::Str(text) = value { text.len() } else { 0 })?;
        Ok(is_blank(value))
    }
}

/// One end of a range.
fn bound(work: &mut Work, value: &Value<'_>) -> Result<i64, Failure> {
    match value {
        Value::Nil => Ok(0),
        Value::Int(number) => Ok(*number),
        Value::Float(number) => Ok(*number as i64),
        Value::Str(text) => work.pay(text.len()).map(|()| leading_int(text)),
        other => strict_int(other)
            .ok_or_else(|| Failure::Argument("a range needs whole numbers at its ends".to_owned())),
    }
}
