//! Checks that the built module holds no HTML text, which Trusted Types would refuse in the browser.
//!
//! Without this check a single element in the wrong macro leaves the hosted page empty, and only there.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::folder;

/// Looks into every module below the folder.
///
/// # Errors
/// When a module holds an element as text, which Leptos would hand to `innerHTML`.
pub fn forbid(console: &Path) -> Outcome<()> {
    for file in folder::files(console)? {
        if file.extension().is_none_or(|ending| ending != "wasm") {
            continue;
        }
        let module = fs::read(&file).map_err(Failure::doing("read", file.display()))?;
        if let Some(element) = first_element(&module) {
            return Err(Failure::new(format!(
                "the built console holds HTML text, which its own policy forbids: the page would stay empty. It reads\n  \
                 {element}\n\
                 Leptos does so for markup that never changes. Import `push_view::view` wherever `view!` is used; \
                 an element without any string (such as `<p><br/></p>`) needs one"
            )));
        }
    }
    Ok(())
}

/// The first element that stands in the bytes as text, from its tag to its end.
///
/// Code is full of accidental `<` and `>`: only a closing tag with its opening one before it, all in letters
/// that a text may hold, is an element.
fn first_element(bytes: &[u8]) -> Option<String> {
    let mut at = 0;
    while let Some(close) = find(&bytes[at..], b"</").map(|offset| at + offset) {
        at = close + 2;
        let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let name = &bytes[at..at + length];
        if length == 0 || bytes.get(at + length) != Some(&b'>') {
            continue;
        }
        let text = bytes[..close].iter().rev().take_while(|byte| !byte.is_ascii_control()).count();
        let before = &bytes[close - text..close];
        let opening = (0..before.len()).rev().find(|&start| {
            let rest = before[start..].strip_prefix(b"<").and_then(|rest| rest.strip_prefix(name));
            rest.is_some_and(|rest| matches!(rest.first(), Some(b' ' | b'>')))
        });
        if let Some(opening) = opening {
            let whole = &bytes[close - text + opening..=at + length];
            return Some(String::from_utf8_lossy(whole).into_owned());
        }
    }
    None
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::folder::scratch::Scratch;

    #[test]
    fn an_element_is_found_among_code_and_chance_is_not() {
        for (bytes, element) in [
            (&b"\0asm\x01 <h1>Operations</h1>\x02"[..], Some("<h1>Operations</h1>")),
            (b"words<p class=\"hint\">Caf\xc3\xa9</p>words", Some("<p class=\"hint\">Caf\u{e9}</p>")),
            (b"<p></p>", Some("<p></p>")),
            (b"<ul><li>one</li></ul>", Some("<li>one</li>")),
            (b"</a>", None),
            (b"<a\0\0</a>", None),
            (b"<abbr>x</a>", None),
            (b"a </ b", None),
            (b"<p>a</p", None),
            (b"</", None),
            (b"<!doctype html>", None),
            (b"", None),
        ] {
            assert_eq!(first_element(bytes).as_deref(), element, "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn every_module_is_looked_into_and_the_element_is_named() {
        let scratch = Scratch::new("html-text");
        fs::write(scratch.0.join("main_bg.wasm"), b"\0asm").unwrap();
        fs::write(scratch.0.join("index.html"), "<p>fine</p>").unwrap();
        assert!(forbid(&scratch.0).is_ok(), "only modules count");
        fs::write(scratch.0.join("other_bg.wasm"), b"\0asm\0<p>static</p>").unwrap();
        let why = forbid(&scratch.0).unwrap_err().to_string();
        assert!(why.contains("<p>static</p>"), "{why}");
    }
}
