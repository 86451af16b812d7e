//! The draft that a command is given. A draft file is held to what a draft has: a field that is misspelt would otherwise
//! be left out of the push without a word.

use std::path::{Path, PathBuf};

use clap::Args;
use push_api::draft_file::{self, FileFault};
use push_api::{Draft, Timestamp};
use push_qa::check::{Message, TemplateFault};
use serde_json::Value;

use super::{BadInput, file};

/// Largest draft file in bytes: far above what the console writes.
const MOST_DRAFT_BYTES: u64 = draft_file::MAX_BYTES as u64;

/// The draft of a command.
#[derive(Debug, Args)]
pub(super) struct DraftArgs {
    /// The draft: JSON with its fields, or a file that the console exported.
    #[arg(long, value_name = "FILE")]
    draft: PathBuf,
    /// Which draft of an exported file, when it holds several.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
}

impl DraftArgs {
    /// Reads the draft.
    pub fn read(&self) -> Result<Draft, BadInput> {
        read_draft(&self.draft, self.name.as_deref())
    }

    /// Reads the draft's texts as templates.
    pub fn message(&self, draft: &Draft) -> Result<Message, BadInput> {
        Message::of(draft).map_err(|faults| self.no_liquid(&faults))
    }

    /// The draft's texts cannot be rendered for anybody.
    pub fn no_liquid(&self, faults: &[TemplateFault]) -> BadInput {
        let faults: Vec<String> = faults.iter().map(|fault| format!("\n  {fault}")).collect();
        let what = format!("the draft is no Liquid, so nobody can get it.{}", faults.concat());
        BadInput::of_file(&self.draft, what, "Mend the draft and check it again.")
    }
}

/// Reads a draft: plain, or out of a file that the console exported.
pub(super) fn read_draft(file: &Path, name: Option<&str>) -> Result<Draft, BadInput> {
    let bytes = file::read(file, MOST_DRAFT_BYTES)?;
    let text = String::from_utf8(bytes).map_err(|_| {
        BadInput::of_file(file, "the draft is not UTF-8.", "Save it as UTF-8, without another encoding.")
    })?;
    match draft_file::read(&text, 0) {
        Ok(contents) => exported(file, contents, name),
        Err(FileFault::NotDrafts) if name.is_some() => Err(BadInput::of_file(
            file,
            "the draft has no name.",
            "Leave out --name: it is for exported files.",
        )),
        Err(FileFault::NotDrafts) => plain(file, &text),
        Err(FileFault::NotJson(place)) => Err(BadInput::of_file(
            file,
            format!("the draft is not JSON ({place})."),
            "Export it from the console, or write it like {\"title\": \"Hi\", \"body\": \"Hello {{ name }}\"}.",
        )),
        Err(fault) => Err(BadInput::of_file(file, fault, "A newer push-qa may read it.")),
    }
}

fn exported(file: &Path, contents: draft_file::Contents, name: Option<&str>) -> Result<Draft, BadInput> {
    if let Some(first) = contents.unreadable.first() {
        return Err(BadInput::of_file(file, first, "Export the draft again."));
    }
    let names: Vec<String> = contents.drafts.iter().map(|saved| format!("{:?}", saved.name)).collect();
    let mut fitting = contents.drafts.into_iter().filter(|saved| name.is_none_or(|name| name == saved.name));
    match (fitting.next(), fitting.next()) {
        (Some(saved), None) => Ok(saved.draft),
        (None, _) if names.is_empty() => {
            Err(BadInput::of_file(file, "the file holds no draft.", "Export one from the console."))
        }
        (None, _) => Err(BadInput::of_file(
            file,
            format!("the file holds no draft named {:?}.", name.unwrap_or_default()),
            format!("It holds {}.", names.join(", ")),
        )),
        (Some(_), Some(_)) => Err(BadInput::of_file(
            file,
            "the file holds several drafts.",
            format!("Choose one with --name: {}.", names.join(", ")),
        )),
    }
}

fn plain(file: &Path, text: &str) -> Result<Draft, BadInput> {
    let known = fields();
    let text = text.trim_start_matches('\u{FEFF}');
    let not_a_draft = |error: serde_json::Error| {
        BadInput::of_file(
            file,
            format!("this is no draft ({error})."),
            format!("A draft has {}.", known.join(", ")),
        )
    };
    let value: Value = serde_json::from_str(text).map_err(not_a_draft)?;
    let Some(fields) = value.as_object() else {
        return Err(BadInput::of_file(
            file,
            "this is no draft: it is no JSON object.",
            format!("A draft has {}.", known.join(", ")),
        ));
    };
    match fields.keys().find(|key| !known.contains(key)) {
        Some(key) => Err(BadInput::of_file(
            file,
            format!("a draft has no field {key:?}."),
            format!("Check how it is written. A draft has {}.", known.join(", ")),
        )),
        None => dated(file, serde_json::from_value(value).map_err(not_a_draft)?),
    }
}

/// The draft, unless its moment of sending is one that nobody can write.
fn dated(file: &Path, draft: Draft) -> Result<Draft, BadInput> {
    match draft.send_at {
        Some(moment) if Timestamp::from_unix_ms(moment).unix_ms() != Some(moment) => {
            let advice = "It is in milliseconds since 1970. Leave it out to send at once.";
            Err(BadInput::of_file(file, "sendAt is no date.", advice))
        }
        _ => Ok(draft),
    }
}

/// The fields of a draft, as they are written.
fn fields() -> Vec<String> {
    let draft = serde_json::to_value(Draft::default()).unwrap_or_default();
    draft.as_object().map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
}
