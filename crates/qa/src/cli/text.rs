//! A report for a terminal: the verdict, what was found, and the sizes. Everything else is in the other forms.

use std::fmt::Write as _;

use push_qa::report::{Report, visible};
use push_qa::summary::Spread;

use super::output::counted;

pub(super) fn write(report: &Report<'_>) -> String {
    let (list, summary) = (report.list, report.summary);
    let mut out = format!("{}.\n\n", report.verdict().label());
    _ = writeln!(
        out,
        "{}: {}, {} ({} by FCM, {} by APNs, {}), {}",
        visible(&list.name),
        counted(list.rows, "row"),
        counted(list.recipients, "recipient"),
        list.fcm,
        list.apn,
        counted(list.users, "user"),
        list.dialect,
    );
    for note in &list.notes {
        _ = writeln!(out, "  {}", visible(note));
    }
    for item in report.items() {
        _ = writeln!(out, "\n{}\n  {}", item.told(), visible(&item.advice));
    }
    out.push('\n');
    for (name, spread) in [("APNs", &summary.apns), ("FCM", &summary.fcm)] {
        if let Some(spread) = spread {
            write_spread(&mut out, name, spread);
        }
    }
    let texts = counted(summary.texts, "different text");
    _ = writeln!(out, "{texts} for {}", counted(summary.recipients, "row"));
    let branches = &summary.branches;
    if !branches.is_empty() {
        let taken = branches.iter().filter(|branch| branch.taken > 0).count();
        _ = writeln!(out, "{taken} of {} branches were taken by somebody", branches.len());
    }
    out
}

fn write_spread(out: &mut String, name: &str, spread: &Spread) {
    let Spread { recipients, min, median, max, max_row, limit, over, .. } = spread;
    _ = writeln!(
        out,
        "{name}, estimated bytes: {min} to {max} (row {max_row}), half have at most {median}; \
         {over} of {recipients} are above the limit of {limit}",
    );
}
