//! Checks that the built scripts make no elements from HTML text, which Trusted Types would refuse in the browser.
//!
//! Without this check a single element in the wrong macro leaves the hosted page empty, and only there.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::folder;

/// The ways from text to elements that browsers guard.
///
/// `innerHTML` is not among them: Leptos' erased attributes name it to empty an element that had it, which no element
/// of ours has. Its templates, filled by `innerHTML`, show by their `content`.
const SINKS: [&str; 7] = [
    ".content",
    "outerHTML",
    "insertAdjacentHTML",
    "createContextualFragment",
    "parseFromString",
    "srcdoc",
    "document.write",
];

/// Looks into every script below the folder.
///
/// # Errors
/// When a script names a way from text to elements.
pub fn forbid(console: &Path) -> Outcome<()> {
    for file in folder::files(console)? {
        if !file.extension().is_some_and(|ending| ending == "js" || ending == "mjs") {
            continue;
        }
        let script = folder::read(&file)?;
        if let Some(sink) = SINKS.iter().find(|sink| names(&script, sink)) {
            return Err(Failure::new(format!(
                "the built console makes elements from HTML text ({sink} in {}), which its own policy forbids: the page would stay empty.\n\
                 Leptos does so for markup that never changes. Import `push_view::view` wherever `view!` is used; \
                 what holds no string at all (such as `<p><br/></p>`) needs a string in it, and `inner_html` is out",
                file.file_name().unwrap_or_default().display()
            )));
        }
    }
    Ok(())
}

/// True when the script has this name as a whole: `.content` is not in `.contentType`.
fn names(script: &str, name: &str) -> bool {
    let is_part = |after: &str| after.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$');
    script.match_indices(name).any(|(at, _)| !script.get(at + name.len()..).is_some_and(is_part))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::folder::scratch::Scratch;
    use crate::folder::{make, write};

    #[test]
    fn a_script_that_makes_elements_from_html_text_is_found_wherever_it_lies() {
        let scratch = Scratch::new("html-text");
        let console = &scratch.0;
        write(
            console,
            "main.js",
            "node.textContent = text; node.contentEditable = type.contentType; node.innerHTML = '';",
        )
        .unwrap();
        write(console, "index.html", "<p>about outerHTML</p>").unwrap();
        assert!(forbid(console).is_ok(), "only scripts count");
        make(&console.join("snippets/part")).unwrap();
        write(console, "snippets/part/inline0.js", "const copy=template.content;").unwrap();
        let why = forbid(console).unwrap_err().to_string();
        assert!(why.contains(".content in inline0.js"), "{why}");
    }
}
