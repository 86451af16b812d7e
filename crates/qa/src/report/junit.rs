//! The report as JUnit XML, for build servers: one suite, one case for every kind of thing that is looked for.
//!
//! What blocks is a failure of its case. Warnings and notes pass, and are told in the case's `system-out`: a build
//! server has no third colour, and a warning must not stop a build. There is no time and no host in it.

use std::fmt::Write as _;

use super::inputs::Inputs;
use super::{Item, Kind, Part, Report, visible};
use crate::finding::Weight;

pub(super) fn write(report: &Report<'_>) -> String {
    let items = report.items();
    let cases: Vec<String> = Kind::all().map(|kind| case(kind, &items)).collect();
    let failures =
        Kind::all().filter(|kind| items.iter().any(|item| item.kind == *kind && is_blocking(item))).count();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    _ = writeln!(
        out,
        "<testsuite name=\"{}\" tests=\"{}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">",
        env!("CARGO_PKG_NAME"),
        cases.len(),
    );
    properties(&mut out, report);
    out.extend(cases);
    out.push_str("</testsuite>\n");
    out
}

fn properties(out: &mut String, report: &Report<'_>) {
    out.push_str("  <properties>\n");
    let mut property = |name: &str, value: &str| {
        _ = writeln!(out, "    <property name=\"{}\" value=\"{}\"/>", escaped(name), escaped(value));
    };
    property("version", env!("CARGO_PKG_VERSION"));
    property("list", &report.list.name);
    property("recipients", &report.list.recipients.to_string());
    let inputs = Inputs::of(report);
    for (name, digest) in inputs.named() {
        property(&format!("sha256.{name}"), digest);
    }
    out.push_str("  </properties>\n");
}

fn case(kind: Kind, items: &[Item]) -> String {
    let class = match kind.part() {
        Part::List => "push-qa.list",
        Part::Draft => "push-qa.draft",
        Part::Text => "push-qa.text",
    };
    let head = format!("  <testcase classname=\"{class}\" name=\"{}\"", escaped(kind.title()));
    let (blocking, others): (Vec<&Item>, Vec<&Item>) =
        items.iter().filter(|item| item.kind == kind).partition(|item| is_blocking(item));
    if blocking.is_empty() && others.is_empty() {
        return format!("{head}/>\n");
    }
    let mut out = format!("{head}>\n");
    if let Some(first) = blocking.first() {
        let (message, text) = (escaped(&sentence(first)), escaped(&sentences(&blocking)));
        _ = writeln!(out, "    <failure type=\"blocking\" message=\"{message}\">{text}</failure>");
    }
    if !others.is_empty() {
        _ = writeln!(out, "    <system-out>{}</system-out>", escaped(&sentences(&others)));
    }
    out.push_str("  </testcase>\n");
    out
}

fn is_blocking(item: &Item) -> bool {
    item.weight == Weight::Blocking
}

fn sentences(items: &[&Item]) -> String {
    items.iter().map(|item| sentence(item)).collect::<Vec<_>>().join("\n")
}

/// What was found and what to do, in one line.
fn sentence(item: &Item) -> String {
    format!("{}. {}", item.told(), visible(&item.advice))
}

/// Fit for an attribute or a text of XML 1.0, which has no way to write most control characters.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}
