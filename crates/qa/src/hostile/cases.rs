//! Makes up recipients: first every hostile value where one would look for it, then all of them at random.

use serde_json::{Map, Value};

use super::random::Random;
use super::shape::Shape;
use super::values;

/// Made-up variables of one recipient after the other, without end.
pub(super) struct Cases<'s> {
    shape: &'s Shape,
    hostile: Vec<Value>,
    random: Random,
    next: usize,
}

impl<'s> Cases<'s> {
    pub fn new(shape: &'s Shape, seed: u64) -> Self {
        Self { shape, hostile: values::all(), random: Random::new(seed), next: 0 }
    }

    /// The cases that come in any case: nothing at all, all as hoped for, every hostile value for all variables,
    /// and every hostile value for one variable while the others are as hoped for.
    fn planned(&self, at: usize) -> Option<Map<String, Value>> {
        let kinds = self.hostile.len();
        let (for_all, for_one) = (at.checked_sub(2), at.checked_sub(2 + kinds));
        match (at, for_all, for_one) {
            (0, ..) => Some(Map::new()),
            (1, ..) => Some(self.shape.filled(|_| Some(values::plain()))),
            (_, Some(kind), None) => Some(self.shape.filled(|_| self.hostile.get(kind).cloned())),
            (_, _, Some(at)) if self.shape.len() > 1 => {
                let kind = self.hostile.get(at / self.shape.len())?;
                let bad = at % self.shape.len();
                Some(
                    self.shape.filled(|variable| {
                        Some(if variable == bad { kind.clone() } else { values::plain() })
                    }),
                )
            }
            _ => None,
        }
    }

    fn made_up(&mut self) -> Map<String, Value> {
        let Self { shape, hostile, random, .. } = self;
        shape.filled(|_| match random.below(8) {
            0 | 1 => None,
            2 => Some(values::plain()),
            3 => Some(joined(random.one_of(hostile)?, random.one_of(hostile)?)),
            _ => random.one_of(hostile).cloned(),
        })
    }
}

/// Two values in one text; the first when one of them is no text.
fn joined(first: &Value, second: &Value) -> Value {
    match (first, second) {
        (Value::String(first), Value::String(second)) => Value::String(format!("{first}{second}")),
        _ => first.clone(),
    }
}

impl Iterator for Cases<'_> {
    type Item = Map<String, Value>;

    fn next(&mut self) -> Option<Self::Item> {
        let planned = self.planned(self.next);
        self.next += 1;
        Some(planned.unwrap_or_else(|| self.made_up()))
    }
}
