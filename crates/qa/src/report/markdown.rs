//! The report as Markdown: what a person pastes into a ticket. Tables for what was found and the figures that
//! matter; all figures are in the JSON form.

mod cell;
mod figures;
mod page;

use self::cell::{advice, code};
use self::page::{line, section, table};
use super::inputs::Inputs;
use super::{Item, Report};

pub(super) fn write(report: &Report<'_>) -> String {
    let mut out = String::new();
    head(&mut out, report);
    found(&mut out, &report.items());
    figures::sizes(&mut out, report.summary);
    figures::variables(&mut out, &report.summary.variables);
    figures::branches(&mut out, &report.summary.branches);
    figures::texts(&mut out, report.summary);
    figures::gallery(&mut out, report.summary);
    inputs(&mut out, report);
    out
}

fn head(out: &mut String, report: &Report<'_>) {
    let (list, summary) = (report.list, report.summary);
    line(out, "# Push QA");
    line(out, "");
    line(out, &format!("**{}.**", report.verdict().label()));
    table(
        out,
        ["List", "Rows", "Recipients", "FCM", "APNs", "Users", "Blocked", "With warnings"],
        [[
            if list.name.is_empty() { "pasted".to_owned() } else { code(&list.name) },
            list.rows.to_string(),
            list.recipients.to_string(),
            list.fcm.to_string(),
            list.apn.to_string(),
            list.users.to_string(),
            summary.blocked.to_string(),
            summary.warned.to_string(),
        ]],
    );
    if !list.notes.is_empty() {
        line(out, "");
    }
    for note in &list.notes {
        line(out, &format!("- {}", code(note)));
    }
}

fn found(out: &mut String, items: &[Item]) {
    section(out, "Found");
    if items.is_empty() {
        line(out, "Nothing.");
        return;
    }
    table(
        out,
        ["Weight", "What", "Detail", "Recipients", "Rows", "What to do"],
        items.iter().map(|item| {
            [
                item.weight_word().to_owned(),
                item.title.clone(),
                code(&item.detail),
                if item.count == 0 { String::new() } else { item.count.to_string() },
                item.rows_named(),
                advice(&item.advice),
            ]
        }),
    );
}

fn inputs(out: &mut String, report: &Report<'_>) {
    section(out, "Made from");
    let tool = format!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    let settings = super::inputs::Settings::of(report);
    line(out, &format!("{tool}, now = {}, reserve = {} bytes.", settings.now, settings.reserve));
    let inputs = Inputs::of(report);
    let digests = inputs.named();
    table(out, ["Input", "SHA-256"], digests.map(|(name, digest)| [name.to_owned(), format!("`{digest}`")]));
}
