//! Lines, headings and tables of a Markdown page. Whatever comes here has to be inert already.

/// A heading, set apart.
pub(super) fn section(out: &mut String, title: &str) {
    out.push_str(&format!("\n## {title}\n\n"));
}

/// A line.
pub(super) fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

/// A table, set apart from what stands before it.
pub(super) fn table<const N: usize>(
    out: &mut String,
    head: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) {
    if !out.ends_with("\n\n") {
        out.push('\n');
    }
    line(out, &format!("| {} |", head.join(" | ")));
    line(out, &format!("|{}", "---|".repeat(N)));
    for row in rows {
        line(out, &format!("| {} |", row.join(" | ")));
    }
}
