//! The rules that a draft is held to, one function a field. Each says what is wrong and what to do.

use super::Draft;
use crate::issue::{Field, Issue};
use crate::limits;
use crate::recipient::Provider;
use crate::roster::{Kinds, Roster};
use crate::send::Priority;

/// Every issue of a draft in the order of the form. `now` is in Unix milliseconds.
pub(super) fn all(draft: &Draft, roster: &Roster, kinds: Kinds, now: i64) -> Vec<Issue> {
    let mut issues = Vec::new();
    check_text(draft, &mut issues);
    check_recipients(roster, &mut issues);
    check_priority(draft, &mut issues);
    check_credentials(draft, kinds, &mut issues);
    check_tags(draft, &mut issues);
    check_send_at(draft, now, &mut issues);
    issues
}

fn check_text(draft: &Draft, issues: &mut Vec<Issue>) {
    if draft.title.trim().is_empty() {
        issues.push(Issue::warning(Field::Title, "No title: most devices then show only the app's name."));
    }
    if draft.body.trim().is_empty() {
        issues.push(Issue::blocking(Field::Body, "Write the text of the push."));
    }
    // Liquid changes the length, so only plain text can be measured before it is rendered.
    let shown = [
        (Field::Title, &draft.title, limits::IOS_TITLE_CHARS, "title"),
        (Field::Body, &draft.body, limits::IOS_BODY_CHARS, "text"),
    ];
    for (field, text, fits, what) in shown {
        let chars = text.chars().count();
        if chars > fits && !text.contains("{{") && !text.contains("{%") {
            let message = format!("{chars} characters: an iOS lock screen shows about {fits} of the {what}.");
            issues.push(Issue::warning(field, message));
        }
    }
    for (field, text) in [(Field::Title, &draft.title), (Field::Body, &draft.body)] {
        for (open, close) in [("{{", "}}"), ("{%", "%}")] {
            if text.matches(open).count() > text.matches(close).count() {
                let message =
                    format!("`{open}` is opened but not closed with `{close}`; recipients would see it.");
                issues.push(Issue::warning(field, message));
            }
        }
    }
}

fn check_recipients(roster: &Roster, issues: &mut Vec<Issue>) {
    let count = roster.recipients.len();
    if count == 0 && roster.problems.is_empty() {
        issues.push(Issue::blocking(
            Field::Recipients,
            "Add at least one recipient, one a line: token,provider or a user id.",
        ));
    }
    if count > limits::MAX_RECIPIENTS {
        let over = count - limits::MAX_RECIPIENTS;
        let message =
            format!("{count} recipients: one send takes at most {}. Remove {over}.", limits::MAX_RECIPIENTS);
        issues.push(Issue::blocking(Field::Recipients, message));
    }
    if !roster.problems.is_empty() {
        let lines = line_list(roster.problems.iter().map(|problem| problem.line));
        let message = format!(
            "{} cannot be read: {lines}. Mend or remove them.",
            plural(roster.problems.len(), "line")
        );
        issues.push(Issue::blocking(Field::Recipients, message));
    }
    if !roster.repeats.is_empty() {
        let lines = line_list(roster.repeats.iter().map(|repeat| repeat.line));
        let message = format!(
            "{} an earlier recipient, who would get the push twice: {lines}.",
            if roster.repeats.len() == 1 {
                "1 line repeats".into()
            } else {
                format!("{} lines repeat", roster.repeats.len())
            },
        );
        issues.push(Issue::warning(Field::Recipients, message));
    }
}

fn check_priority(draft: &Draft, issues: &mut Vec<Issue>) {
    if let Priority::Unknown(word) = &draft.priority {
        issues
            .push(Issue::blocking(Field::Priority, format!("{word:?} is no priority; choose HIGH or LOW.")));
    }
}

fn check_credentials(draft: &Draft, kinds: Kinds, issues: &mut Vec<Issue>) {
    let rows = [
        (Field::FcmCredential, &draft.fcm_credential, kinds.fcm, Provider::Fcm),
        (Field::ApnsCredential, &draft.apns_credential, kinds.apn, Provider::Apn),
    ];
    for (field, id, count, provider) in rows {
        let id = id.trim();
        if id.is_empty() {
            continue;
        }
        if id.chars().any(|c| c.is_whitespace() || c.is_control()) {
            issues.push(Issue::blocking(field, "A credential id has no blanks."));
        } else if !id.starts_with("comms_credential_") {
            issues.push(Issue::warning(field, "Credential ids usually begin with comms_credential_."));
        }
        if count == 0 && kinds.users == 0 {
            issues.push(Issue::warning(
                field,
                format!("No recipient uses {provider}, so this credential is not used."),
            ));
        }
    }
}

fn check_tags(draft: &Draft, issues: &mut Vec<Issue>) {
    let count = draft.written_tags().count();
    if count > limits::MAX_TAGS {
        let message = format!("{count} tags: a send takes at most {}.", limits::MAX_TAGS);
        issues.push(Issue::blocking(Field::Tags, message));
    }
    let mut seen: Vec<&str> = Vec::new();
    for (key, value) in draft.written_tags().map(|(key, value)| (key.trim(), value)) {
        if key.is_empty() {
            issues.push(Issue::blocking(
                Field::Tags,
                format!("The tag with value {:?} has no key.", shortened(value)),
            ));
            continue;
        }
        if seen.contains(&key) {
            let message = format!("The key {:?} stands twice; only one value can be kept.", shortened(key));
            issues.push(Issue::blocking(Field::Tags, message));
        }
        seen.push(key);
        let lengths =
            [("key", key, limits::MAX_TAG_KEY_CHARS), ("value", value, limits::MAX_TAG_VALUE_CHARS)];
        for (part, text, most) in lengths {
            let chars = text.chars().count();
            if chars > most {
                let message = format!(
                    "The {part} of {:?} has {chars} characters; at most {most} are taken.",
                    shortened(key)
                );
                issues.push(Issue::blocking(Field::Tags, message));
            }
        }
        // The filter form of tags is key:value;key:value; so these two could not be found again.
        if key.contains([':', ';']) || value.contains(';') {
            let message =
                format!("The tag {:?} holds `:` or `;` and cannot be used as a filter.", shortened(key));
            issues.push(Issue::warning(Field::Tags, message));
        }
    }
}

fn check_send_at(draft: &Draft, now: i64, issues: &mut Vec<Issue>) {
    let Some(at) = draft.send_at else { return };
    if at <= now {
        issues.push(Issue::blocking(
            Field::SendAt,
            "This moment has passed. Choose a later one, or clear it to send now.",
        ));
    } else if at - now > limits::RECORD_DAYS * 86_400_000 {
        let message = format!("More than {} days ahead: check the date.", limits::RECORD_DAYS);
        issues.push(Issue::warning(Field::SendAt, message));
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(24).collect()
}

fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn line_list(lines: impl ExactSizeIterator<Item = usize>) -> String {
    const SHOWN: usize = 5;
    let count = lines.len();
    let numbers: Vec<String> = lines.take(SHOWN).map(|line| line.to_string()).collect();
    let more = if count > SHOWN { format!(" and {} more", count - SHOWN) } else { String::new() };
    format!("line{} {}{more}", if count == 1 { "" } else { "s" }, numbers.join(", "))
}
