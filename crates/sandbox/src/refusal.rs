//! What is wrong with a request, field by field, so that a person can mend all of it at once.
//!
//! Bounded: a request with ten thousand faults is answered with the first few and their number.

use serde::Serialize;

/// Most refusals that are written out.
const WRITTEN_OUT: usize = 20;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// Where, for example `to[3].provider` or `pageSize`.
    pub field: String,
    /// What, and what to do.
    pub message: String,
}

/// Everything that is wrong with one request. Empty while nothing is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refusals {
    written: Vec<Refusal>,
    total: usize,
}

impl Refusals {
    /// Notes one more.
    pub fn add(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.total += 1;
        if self.written.len() < WRITTEN_OUT {
            self.written.push(Refusal { field: field.into(), message: message.into() });
        }
    }

    /// A single one.
    pub fn one(field: impl Into<String>, message: impl Into<String>) -> Self {
        let mut refusals = Self::default();
        refusals.add(field, message);
        refusals
    }

    /// True while nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.total == 0
    }

    /// Those that are written out, in the order in which they were found.
    pub fn written(&self) -> &[Refusal] {
        &self.written
    }

    /// One sentence for a person: the first one, and how many more there are.
    pub fn summary(&self) -> String {
        let first = self.written.first().map_or(String::new(), |r| format!("{}: {}", r.field, r.message));
        match self.total {
            0 | 1 => first,
            total => format!("{first} ({} more)", total - 1),
        }
    }

    /// `value` when nothing is wrong.
    ///
    /// # Errors
    /// All refusals otherwise.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_refusals_are_counted_and_few_are_written_out() {
        let mut refusals = Refusals::default();
        (0..1000).for_each(|i| refusals.add(format!("to[{i}]"), "is nothing."));
        assert_eq!(refusals.written().len(), WRITTEN_OUT);
        assert_eq!(refusals.summary(), "to[0]: is nothing. (999 more)");
        assert!(refusals.or(()).is_err());
        assert_eq!(Refusals::default().or(1), Ok(1));
    }
}
