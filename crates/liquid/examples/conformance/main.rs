//! Runs the cases of a conformance suite: `conformance -- FILE`, in the format of golden-liquid.
//!
//! Prints the name of every case that fails and why, and then `passed N of M`. Cases that need other templates are
//! left out and counted.

mod data;

use std::process::ExitCode;

use data::Data;
use push_liquid::{Settings, Template};
use serde::Deserialize;

#[derive(Deserialize)]
struct Suite {
    tests: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    template: String,
    #[serde(default)]
    data: Data,
    result: Option<String>,
    #[serde(default)]
    results: Vec<String>,
    #[serde(default)]
    invalid: bool,
    templates: Option<Data>,
}

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: conformance FILE");
        return ExitCode::from(2);
    };
    let text = std::fs::read_to_string(&path).map_err(|error| error.to_string());
    let suite: Suite = match text.and_then(|text| serde_json::from_str(&text).map_err(|e| e.to_string())) {
        Ok(suite) => suite,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::from(2);
        }
    };
    let (left_out, cases): (Vec<&Case>, Vec<&Case>) =
        suite.tests.iter().partition(|case| case.templates.is_some());
    let mut passed = 0;
    for case in &cases {
        match case.fault() {
            None => passed += 1,
            Some(fault) => println!("{}: {fault}", case.name),
        }
    }
    println!("skipped {} that need other templates", left_out.len());
    println!("passed {passed} of {}", cases.len());
    if passed == cases.len() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

impl Case {
    /// What is wrong with the engine's answer; nothing when it is right.
    fn fault(&self) -> Option<String> {
        let settings = Settings::default();
        let answer =
            Template::parse(&self.template).and_then(|template| template.render(&self.data, &settings));
        let is_wanted = |text: &String| self.result.iter().chain(&self.results).any(|wanted| wanted == text);
        let wanted = || self.result.iter().chain(&self.results).collect::<Vec<_>>();
        match answer {
            Err(_) if self.invalid => None,
            Err(error) => Some(format!("wanted {:?}, failed: {}", wanted(), error.message)),
            Ok(text) if self.invalid => Some(format!("wanted a fault, got {text:?}")),
            Ok(text) if is_wanted(&text) => None,
            Ok(text) => Some(format!("wanted {:?}, got {text:?}", wanted())),
        }
    }
}
