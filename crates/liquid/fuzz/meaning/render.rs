//! What an input of the target `render` means, and what must hold for it: data as JSON, a NUL, and a template. Without
//! a NUL there is no data.

use push_liquid::{Limits, Settings, Template};

/// Parses and renders, twice, with a trace and without: the text is the same, and within its limit.
pub fn check(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let (data, source) = text.split_once('\0').unwrap_or(("null", text));
    let data: serde_json::Value = serde_json::from_str(data).unwrap_or_default();
    let limits = Limits { steps: 2_000, output_bytes: 20_000, work_bytes: 100_000, ..Limits::default() };
    let settings = Settings { now: 1_700_000_000, limits };
    let Ok(template) = Template::parse_within(source, &limits) else { return };
    let once = template.render(&data, &settings);
    let mut trace = template.trace();
    let again = template.render_traced(&data, &settings, &mut trace);
    assert_eq!(once, again);
    match once {
        Ok(text) => assert!(text.len() <= limits.output_bytes),
        Err(fault) => assert!(!fault.to_string().is_empty()),
    }
    assert!(trace.coverage().0 <= trace.coverage().1);
}
