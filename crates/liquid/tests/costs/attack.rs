//! What a template is rendered with, how it should end, and how soon.

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use push_liquid::{Kind, Limit, Settings, Template};
use serde_json::{Value as Json, json};

/// Without the optimiser everything takes many times as long; what is unbounded takes far longer still.
const MOST: Duration = Duration::from_millis(if cfg!(debug_assertions) { 1000 } else { 50 });

const MEGABYTE: usize = 1 << 20;

/// How an attack may end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum End {
    /// In the error of a bound.
    Bound(Limit),
    /// In another error.
    Fault(Kind),
    /// In a text: it is harmless.
    Text,
}

impl End {
    fn of(kind: Kind) -> Self {
        match kind {
            Kind::Limit(limit) => Self::Bound(limit),
            kind => Self::Fault(kind),
        }
    }
}

fn data() -> Json {
    let fields: serde_json::Map<_, _> = (0..50_000).map(|n| (format!("field{n}"), json!(n))).collect();
    json!({
        "long": "a".repeat(MEGABYTE),
        "spaces": " ".repeat(MEGABYTE),
        "digits": "9".repeat(MEGABYTE),
        "number": "1".repeat(MEGABYTE / 2) + "." + &"1".repeat(MEGABYTE / 2),
        "openings": "<".repeat(MEGABYTE / 2),
        "scripts": "<script".repeat(MEGABYTE / 14),
        "comments": "<!--".repeat(MEGABYTE / 8),
        "entities": "&".repeat(MEGABYTE / 8),
        "base64": "QUJD".repeat(MEGABYTE / 4),
        "x": "x",
        "map": fields,
        "same": vec!["b".repeat(MEGABYTE); 8],
        "hollow": vec![Json::Array(Vec::new()); 100_000],
        "floats": (0..50_000).map(|n| f64::from(n * 7919 % 50_000) / 7.0).collect::<Vec<_>>(),
        "mixed": (0..50_000_i32).map(|n| match n % 2 {
            0 => json!(f64::from(n * 7919 % 50_000) * 1e15),
            _ => json!(1_i64 << 60 | i64::from(n)),
        }).collect::<Vec<_>>(),
        "short": vec!["s"; 90_000],
        "largest": 1.234_567_890_123_456_7e300,
        "smallest": 5e-324,
        "small": 1.234_567_890_123_456_7e-300,
        "twins": vec!["t".repeat(1000); 1000],
        "objects": (0..50_000).map(|n| json!({ "id": n, "name": "n" })).collect::<Vec<_>>(),
    })
}

/// How a render ends, and the shortest time of a few: a busy machine is no fault of the template. None when it does
/// not end at all.
fn end(source: &str, data: &Arc<Json>) -> Option<(End, Duration)> {
    let (source, data) = (source.to_owned(), Arc::clone(data));
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let template = Template::parse(&source).unwrap();
        let mut shortest = Duration::MAX;
        for _ in 0..5 {
            let start = Instant::now();
            let result = template.render(&*data, &Settings::default());
            shortest = shortest.min(start.elapsed());
            let end = result.map_or_else(|fault| End::of(fault.kind), |_| End::Text);
            if shortest < MOST {
                return sender.send((end, shortest)).unwrap();
            }
            let _ = sender.send((end, shortest));
        }
    });
    let mut last = None;
    while let Ok(found) = receiver.recv_timeout(20 * MOST) {
        last = Some(found);
    }
    last
}

/// Renders each, and fails when one ends otherwise than it should, or late.
pub fn check(attacks: &[(&str, String, End)]) {
    let data = Arc::new(data());
    let mut faults = String::new();
    for (name, source, wanted) in attacks {
        match end(source, &data) {
            None => writeln!(faults, "{name}: does not end"),
            Some((found, _)) if found != *wanted => {
                writeln!(faults, "{name}: ended with {found:?} and not with {wanted:?}")
            }
            Some((_, taken)) if taken >= MOST => writeln!(faults, "{name}: took {taken:?}"),
            Some(_) => Ok(()),
        }
        .unwrap();
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// The inside carried out as often as the bounds allow.
pub fn for_ever(inside: &str) -> String {
    format!("{{% for i in (1..100000000) %}}{inside}{{% endfor %}}")
}

/// In the error of this bound.
pub fn bound(limit: Limit) -> End {
    End::Bound(limit)
}
