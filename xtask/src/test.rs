//! `cargo xtask test`: every check of this repository, in the order in which they are cheapest to fail.
//!
//! The last line of the output adds up what the suites said and nothing else.

mod lab;
mod stages;

use std::time::{Duration, Instant};

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::tally::Tally;
use crate::workspace::Workspace;

use lab::Lab;
use stages::STAGES;

/// What `test` can be told.
#[derive(Debug, Args)]
pub struct Test {
    /// Run this stage alone, with whatever it needs.
    #[arg(long, value_name = "STAGE", value_parser = PossibleValuesParser::new(STAGES.map(|stage| stage.name)))]
    only: Option<String>,
    /// Go on to the next stage after one has failed.
    #[arg(long)]
    keep_going: bool,
    /// Renew the pictures in docs/screenshots, which the documentation shows, by those that the journeys take.
    #[arg(long)]
    update_screenshots: bool,
}

/// What became of one stage.
struct Line {
    name: &'static str,
    tally: Tally,
    time: Duration,
}

/// Runs the stages and prints the sum; true when nothing failed.
pub fn test(workspace: &Workspace, test: &Test) -> bool {
    let mut lab = Lab::new(workspace, test.update_screenshots);
    let mut lines: Vec<Line> = Vec::new();
    let mut goes_on = true;
    for stage in STAGES.iter().filter(|stage| test.only.as_ref().is_none_or(|only| only == stage.name)) {
        let began = Instant::now();
        let tally = if goes_on {
            println!("\n==> {}: {}", stage.name, stage.what);
            (stage.run)(&mut lab).unwrap_or_else(|failure| {
                println!("error: {failure}");
                Tally::one(false)
            })
        } else {
            Tally::left_out()
        };
        if goes_on {
            println!("==> {}: {tally} ({:.1} s)", stage.name, began.elapsed().as_secs_f64());
        }
        goes_on &= tally.failed == 0 || test.keep_going;
        lines.push(Line { name: stage.name, tally, time: began.elapsed() });
    }
    let sum = lines.iter().fold(Tally::default(), |sum, line| sum.plus(line.tally));
    println!("\n{:<12} {:>7} {:>7} {:>8} {:>9}", "stage", "passed", "failed", "skipped", "seconds");
    for Line { name, tally, time } in &lines {
        let Tally { passed, failed, skipped } = tally;
        println!("{name:<12} {passed:>7} {failed:>7} {skipped:>8} {:>9.1}", time.as_secs_f64());
    }
    println!("{sum}");
    sum.failed == 0
}
