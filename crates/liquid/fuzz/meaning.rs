//! What one input of a fuzzer means, for the fuzz targets and for the smoke run among the tests.
//!
//! The first line (up to a NUL) is data as JSON, the rest a template; without a NUL there is no data.

use push_liquid::{Limits, Settings, Template};

/// Parses, and shows everything that is known without a render.
pub fn parse(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    match Template::parse(text) {
        Err(fault) => {
            assert!(!fault.to_string().is_empty());
            assert!(fault.position.line <= text.split('\n').count(), "{fault}");
        }
        Ok(template) => {
            for warning in template.warnings() {
                assert!(!warning.to_string().is_empty());
            }
            assert!(template.variables().count() <= text.len());
            assert!(template.branches().count() <= text.len());
        }
    }
}

/// Parses and renders, twice, with a trace and without: the text is the same, and within its limit.
pub fn render(input: &[u8]) {
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
