//! The report as JSON: a versioned shape, with everything that was found and all figures.

use serde::Serialize;

use super::inputs::{Inputs, Settings};
use super::{Item, Report, VERSION, Verdict};
use crate::protocol::Listed;
use crate::summary::Summary;

#[derive(Serialize)]
struct Document<'r> {
    report: u32,
    tool: Tool,
    verdict: Verdict,
    inputs: Inputs,
    settings: Settings<'r>,
    found: Vec<Item>,
    list: List<'r>,
    summary: &'r Summary,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

/// The list in figures. Its columns stand with the settings, its problems with what was found.
#[derive(Serialize)]
struct List<'r> {
    name: &'r str,
    bytes: u64,
    dialect: &'r str,
    notes: &'r [String],
    rows: u32,
    recipients: u32,
    fcm: u32,
    apn: u32,
    users: u32,
}

impl<'r> List<'r> {
    fn of(list: &'r Listed) -> Self {
        Self {
            name: &list.name,
            bytes: list.bytes,
            dialect: &list.dialect,
            notes: &list.notes,
            rows: list.rows,
            recipients: list.recipients,
            fcm: list.fcm,
            apn: list.apn,
            users: list.users,
        }
    }
}

pub(super) fn write(report: &Report<'_>) -> String {
    let document = Document {
        report: VERSION,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        verdict: report.verdict(),
        inputs: Inputs::of(report),
        settings: Settings::of(report),
        found: report.items(),
        list: List::of(report.list),
        summary: report.summary,
    };
    // Texts, numbers and lists of them: there is nothing in it that JSON cannot hold.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}
