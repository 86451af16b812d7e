//! The upstream's error body, read defensively: any part may be missing, and it may not be JSON at all.

use serde_json::Value;

/// What an upstream error says, as far as it can be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UpstreamError {
    /// The upstream's own code.
    pub code: Option<String>,
    /// The upstream's own words.
    pub message: Option<String>,
}

/// Longest message that is taken over, in characters; the rest of a page-long text helps nobody.
const MESSAGE_CHARS: usize = 500;

impl UpstreamError {
    /// Reads `{code, message, …}` (older samples say `detail` or `error`). Anything else gives nothing.
    pub fn read(body: &[u8]) -> Self {
        let Ok(Value::Object(map)) = serde_json::from_slice::<Value>(body) else { return Self::default() };
        let code = map.get("code").and_then(|code| match code {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        });
        let message = ["message", "detail", "error"].iter().find_map(|name| map.get(*name)?.as_str());
        Self { code, message: message.map(|text| text.chars().take(MESSAGE_CHARS).collect()) }
    }
}
