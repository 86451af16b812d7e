//! What the browser itself complains about: a breach of the page's security policy, an error in a script, a panic.
//!
//! Failed requests are not among them: the journeys make requests fail on purpose.

use axum::http::Method;
use serde_json::{Value, json};

use super::Browser;

/// Runs before every page and writes each breach of its policy into the console, which survives the page.
pub const LISTENER: &str = "
document.addEventListener('securitypolicyviolation', (event) => {
    console.error('policy breached: ' + event.violatedDirective + ' by ' + event.blockedURI + ' ' + event.sample);
});";

impl Browser {
    /// Everything that it has complained about since it was last asked.
    pub async fn complaints(&self) -> Vec<String> {
        let browser = json!({ "type": "browser" });
        let entries = self.driver(Method::POST, "se/log", Some(&browser)).await.unwrap();
        entries.as_array().expect("a log is a list").iter().filter_map(complaint).collect()
    }
}

fn complaint(entry: &Value) -> Option<String> {
    let word = |name: &str| entry[name].as_str().unwrap_or_default();
    let counts = match word("source") {
        "network" => false,
        "security" | "violation" | "deprecation" => true,
        _ => word("level") == "SEVERE",
    };
    counts.then(|| format!("{} {}: {}", word("level"), word("source"), word("message")))
}

#[test]
fn only_what_the_page_itself_did_wrong_is_a_complaint() {
    let table = [
        ("network", "SEVERE", false),
        ("security", "SEVERE", true),
        ("security", "INFO", true),
        ("javascript", "SEVERE", true),
        ("console-api", "SEVERE", true),
        ("console-api", "WARNING", false),
        ("other", "INFO", false),
    ];
    for (source, level, counts) in table {
        let entry = json!({ "source": source, "level": level, "message": "words" });
        assert_eq!(complaint(&entry).is_some(), counts, "{source} {level}");
    }
}
