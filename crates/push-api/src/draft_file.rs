//! The file that drafts are exported to and imported from: JSON of a format with a version.
//!
//! What a newer console adds is passed over, what a newer format means is never guessed, and nothing that the file
//! holds is left out without a word.

use std::fmt;

use serde::Serialize;
use serde_json::{Value, json};

use crate::json;
use crate::saved::{self, SavedDraft, fitting_name, free_name};

/// Version of the format that this code writes, and the newest that it reads.
pub const VERSION: u64 = 1;
/// Largest file in bytes.
pub const MAX_BYTES: usize = 20_000_000;
/// Most drafts in one file.
pub const MAX_DRAFTS: usize = 1000;
/// Media type of the file.
pub const MEDIA_TYPE: &str = "application/json";

/// The key by which such a file is known; its value is the version.
const MARK: &str = "pushConsoleDrafts";

/// What a file holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Contents {
    /// The drafts that can be read, in the order of the file.
    pub drafts: Vec<SavedDraft>,
    /// One sentence for each that cannot: which, and why.
    pub unreadable: Vec<String>,
}

/// Why nothing of a file can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// It is larger than [`MAX_BYTES`].
    TooLarge,
    /// It is not JSON; where it stops to be.
    NotJson(String),
    /// It is JSON, but no file of drafts.
    NotDrafts,
    /// Its format is newer than [`VERSION`].
    Newer(u64),
    /// It holds more than [`MAX_DRAFTS`].
    TooMany(usize),
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(
                f,
                "The file has more than {} MB, the most that is read at once. Export fewer drafts at once.",
                MAX_BYTES / 1_000_000
            ),
            Self::NotJson(place) => write!(
                f,
                "The file is not one that this console exported: it is not JSON ({place}). Choose another file."
            ),
            Self::NotDrafts => f.write_str(
                "The file holds no drafts of this console. Choose one that was made by Export or Export all.",
            ),
            Self::Newer(version) => write!(
                f,
                "A newer console wrote this file (format {version}; this one reads up to {VERSION}). \
                 Load the page again to get the newest console, and import it there.",
            ),
            Self::TooMany(count) => write!(
                f,
                "The file holds {count} drafts, and at most {MAX_DRAFTS} are read at once. Export fewer at once.",
            ),
        }
    }
}

/// The text of a file with these drafts.
pub fn write(drafts: &[SavedDraft]) -> String {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct File<'a> {
        push_console_drafts: u64,
        drafts: &'a [SavedDraft],
    }
    let file = File { push_console_drafts: VERSION, drafts };
    // Writing names, texts and numbers into a string cannot fail.
    serde_json::to_string_pretty(&file).unwrap_or_else(|_| json!({ MARK: VERSION, "drafts": [] }).to_string())
}

/// A name for a file with these drafts: the draft's own when it is alone.
pub fn file_name(drafts: &[SavedDraft]) -> String {
    let words = match drafts {
        [one] => one.name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect(),
        _ => Vec::new(),
    };
    if words.is_empty() {
        return "push-drafts.json".to_owned();
    }
    format!("push-draft-{}.json", words.join("-").to_lowercase())
}

/// Reads the text of a file. `now`, in Unix milliseconds, stands in where a draft does not say when it was saved.
///
/// # Errors
/// Why nothing of it can be read.
pub fn read(text: &str, now: i64) -> Result<Contents, FileFault> {
    if text.len() > MAX_BYTES {
        return Err(FileFault::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut file: Value = json::read(text).map_err(|error| FileFault::NotJson(error.to_string()))?;
    let version = file.get(MARK).and_then(Value::as_u64).filter(|version| *version > 0);
    match version.ok_or(FileFault::NotDrafts)? {
        version if version > VERSION => return Err(FileFault::Newer(version)),
        _ => {}
    }
    let Some(Value::Array(drafts)) = file.get_mut("drafts").map(Value::take) else {
        return Err(FileFault::NotDrafts);
    };
    if drafts.len() > MAX_DRAFTS {
        return Err(FileFault::TooMany(drafts.len()));
    }
    let mut contents = Contents::default();
    for (at, value) in drafts.into_iter().enumerate() {
        match read_one(value, now) {
            Ok(saved) => contents.drafts.push(saved),
            Err((name, why)) => {
                contents
                    .unreadable
                    .push(format!("Draft {} of the file, “{name}”, cannot be read: {why}.", at + 1));
            }
        }
    }
    Ok(contents)
}

fn read_one(mut value: Value, now: i64) -> Result<SavedDraft, (String, String)> {
    let name = fitting_name(value.get("name").and_then(Value::as_str).unwrap_or_default());
    let saved_at = value.get("savedAt").and_then(Value::as_i64).unwrap_or(now);
    let draft = value.get_mut("draft").map(Value::take).unwrap_or_default();
    match saved::read_draft(draft) {
        Ok(draft) => Ok(SavedDraft { name, draft, saved_at }),
        Err(why) => Err((name, why)),
    }
}

/// What an import adds to what is there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Addition {
    /// Drafts to keep, each under a name that is free.
    pub new: Vec<SavedDraft>,
    /// How many of them got another name, because theirs was taken by another draft.
    pub renamed: usize,
    /// How many were there already, word for word under the same name.
    pub known: usize,
}

/// Adds the drafts of a file to those that are kept: none is replaced, none is kept twice.
pub fn add(kept: &[SavedDraft], found: Vec<SavedDraft>) -> Addition {
    let mut addition = Addition::default();
    for mut saved in found {
        let all = || kept.iter().chain(&addition.new);
        if all().any(|other| other.name == saved.name && other.draft == saved.draft) {
            addition.known += 1;
            continue;
        }
        let name = free_name(&saved.name, |name| all().any(|other| other.name == name));
        addition.renamed += usize::from(name != saved.name);
        saved.name = name;
        addition.new.push(saved);
    }
    addition
}
