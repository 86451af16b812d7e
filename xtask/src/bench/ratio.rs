//! Times of interleaved pairs, and the ratio that they come to.

use std::fmt;

use serde::Deserialize;

use crate::failure::{Failure, Outcome};

/// One template in both engines, by turns.
#[derive(Debug, Clone, Deserialize)]
pub struct Run {
    template: String,
    /// Renders in each half of a pair.
    renders: u32,
    /// Seconds of ours and of the peer.
    pairs: Vec<(f64, f64)>,
}

/// What a benchmark told: its runs, or what went wrong.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Told {
    Runs(Vec<Run>),
    Failed { error: String },
}

/// Reads what a benchmark printed or posted.
///
/// # Errors
/// When it failed, or told something else.
pub fn read(text: &str) -> Outcome<Vec<Run>> {
    match serde_json::from_str(text) {
        Ok(Told::Runs(runs)) if runs.iter().all(|run| !run.pairs.is_empty()) => Ok(runs),
        Ok(Told::Failed { error }) => Err(Failure::new(error)),
        _ => Err(Failure::new(format!("the benchmark told something else than times: {text}"))),
    }
}

/// The runs beside a peer, as a table.
pub struct Table<'a> {
    /// Name of the peer.
    pub peer: &'a str,
    /// What was run.
    pub runs: &'a [Run],
    /// How many times faster ours has to be.
    pub bar: f64,
}

impl Table<'_> {
    /// True when every template reaches the bar.
    pub fn holds(&self) -> bool {
        self.runs.iter().all(|run| run.ratio() >= self.bar)
    }
}

impl fmt::Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<12}{:>16}{:>16}{:>10}",
            "template",
            "push-liquid/s",
            self.peer.to_owned() + "/s",
            "ratio"
        )?;
        for run in self.runs {
            let second =
                |half: fn(&(f64, f64)) -> f64| f64::from(run.renders) / median(run.pairs.iter().map(half));
            let (ours, theirs) = (second(|pair| pair.0), second(|pair| pair.1));
            writeln!(f, "{:<12}{ours:>16.0}{theirs:>16.0}{:>9.1}×", run.template, run.ratio())?;
        }
        let says = if self.holds() { "holds" } else { "does NOT hold" };
        writeln!(f, "at least {}× as fast as {}: {says}", self.bar, self.peer)
    }
}

impl Run {
    /// The median over the pairs of how many times faster ours was.
    fn ratio(&self) -> f64 {
        median(self.pairs.iter().map(|(ours, theirs)| theirs / ours))
    }
}

/// The middle one, or the mean of the two in the middle.
fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    match (numbers.get(middle), middle.checked_sub(1).and_then(|before| numbers.get(before))) {
        (Some(above), Some(below)) if numbers.len().is_multiple_of(2) => f64::midpoint(*below, *above),
        (Some(middle), _) => *middle,
        (None, _) => f64::NAN,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_median_is_the_middle() {
        for (numbers, middle) in [(&[3.0, 1.0, 2.0][..], 2.0), (&[4.0, 1.0, 2.0, 3.0], 2.5), (&[7.0], 7.0)] {
            assert!((median(numbers.iter().copied()) - middle).abs() < 1e-9, "{numbers:?}");
        }
        assert!(median(std::iter::empty()).is_nan());
    }

    #[test]
    fn one_template_below_the_bar_is_enough_for_it_not_to_hold() {
        let text = r#"[{"template":"a","renders":10,"pairs":[[1.0,4.0],[1.0,2.0],[2.0,6.0]]},
                       {"template":"b","renders":10,"pairs":[[1.0,5.0]]}]"#;
        let runs = read(text).unwrap();
        let table = |bar| Table { peer: "other", runs: &runs, bar };
        assert!(table(3.0).holds());
        assert!(!table(3.5).holds());
        assert!(table(3.5).to_string().contains("does NOT hold"), "{}", table(3.5));
        assert!(table(3.0).to_string().contains("3.0×"), "{}", table(3.0));
    }

    #[test]
    fn what_is_no_list_of_times_is_a_failure() {
        assert_eq!(read(r#"{"error":"the texts differ"}"#).unwrap_err().to_string(), "the texts differ");
        for text in ["", "{}", r#"[{"template":"a","renders":1,"pairs":[]}]"#] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
