//! How long the page is held up at most while a list is imported and checked: the longest task of its main thread, as
//! the browser itself writes it down.

use std::fmt;
use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::Value;

use super::browser;
use super::page_server::PageServer;
use crate::console_build::{self, Kind};
use crate::console_folder;
use crate::failure::{Failure, Outcome};
use crate::folder;
use crate::step::Step;
use crate::tools::{Toolbox, chromium};
use crate::workspace::Workspace;

/// The longest that a task may take, in milliseconds: one picture at 60 a second.
const BAR: f64 = 16.0;
/// Each with a browser of its own, whose code is cold.
const ROUNDS: usize = 5;
/// What the browser writes down.
const KINDS: &str = "toplevel,blink.user_timing";
/// How long it writes, in seconds: longer than a round.
const SECONDS: u64 = 20;
/// Longer than the browser needs to put down what it wrote.
const PATIENCE: Duration = Duration::from_secs(60);

/// The longest task of each round.
#[derive(Debug, PartialEq)]
pub struct Longest(Vec<Task>);

/// A task in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Task {
    /// From its begin to its end, with whatever else the machine did meanwhile.
    wall: f64,
    /// What it took of a processor.
    cpu: f64,
}

impl Longest {
    /// True when the median is within the bar.
    pub fn holds(&self) -> bool {
        median(self.0.iter().map(|task| task.wall)) <= BAR
    }
}

impl fmt::Display for Longest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (wall, cpu) =
            (median(self.0.iter().map(|task| task.wall)), median(self.0.iter().map(|task| task.cpu)));
        let rounds: Vec<String> =
            self.0.iter().map(|task| format!("{:.1} ({:.1})", task.wall, task.cpu)).collect();
        writeln!(f, "Longest task of the page while 10,000 are imported and checked four times:")?;
        writeln!(f, "  {wall:.1} ms, {cpu:.1} ms of them on a processor; at most {BAR} ms")?;
        writeln!(f, "  medians of {}, each in a new browser: {}", rounds.len(), rounds.join(", "))
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::INFINITY)
}

/// Builds the console as it is hosted, drives it, and reads what the browser wrote down.
///
/// # Errors
/// When something cannot be built or run, or the console does not do what the page around it waits for.
pub fn measure(workspace: &Workspace) -> Outcome<Longest> {
    let tools = Toolbox::ensure(workspace)?;
    let chromium = chromium::ensure()?;
    let built = console_build::build(workspace, &tools, Kind::Release)?;
    let home = workspace.target.join("bench-console");
    console_folder::assemble(&built, &home, None)?;
    folder::write(&home, "driver.html", include_str!("longest_task.html"))?;
    let step = Step::begin("Longest task");
    let mut tasks = Vec::new();
    for round in 1..=ROUNDS {
        step.working(&format!("round {round} of {ROUNDS}"));
        let server = PageServer::start(home.clone())?;
        let trace = workspace.target.join("bench-trace.json");
        folder::remove(&trace)?;
        let mut browser = browser::command(&chromium.browser, &workspace.target.join("bench-profile"))?;
        browser
            .arg(format!("--trace-startup={KINDS}"))
            .arg(format!("--trace-startup-duration={SECONDS}"))
            .arg("--trace-startup-format=json")
            .arg(format!("--trace-startup-file={}", trace.display()))
            .arg(format!("{}driver.html", server.address()));
        let mut browser = browser.spawn().map_err(Failure::doing("start", chromium.browser.display()))?;
        let mut is_open = || matches!(browser.try_wait(), Ok(None));
        let answer = server.answer(PATIENCE, &mut is_open);
        let written = answer.and_then(|answer| match &*answer {
            "driven" => wait_for(&trace, &mut is_open),
            said => Err(Failure::new(format!("the console could not be driven: {said}"))),
        });
        let _ = browser.kill();
        let _ = browser.wait();
        tasks.push(longest(&written?)?);
    }
    step.done("measured");
    Ok(Longest(tasks))
}

/// The trace, once it is whole.
fn wait_for(file: &Path, is_open: &mut impl FnMut() -> bool) -> Outcome<Value> {
    let glance = Duration::from_millis(500);
    let mut waited = Duration::ZERO;
    loop {
        if let Some(trace) = fs::read(file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()) {
            return Ok(trace);
        }
        if waited > PATIENCE || !is_open() {
            return Err(Failure::new(
                "the browser wrote no trace: does it know --trace-startup-format=json?",
            ));
        }
        std::thread::sleep(glance);
        waited += glance;
    }
}

/// The longest task between the marks, of the thread that set them.
fn longest(trace: &Value) -> Outcome<Task> {
    let events = trace["traceEvents"].as_array().map_or(&[][..], Vec::as_slice);
    let mark = |name: &str| {
        let mark = events.iter().find(|event| event["name"] == name);
        mark.ok_or_else(|| Failure::new(format!("the trace lacks the mark {name}")))
    };
    let (begin, end) = (mark("driven-begin")?, mark("driven-end")?);
    let (from, to) = (number(&begin["ts"]), number(&end["ts"]));
    let tasks = events.iter().filter(|event| {
        let is_task =
            event["ph"] == "X" && event["name"].as_str().is_some_and(|name| name.ends_with("RunTask"));
        let is_ours = event["pid"] == begin["pid"] && event["tid"] == begin["tid"];
        is_task && is_ours && (from..=to).contains(&number(&event["ts"]))
    });
    let tasks = tasks
        .map(|event| Task { wall: number(&event["dur"]) / 1000.0, cpu: number(&event["tdur"]) / 1000.0 });
    let longest = tasks.max_by(|one, other| one.wall.total_cmp(&other.wall));
    longest.ok_or_else(|| Failure::new("the trace holds no task between its marks"))
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    fn task(thread: u32, at: u32, wall: u32) -> Value {
        json!({ "name": "ThreadControllerImpl::RunTask", "ph": "X", "pid": 1, "tid": thread, "ts": at, "dur": wall, "tdur": wall / 2 })
    }

    #[test]
    fn only_tasks_of_the_pages_own_thread_between_the_marks_count() {
        let mark = |name: &str, at: u32| json!({ "name": name, "ph": "I", "pid": 1, "tid": 7, "ts": at });
        let trace = json!({ "traceEvents": [
            task(7, 1, 90_000), mark("driven-begin", 100), task(7, 200, 4_000), task(7, 300, 9_000),
            task(8, 250, 50_000), mark("driven-end", 400), task(7, 500, 80_000),
        ] });
        assert_eq!(longest(&trace).unwrap(), Task { wall: 9.0, cpu: 4.5 });
        assert!(longest(&json!({ "traceEvents": [mark("driven-begin", 1)] })).is_err());
    }

    #[test]
    fn the_median_of_the_rounds_decides() {
        let rounds = |walls: [f64; 3]| Longest(walls.map(|wall| Task { wall, cpu: 1.0 }).to_vec());
        assert!(rounds([9.0, 16.0, 40.0]).holds());
        assert!(!rounds([9.0, 16.1, 40.0]).holds());
        assert!(!Longest(Vec::new()).holds());
    }
}
