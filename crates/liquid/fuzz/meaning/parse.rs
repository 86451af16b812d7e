//! What an input of the target `parse` means, and what must hold for it: it is a template.

use push_liquid::Template;

/// Parses, and shows everything that is known without a render.
pub fn check(input: &[u8]) {
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
