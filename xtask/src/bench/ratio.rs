//! Times of interleaved pairs, and the ratio that they come to.

use std::fmt;

use serde::Deserialize;

use crate::failure::{Failure, Outcome};

/// One piece of work in both engines, by turns.
#[derive(Debug, Clone, Deserialize)]
pub struct Run {
    /// Its name.
    kind: String,
    /// How much of it is done in each half of a pair.
    amount: f64,
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
pub struct Table {
    /// What the pieces of work are.
    pub what: &'static str,
    /// The name of ours.
    pub ours: &'static str,
    /// What the amount comes to in a second, such as ` MB/s`.
    pub rate: &'static str,
    /// Name and version of the peer.
    pub peer: String,
    /// What was run.
    pub runs: Vec<Run>,
    /// How many times faster ours has to be.
    pub bar: f64,
}

impl Table {
    /// True when every piece of work reaches the bar.
    pub fn holds(&self) -> bool {
        self.runs.iter().all(|run| run.ratio() >= self.bar)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [ours, peer] = [self.ours, &self.peer].map(|name| format!("{name}{}", self.rate));
        writeln!(f, "{:<10}{ours:>16}{peer:>20}{:>9}{:>8}", self.what, "ratio", "bar")?;
        for run in &self.runs {
            let second = |half: fn(&(f64, f64)) -> f64| run.amount / median(run.pairs.iter().map(half));
            let (ours, theirs) = (second(|pair| pair.0), second(|pair| pair.1));
            let (kind, ratio, bar) = (&run.kind, run.ratio(), self.bar);
            let says = if ratio >= bar { "" } else { "  below" };
            writeln!(f, "{kind:<10}{ours:>16.0}{theirs:>20.0}{ratio:>8.1}×{bar:>7.0}×{says}")?;
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

    fn beside_other(runs: Vec<Run>, bar: f64) -> Table {
        Table { what: "template", ours: "push-liquid", rate: "/s", peer: "other 1.0".to_owned(), runs, bar }
    }

    #[test]
    fn the_median_is_the_middle() {
        for (numbers, middle) in [(&[3.0, 1.0, 2.0][..], 2.0), (&[4.0, 1.0, 2.0, 3.0], 2.5), (&[7.0], 7.0)] {
            assert!((median(numbers.iter().copied()) - middle).abs() < 1e-9, "{numbers:?}");
        }
        assert!(median(std::iter::empty()).is_nan());
    }

    #[test]
    fn one_piece_of_work_below_the_bar_is_enough_for_it_not_to_hold() {
        let text = r#"[{"kind":"a","amount":10,"pairs":[[1.0,4.0],[1.0,2.0],[2.0,6.0]]},
                       {"kind":"b","amount":10,"pairs":[[1.0,5.0]]}]"#;
        let runs = read(text).unwrap();
        let table = |bar| beside_other(runs.clone(), bar);
        assert!(table(3.0).holds());
        assert!(!table(3.5).holds());
        let printed = table(3.5).to_string();
        assert_eq!(printed.lines().filter(|line| line.ends_with("below")).count(), 1, "{printed}");
        assert!(printed.contains("does NOT hold"), "{printed}");
    }

    #[test]
    fn the_table_shows_what_is_done_in_a_second_and_the_median_of_the_ratios() {
        let text = r#"[{"kind":"plain","amount":20,"pairs":[[1.0,4.0],[1.0,2.0],[2.0,6.0]]}]"#;
        let table = beside_other(read(text).unwrap(), 3.0);
        assert_eq!(
            table.to_string(),
            "template     push-liquid/s         other 1.0/s    ratio     bar\n\
             plain                   20                   5     3.0×      3×\n\
             at least 3× as fast as other 1.0: holds\n"
        );
    }

    #[test]
    fn what_is_no_list_of_times_is_a_failure() {
        assert_eq!(read(r#"{"error":"the texts differ"}"#).unwrap_err().to_string(), "the texts differ");
        for text in ["", "{}", r#"[{"kind":"a","amount":1,"pairs":[]}]"#] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
