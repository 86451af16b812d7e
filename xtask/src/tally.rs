//! Adds up what suites report. Never better than what was said: a suite without a result has failed.

use std::fmt;

/// Checks that passed, failed, or were left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Checks that passed.
    pub passed: u64,
    /// Checks that failed.
    pub failed: u64,
    /// Checks that were not run.
    pub skipped: u64,
}

impl Tally {
    /// One check without parts.
    pub fn one(passed: bool) -> Self {
        if passed { Self { passed: 1, ..Self::default() } } else { Self { failed: 1, ..Self::default() } }
    }

    /// One check that was not run.
    pub fn left_out() -> Self {
        Self { skipped: 1, ..Self::default() }
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 { write!(f, ", {} skipped", self.skipped) } else { Ok(()) }
    }
}

/// Reads the output of Rust's test harness, native or in a browser, line by line.
#[derive(Debug, Default)]
pub struct Reader {
    sum: Tally,
    started: u64,
    ended: u64,
}

impl Reader {
    /// Takes the next line.
    pub fn line(&mut self, line: &str) {
        if is_start(line) {
            self.started += 1;
        } else if let Some(result) = result(line) {
            self.ended += 1;
            self.sum = self.sum.plus(result);
        }
    }

    /// The sum, when the program has ended; `is_success` is what it said about itself.
    pub fn end(self, is_success: bool) -> Tally {
        let mut sum = self.sum;
        // A suite that began and gave no result has crashed, whatever the others say.
        sum.failed += self.started.saturating_sub(self.ended);
        let ran = sum.passed + sum.failed;
        if ran == 0 || (!is_success && sum.failed == 0) {
            sum.failed += 1;
        }
        sum
    }
}

/// `running 3 tests`.
fn is_start(line: &str) -> bool {
    let count = line
        .strip_prefix("running ")
        .and_then(|rest| rest.strip_suffix(" tests").or(rest.strip_suffix(" test")));
    count.is_some_and(|count| count.parse::<u64>().is_ok())
}

/// `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s`.
fn result(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |word: &str| {
        counts.split("; ").find_map(|part| part.strip_suffix(word)?.trim().parse::<u64>().ok()).unwrap_or(0)
    };
    Some(Tally { passed: count(" passed"), failed: count(" failed"), skipped: count(" ignored") })
}

#[cfg(test)]
mod tests {
    use super::*;

    const OK_3: &str =
        "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.01s";
    const FAILED_2: &str =
        "test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s";
    const NONE: &str =
        "test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";

    fn read(lines: &[&str], is_success: bool) -> (u64, u64, u64) {
        let mut reader = Reader::default();
        lines.iter().for_each(|line| reader.line(line));
        let Tally { passed, failed, skipped } = reader.end(is_success);
        (passed, failed, skipped)
    }

    #[test]
    fn results_are_added_up_and_silence_is_failure() {
        for (lines, is_success, expected) in [
            (&["running 4 tests", OK_3][..], true, (3, 0, 1)),
            (&["running 4 tests", OK_3, "running 6 tests", FAILED_2], false, (7, 2, 1)),
            (&["running 0 tests", NONE, "running 4 tests", OK_3], true, (3, 0, 1)),
            // In a browser: one word less.
            (
                &[
                    "running 1 test",
                    "test result: ok. 1 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.00s",
                ],
                true,
                (1, 0, 0),
            ),
            // Nothing was said, or nothing was run.
            (&[], true, (0, 1, 0)),
            (&[], false, (0, 1, 0)),
            (&["running 0 tests", NONE], true, (0, 1, 0)),
            // A suite crashed half way, with and without others that ended.
            (&["running 4 tests"], false, (0, 1, 0)),
            (&["running 4 tests", OK_3, "running 9 tests"], false, (3, 1, 1)),
            (&["running 6 tests", FAILED_2, "running 9 tests"], false, (4, 3, 0)),
            // Everything that ran passed, but something else did not even compile.
            (&["running 4 tests", OK_3], false, (3, 1, 1)),
            // Words of a test are no result.
            (&["running 4 tests", "the test result: ok. 9 passed; 0 failed", OK_3], true, (3, 0, 1)),
            (&["running late tests", "running 4 tests", OK_3], true, (3, 0, 1)),
        ] {
            assert_eq!(read(lines, is_success), expected, "{lines:?} {is_success}");
        }
    }

    #[test]
    fn the_last_line_says_what_was_left_out_only_when_something_was() {
        let all = Tally::one(true).plus(Tally::one(true)).plus(Tally::one(false));
        assert_eq!(all.to_string(), "2 passed, 1 failed");
        assert_eq!(all.plus(Tally::left_out()).to_string(), "2 passed, 1 failed, 1 skipped");
    }
}
