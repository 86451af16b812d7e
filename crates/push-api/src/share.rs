//! A link that carries a draft in its fragment, the part of an address that a browser keeps to itself.
//!
//! Such a link holds a draft and nothing else: no token, no address of a proxy. Recipients are in it only when
//! whoever makes it leaves them in.

use std::fmt;

use base64::Engine;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde_json::{Map, Value, json};

use crate::saved::{self, fitting_name};
use crate::{Draft, json};

/// How a fragment with a draft begins, with its hash sign.
pub const BEGINNING: &str = "#draft=";
/// Longest fragment in characters. Browsers take much more, but links of this length already break on their way.
pub const MAX_CHARS: usize = 32_000;
/// Characters from which on a link may be cut off by programs for mail and chat. A warning, never a limit.
pub const SAFE_CHARS: usize = 2_000;

/// Version of what is in the fragment that this code writes, and the newest that it reads.
const VERSION: u64 = 1;

/// Without padding, whose equals signs would be escaped on the way; read with or without it.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// What a link carries.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// What it was called.
    pub name: String,
    /// What was written.
    pub draft: Draft,
}

/// Why there is no link, or nothing can be read from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkFault {
    /// The draft makes a fragment of so many characters, more than [`MAX_CHARS`].
    TooLong(usize),
    /// It was cut off or changed on its way, or it never was a draft.
    Damaged,
    /// A newer console made it.
    Newer(u64),
}

impl fmt::Display for LinkFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong(chars) => write!(
                f,
                "The link would have {chars} characters, and links over {MAX_CHARS} get lost on their way. \
                 Leave the recipients out, or export the draft as a file."
            ),
            Self::Damaged => f.write_str(
                "The link is cut off or damaged, and nothing of the draft can be read. \
                 Copy it again as a whole, or ask for it once more.",
            ),
            Self::Newer(version) => write!(
                f,
                "A newer console made this link (format {version}; this one reads up to {VERSION}). \
                 Load the page again to get the newest console, and open the link once more."
            ),
        }
    }
}

/// The fragment that carries a draft, with its hash sign. What is as in an empty draft takes no room.
///
/// # Errors
/// [`LinkFault::TooLong`].
pub fn fragment(shared: &Shared) -> Result<String, LinkFault> {
    let content =
        json!({ "v": VERSION, "name": shared.name, "draft": Value::Object(changes(&shared.draft)) });
    let fragment = BEGINNING.to_owned() + &BASE64.encode(content.to_string());
    match fragment.len() {
        chars if chars > MAX_CHARS => Err(LinkFault::TooLong(chars)),
        _ => Ok(fragment),
    }
}

/// Reads a fragment, with its hash sign.
///
/// # Errors
/// [`LinkFault::Newer`], or [`LinkFault::Damaged`], which one is too that holds anything beside a draft.
pub fn read(fragment: &str) -> Result<Shared, LinkFault> {
    if fragment.len() > MAX_CHARS {
        return Err(LinkFault::Damaged);
    }
    let letters = fragment.strip_prefix(BEGINNING).ok_or(LinkFault::Damaged)?;
    let bytes = BASE64.decode(letters.trim_end()).map_err(|_| LinkFault::Damaged)?;
    let mut content: Value = json::of_bytes(&bytes).map_err(|_| LinkFault::Damaged)?;
    match content.get("v").and_then(Value::as_u64) {
        Some(version) if version > VERSION => return Err(LinkFault::Newer(version)),
        Some(VERSION) => {}
        _ => return Err(LinkFault::Damaged),
    }
    let name = fitting_name(content.get("name").and_then(Value::as_str).unwrap_or_default());
    let draft = content.get_mut("draft").map(Value::take).unwrap_or_default();
    let draft = saved::read_draft(draft).map_err(|_| LinkFault::Damaged)?;
    Ok(Shared { name, draft })
}

/// The fields of a draft that differ from those of an empty one.
fn changes(draft: &Draft) -> Map<String, Value> {
    let fields = |draft: &Draft| match serde_json::to_value(draft) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    };
    let empty = fields(&Draft::default());
    let mut changed = fields(draft);
    changed.retain(|name, value| empty.get(name) != Some(value));
    changed
}
