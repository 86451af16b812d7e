//! Values that have broken messages before.

use serde_json::{Value, json};

/// A value as one hopes for.
pub(super) fn plain() -> Value {
    json!("Ada")
}

/// Every hostile value; each stands for a way in which lists go wrong.
pub(super) fn all() -> Vec<Value> {
    vec![
        // Nothing there, in every way to write it.
        Value::Null,
        json!(""),
        json!("   "),
        json!("\u{00A0}\u{2003}"),
        json!("\u{200B}"),
        json!("\n"),
        // What another template left, and what a template could obey.
        json!("{{ name }}"),
        json!("{{"),
        json!("{% if true %}"),
        json!("}}"),
        // What a program prints for a value it cannot write.
        json!("[object Object]"),
        json!("undefined"),
        json!("null"),
        json!("NaN"),
        // Too much.
        json!("x".repeat(5000)),
        json!("漢".repeat(1700)),
        json!("👩\u{200D}👩\u{200D}👧\u{200D}👦".repeat(200)),
        json!("\"".repeat(2500)),
        json!("Donaudampfschifffahrtsgesellschaftskapitän".repeat(3)),
        // Signs that turn, join or hide others, and marks without a letter.
        json!("👩\u{200D}🚀"),
        json!("\u{202E}txt.exe"),
        json!("שלום"),
        json!("مرحبا \u{200F}!"),
        json!("Z\u{0351}\u{036B}\u{0343}a\u{0300}lgo"),
        json!("\u{FEFF}Ada"),
        // Signs that other forms take up.
        json!("\"Ada\" 'the' <b>First</b> & \\ Co."),
        json!("line\nline\r\nline"),
        json!("tab\there \u{0007}"),
        json!("=1+1"),
        // Numbers, true ones and as text.
        json!(0),
        json!(-1),
        json!(1.5),
        json!(i64::MAX),
        json!(1e300),
        json!("007"),
        json!("1,234.50"),
        json!("1e400"),
        json!("0"),
        // Of another sort than text.
        json!(true),
        json!(false),
        json!([]),
        json!([null]),
        json!(["a", "b"]),
        json!({}),
        json!({ "a": 1 }),
    ]
}
