//! What is spread over the list, in tables: bytes, variables, branches, texts, and recipients worth a look.

use super::cell::code;
use super::page::{line, section, table};
use crate::summary::{Branch, Spread, Summary, Variable};

/// Clusters that are shown; the rest is counted.
const CLUSTERS_SHOWN: usize = 10;

pub(super) fn sizes(out: &mut String, summary: &Summary) {
    let spreads = [("APNs", &summary.apns), ("FCM", &summary.fcm)];
    let known: Vec<(&str, &Spread)> =
        spreads.into_iter().filter_map(|(name, spread)| Some((name, spread.as_ref()?))).collect();
    if known.is_empty() {
        return;
    }
    section(out, "Estimated payload in bytes");
    table(
        out,
        ["Provider", "Recipients", "Smallest", "Median", "Largest", "Its row", "Limit", "Above it"],
        known.into_iter().map(|(name, spread)| {
            let figures = [
                spread.recipients,
                spread.min,
                spread.median,
                spread.max,
                spread.max_row,
                spread.limit,
                spread.over,
            ];
            let [a, b, c, d, e, f, g] = figures.map(|figure| figure.to_string());
            [name.to_owned(), a, b, c, d, e, f, g]
        }),
    );
}

pub(super) fn variables(out: &mut String, variables: &[Variable]) {
    if variables.is_empty() {
        return;
    }
    section(out, "Variables");
    table(
        out,
        ["Variable", "Missing", "Default used", "Column"],
        variables.iter().map(|variable| {
            let column = match (&variable.near, variable.is_unknown) {
                (Some(near), true) => format!("none; did you mean {}?", code(near)),
                (None, true) => "none".to_owned(),
                (_, false) => "yes".to_owned(),
            };
            [code(&variable.path), variable.missing.to_string(), variable.defaulted.to_string(), column]
        }),
    );
}

pub(super) fn branches(out: &mut String, branches: &[Branch]) {
    if branches.is_empty() {
        return;
    }
    let taken = branches.iter().filter(|branch| branch.taken > 0).count();
    section(out, "Branches");
    line(out, &format!("{taken} of {} were taken by somebody.", branches.len()));
    table(
        out,
        ["In", "Line", "Branch", "Taken"],
        branches.iter().map(|branch| {
            let markup = format!("{} {}", branch.tag, branch.markup);
            [
                code(&branch.text),
                branch.line.to_string(),
                code(markup.trim()),
                if branch.taken == 0 { "**never**".to_owned() } else { branch.taken.to_string() },
            ]
        }),
    );
}

pub(super) fn texts(out: &mut String, summary: &Summary) {
    if summary.clusters.is_empty() {
        return;
    }
    section(out, "Texts");
    let shown = summary.clusters.len().min(CLUSTERS_SHOWN);
    line(out, &format!("{} recipients, {} different texts.", summary.recipients, summary.texts));
    table(
        out,
        ["Recipients", "First row", "Title", "Body"],
        summary.clusters.iter().take(shown).map(|cluster| {
            [
                cluster.recipients.to_string(),
                cluster.first_row.to_string(),
                code(&cluster.title),
                code(&cluster.body),
            ]
        }),
    );
    let more = (summary.texts as usize).saturating_sub(shown);
    if more > 0 {
        line(out, "");
        line(out, &format!("{more} more texts are not shown."));
    }
}

pub(super) fn gallery(out: &mut String, summary: &Summary) {
    if summary.gallery.is_empty() {
        return;
    }
    section(out, "Worth a look");
    table(
        out,
        ["Why", "Row", "Title", "Body"],
        summary.gallery.iter().map(|exhibit| {
            [
                exhibit.why.label().to_owned(),
                exhibit.row.to_string(),
                code(&exhibit.title),
                code(&exhibit.body),
            ]
        }),
    );
}
