//! Renders tables of templates over one set of variables.

use push_liquid::{Settings, Template};
use serde_json::{Value, json};

/// The variables of every case.
pub fn data() -> Value {
    json!({
        "name": "Ada",
        "nothing": null,
        "blank_text": "  \n",
        "empty_text": "",
        "count": 3,
        "price": 4.5,
        "yes": true,
        "no": false,
        "html": "<b>1 & \"2\"</b>",
        "numbers": [3, 1, 2],
        "words": ["pear", "Apple", "fig", "apple"],
        "nested": [1, [2, [3, null]]],
        "none": [],
        "trips": [
            {"to": "Oslo", "km": 12, "open": true},
            {"to": "Rome", "km": 7, "open": false},
            {"to": "Bern", "open": true}
        ],
        "user": {"city": "Zürich", "size": 42, "first name": "Grace", "tags": ["a", "b"]},
        "key": "city"
    })
}

/// Checks that every template renders to the text beside it; reports all that do not.
#[track_caller]
pub fn check(cases: &[(&str, &str)]) {
    let data = data();
    // 2024-02-29 12:34:56 UTC
    let settings = Settings { now: 1_709_210_096, ..Settings::default() };
    let mut wrong = Vec::new();
    for (source, wanted) in cases {
        let made = Template::parse(source).and_then(|template| template.render(&data, &settings));
        match made {
            Ok(text) if text == *wanted => {}
            Ok(text) => wrong.push(format!("{source}\n  wanted {wanted:?}\n  made   {text:?}")),
            Err(fault) => wrong.push(format!("{source}\n  wanted {wanted:?}\n  {fault}")),
        }
    }
    assert!(wrong.is_empty(), "{} of {} are wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
