//! What is left of a render's bounds, and the ways to read values that keep within them.

use crate::filters::Failure;
use crate::limits::{Limit, Limits};
use crate::values::{Number, Str, Value, equal, price};

/// What a render may still do.
#[derive(Debug)]
pub(crate) struct Work {
    steps: usize,
    bytes: usize,
    /// Lists within lists that are walked through now, and how many may be.
    depth: usize,
    deepest: usize,
    /// The most bytes that may be written.
    pub output_bytes: usize,
    /// The moment of the render, in seconds since 1970.
    pub now: i64,
}

impl Work {
    pub fn new(limits: &Limits, now: i64) -> Self {
        Self {
            steps: limits.steps,
            bytes: limits.work_bytes,
            depth: 0,
            deepest: limits.nesting,
            output_bytes: limits.output_bytes,
            now,
        }
    }

    /// Pays for steps.
    #[inline]
    pub fn step(&mut self, count: usize) -> Result<(), Failure> {
        self.steps = self.steps.checked_sub(count).ok_or(Failure::Limit(Limit::Steps))?;
        Ok(())
    }

    /// Pays for bytes that are read or made.
    #[inline]
    pub fn pay(&mut self, bytes: usize) -> Result<(), Failure> {
        self.bytes = self.bytes.checked_sub(bytes).ok_or(Failure::Limit(Limit::WorkBytes))?;
        Ok(())
    }

    /// One list deeper in a value, for as long as `walk` takes. Data may hold lists in lists without an end.
    pub fn deeper(&mut self, walk: impl FnOnce(&mut Self) -> Result<(), Failure>) -> Result<(), Failure> {
        if self.depth >= self.deepest {
            return Err(Failure::Limit(Limit::Nesting));
        }
        self.depth += 1;
        let walked = walk(self);
        self.depth -= 1;
        walked
    }

    /// Pays for reading all of a value.
    pub fn measure(&mut self, value: &Value<'_>) -> Result<(), Failure> {
        match value {
            Value::Str(text) => self.pay(text.len()),
            Value::Array(items) => {
                self.pay(8 * items.len() + 8)?;
                self.deeper(|work| items.iter().try_for_each(|item| work.measure(&item)))
            }
            Value::Map(fields) => {
                self.pay(16 * fields.len() + 8)?;
                self.deeper(|work| {
                    let mut paid = Ok(());
                    fields.each(&mut |key, value| {
                        if paid.is_ok() {
                            paid = work.pay(key.len()).and_then(|()| work.measure(&value));
                        }
                    });
                    paid
                })
            }
            Value::Float(number) => self.pay(price(*number)),
            _ => self.pay(8),
        }
    }

    /// The value as a number.
    pub fn number(&mut self, value: &Value<'_>) -> Result<Number, Failure> {
        self.pay(match value {
            // One too large or too small to be a decimal is taken as it is.
            Value::Float(number) => 128 + price(*number).min(3000),
            // Beyond some hundred digits a float is infinite or zero.
            Value::Str(text) => 128 + 32 * text.len().min(512),
            _ => 0,
        })?;
        Ok(Number::of(value))
    }

    /// Pays for a filter that reads each of its texts once.
    pub fn admit(&mut self, value: &Value<'_>, arguments: &[Value<'_>]) -> Result<(), Failure> {
        for value in std::iter::once(value).chain(arguments) {
            if let Value::Str(text) = value {
                self.pay(text.len())?;
            }
        }
        Ok(())
    }

    /// The value as text.
    pub fn text<'v>(&mut self, value: &Value<'v>) -> Result<Str<'v>, Failure> {
        self.measure(value)?;
        let text = value.to_text();
        if !matches!(value, Value::Str(_)) {
            self.pay(text.len())?;
        }
        Ok(text)
    }

    /// Text that a filter has made.
    pub fn made<'v>(&mut self, text: String) -> Result<Value<'v>, Failure> {
        self.pay(text.len())?;
        if text.len() > self.output_bytes {
            return Err(Failure::Limit(Limit::OutputBytes));
        }
        Ok(Value::text(text))
    }

    /// A list that a filter has made.
    pub fn list<'v>(&mut self, items: Vec<Value<'v>>) -> Result<Value<'v>, Failure> {
        self.pay(24 * items.len())?;
        Ok(Value::array(items))
    }

    /// True when two values are the same.
    pub fn equal(&mut self, a: &Value<'_>, b: &Value<'_>) -> Result<bool, Failure> {
        match (a, b) {
            (Value::Str(a), Value::Str(b)) => self.pay(if a.len() == b.len() { a.len() } else { 1 })?,
            (Value::Array(_), Value::Array(_)) | (Value::Map(_), Value::Map(_)) => {
                self.measure(a)?;
                self.measure(b)?;
            }
            _ => self.pay(1)?,
        }
        Ok(equal(a, b))
    }

    /// What a filter for lists walks over: the items of a list with those of lists in it, the numbers of a range, an
    /// object or anything else as the only item, nothing for nil.
    pub fn items<'v>(&mut self, value: &Value<'v>) -> Result<Vec<Value<'v>>, Failure> {
        let mut items = Vec::new();
        match value {
            Value::Nil => {}
            Value::Array(_) => self.flatten(value, &mut items)?,
            Value::Range(first, last) => {
                for number in *first..=*last {
                    self.step(1)?;
                    items.push(Value::Int(number));
                }
            }
            other => items.push(other.clone()),
        }
        Ok(items)
    }

    fn flatten<'v>(&mut self, value: &Value<'v>, items: &mut Vec<Value<'v>>) -> Result<(), Failure> {
        // Lists with nothing in them take their time as well.
        self.step(1)?;
        let Value::Array(list) = value else {
            items.push(value.clone());
            return Ok(());
        };
        self.deeper(|work| list.iter().try_for_each(|item| work.flatten(&item, items)))
    }
}
