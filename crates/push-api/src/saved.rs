//! A draft that a person has given a name: what it is, and which names it may have.
//!
//! Knows nothing of where it is kept, nor of files and links.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Draft;

/// Longest name in characters.
pub const MAX_NAME_CHARS: usize = 80;
/// Moments that a date can be written for: 1970 to 9999, in Unix milliseconds.
const MOMENTS: std::ops::RangeInclusive<i64> = 0..=253_402_300_799_999;

/// A draft under a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SavedDraft {
    /// What the person calls it.
    pub name: String,
    /// What was written.
    pub draft: Draft,
    /// When it was saved, in Unix milliseconds.
    pub saved_at: i64,
}

impl SavedDraft {
    /// True for a template: a draft for whoever it will be sent to, without recipients of its own.
    pub fn is_template(&self) -> bool {
        self.recipients() == 0
    }

    /// Recipients as written: lines with something on them, whether they can be read or not.
    pub fn recipients(&self) -> usize {
        self.draft.recipient_lines()
    }
}

impl Draft {
    /// Lines of the recipients' box with something on them, whether they can be read or not.
    pub fn recipient_lines(&self) -> usize {
        self.recipients.lines().filter(|line| !line.trim().is_empty()).count()
    }

    /// The same draft for anybody: its recipients are left out.
    #[must_use]
    pub fn without_recipients(self) -> Self {
        Self { recipients: String::new(), ..self }
    }
}

/// True when nothing is lost if this draft goes: it is empty, or one of those that are saved.
pub fn is_saved(draft: &Draft, saved: &[SavedDraft]) -> bool {
    *draft == Draft::default() || saved.iter().any(|saved| saved.draft == *draft)
}

/// The name that a typed text stands for: one line, without blanks at its ends.
///
/// # Errors
/// The sentence to show beside the box.
pub fn read_name(text: &str) -> Result<String, String> {
    let name = one_line(text);
    match name.chars().count() {
        0 => Err("Give it a name.".to_owned()),
        count if count > MAX_NAME_CHARS => {
            Err(format!("The name has {count} characters; at most {MAX_NAME_CHARS} fit."))
        }
        _ => Ok(name),
    }
}

/// A name for what came from elsewhere, whatever it was called there: shortened, never empty.
pub fn fitting_name(text: &str) -> String {
    let name: String = one_line(text).chars().take(MAX_NAME_CHARS).collect();
    let name = name.trim_end();
    if name.is_empty() { "Untitled".to_owned() } else { name.to_owned() }
}

/// A name like the wanted one that is not taken: itself, or with a number behind it. It is never too long.
pub fn free_name(wanted: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let wanted = fitting_name(wanted);
    if !is_taken(&wanted) {
        return wanted;
    }
    let stem = without_number(&wanted);
    let numbered = (2_u32..).map(|number| {
        let end = format!(" ({number})");
        let room = MAX_NAME_CHARS.saturating_sub(end.chars().count());
        let beginning: String = stem.chars().take(room).collect();
        beginning.trim_end().to_owned() + &end
    });
    numbered.into_iter().find(|name| !is_taken(name)).unwrap_or(wanted)
}

/// Reads a draft that came from elsewhere.
///
/// # Errors
/// What is wrong with it: it is no draft, or its moment of sending is none. Left out, such a moment would send at once.
pub(crate) fn read_draft(value: Value) -> Result<Draft, String> {
    let draft: Draft = serde_json::from_value(value).map_err(|error| error.to_string())?;
    match draft.send_at {
        Some(moment) if !MOMENTS.contains(&moment) => Err("its moment of sending is no date".to_owned()),
        _ => Ok(draft),
    }
}

fn one_line(text: &str) -> String {
    let is_gap = |c: char| c.is_whitespace() || c.is_control();
    text.split(is_gap).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `Spring (2)` is `Spring`, so that a copy of a copy is `Spring (3)`.
fn without_number(name: &str) -> &str {
    let stem = name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    match stem {
        Some((stem, number)) if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => stem,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_of_at_most_80_characters() {
        let (fits, too_long) = ("é".repeat(80), "é".repeat(81));
        let table = [
            ("Spring sale", Some("Spring sale")),
            ("  Spring \t\n sale\u{0} ", Some("Spring sale")),
            ("", None),
            (" \u{a0}\n", None),
            (&fits, Some(fits.as_str())),
            (&too_long, None),
        ];
        for (text, name) in table {
            assert_eq!(read_name(text).ok().as_deref(), name, "{text:?}");
        }
    }

    #[test]
    fn a_free_name_counts_on_and_stays_short_enough() {
        let long = "n".repeat(80);
        let (shorter, numbered) = ("n".repeat(76), "n".repeat(76) + " (2)");
        let table: [(&str, &[&str], &str); 8] = [
            ("Spring", &[], "Spring"),
            ("Spring", &["Spring"], "Spring (2)"),
            ("Spring", &["Spring", "Spring (2)"], "Spring (3)"),
            ("Spring (2)", &["Spring", "Spring (2)"], "Spring (3)"),
            ("Sale (new)", &["Sale (new)"], "Sale (new) (2)"),
            ("Sale ()", &["Sale ()"], "Sale () (2)"),
            ("", &[], "Untitled"),
            (&long, &[long.as_str(), shorter.as_str()], &numbered),
        ];
        for (wanted, taken, expected) in table {
            assert_eq!(free_name(wanted, |name| taken.contains(&name)), expected);
        }
    }

    #[test]
    fn a_template_is_a_draft_without_recipients() {
        let with = |recipients: &str| SavedDraft {
            name: "Any".into(),
            draft: Draft { recipients: recipients.into(), ..Draft::default() },
            saved_at: 0,
        };
        for (recipients, count) in [("", 0), ("\n  \n", 0), ("one,FCM\n\nnobody knows\n", 2)] {
            let saved = with(recipients);
            assert_eq!((saved.recipients(), saved.is_template()), (count, count == 0), "{recipients:?}");
            assert!(saved.draft.without_recipients().recipients.is_empty());
        }
    }

    #[test]
    fn a_draft_that_differs_from_all_saved_ones_would_be_lost() {
        let titled = |title: &str| Draft { title: title.into(), ..Draft::default() };
        let saved = SavedDraft { name: "Any".into(), draft: titled("kept"), saved_at: 0 };
        for (draft, is_kept) in [(titled(""), true), (titled("kept"), true), (titled("kept "), false)] {
            assert_eq!(is_saved(&draft, std::slice::from_ref(&saved)), is_kept, "{draft:?}");
        }
    }
}
