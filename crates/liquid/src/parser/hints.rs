//! What a person probably meant.

use crate::error::{Kind, Raw};

/// Every tag that begins something.
pub(super) const TAGS: [&str; 20] = [
    "assign",
    "break",
    "capture",
    "case",
    "comment",
    "continue",
    "cycle",
    "decrement",
    "doc",
    "echo",
    "for",
    "if",
    "ifchanged",
    "increment",
    "liquid",
    "raw",
    "tablerow",
    "unless",
    "#",
    "render",
];

/// Tags that belong to a block.
pub(super) const PARTS: [&str; 3] = ["else", "elsif", "when"];

/// The name nearest to what was written, when one is near enough: one letter may differ in a short word, two in a
/// longer one. Of two that are as near, the first.
pub fn nearest<'n>(written: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let most = if written.chars().count() < 5 { 1 } else { 2 };
    let near = names.map(|name| (distance(written, name), name)).filter(|(distance, _)| *distance <= most);
    near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

/// How many letters must be changed, added, left out or swapped to get from one word to another.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(40).collect(), b.chars().take(40).collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + change);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

/// A tag that nobody knows.
pub(super) fn unknown_tag(at: usize, name: &str) -> Raw {
    if matches!(name, "include" | "render" | "layout" | "section") {
        let raw =
            Raw::syntax(at, format!("`{name}` loads another template, and a push has no other templates"));
        return raw.of_kind(Kind::Partial).hint("Write its text here.");
    }
    let ends = TAGS.iter().map(|tag| format!("end{tag}")).collect::<Vec<_>>();
    let known = TAGS.iter().chain(&PARTS).copied().chain(ends.iter().map(String::as_str));
    let raw = Raw::syntax(at, format!("there is no tag `{name}`")).of_kind(Kind::UnknownTag);
    match (nearest(name, known), name) {
        (Some(near), _) => raw.hint(format!("Did you mean `{near}`?")),
        (None, "elseif" | "elif") => raw.hint("Did you mean `elsif`?"),
        (None, "set" | "let" | "var") => raw.hint("Did you mean `assign`?"),
        (None, "end") => raw.hint("Every block ends with its own tag, such as `endif`."),
        _ => raw,
    }
}

/// A tag that belongs to a block, outside of it.
pub(super) fn misplaced(at: usize, name: &str) -> Raw {
    let raw = Raw::syntax(at, format!("`{name}` stands where no block expects it"));
    match name.strip_prefix("end") {
        Some(block) => raw.hint(format!("There is no open `{block}` here.")),
        None if name == "when" => raw.hint("It belongs directly into a `case`."),
        None => raw.hint("It belongs into `if`, `unless`, `case` or `for`."),
    }
}

/// A block that does not end, or ends with another's end.
pub(super) fn unclosed(at: usize, name: &str, found: Option<&str>) -> Raw {
    let hint = match found {
        Some(found) => format!("`{found}` was found before `end{name}`."),
        None => format!("Write {{% end{name} %}} where it ends."),
    };
    Raw::syntax(at, format!("this `{name}` is never closed")).hint(hint)
}
