//! Puts the page's style sheets into two, in their order: few requests instead of many, and smaller compressed.
//!
//! A sheet that the page links to as `disabled` is only for what the second module draws. Those become one sheet of
//! their own, which a browser does not load before the second module switches it on.
//!
//! Only after Trunk, which neither joins sheets nor follows `@import`. The sources stay as they are.

use std::fs;
use std::ops::Range;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha384};

use crate::failure::{Failure, Outcome};
use crate::fingerprint::hex;
use crate::folder;
use crate::second_module;

/// Joins the sheets that `index.html` of the folder links to, and links to the two that result.
///
/// # Errors
/// When a file cannot be read or written.
pub fn join(console: &Path) -> Outcome<()> {
    let mut html = folder::read(&console.join("index.html"))?;
    let links = links(&html);
    let Some(first) = links.first().map(|link| link.whole.start) else { return Ok(()) };
    let (later, at_once): (Vec<&Link>, Vec<&Link>) = links.iter().partition(|link| link.is_later);
    let tags = [
        joined(console, &at_once, "styles-", "")?,
        joined(console, &later, second_module::PREFIX, " disabled")?,
    ];
    for link in links.iter().rev() {
        html.replace_range(link.whole.clone(), "");
        folder::remove(&console.join(&link.file))?;
    }
    html.insert_str(first, &tags.concat());
    folder::write(console, "index.html", &html)
}

/// Switches the later sheets on from the start: for a console in one module, which has nothing to wait for.
///
/// # Errors
/// When the page cannot be read or written.
pub fn switch_on(console: &Path) -> Outcome<()> {
    let mut html = folder::read(&console.join("index.html"))?;
    for link in links(&html).iter().rev().filter(|link| link.is_later) {
        let tag = html[link.whole.clone()].replace(DISABLED, "");
        html.replace_range(link.whole.clone(), &tag);
    }
    folder::write(console, "index.html", &html)
}

/// How a link says that its sheet is not to be loaded yet.
const DISABLED: &str = " disabled";

/// Writes the sheets as one, and gives the link to it; nothing when there are none.
fn joined(console: &Path, links: &[&Link], prefix: &str, state: &str) -> Outcome<String> {
    if links.is_empty() {
        return Ok(String::new());
    }
    let mut sheet = String::new();
    for link in links {
        sheet.push_str(folder::read(&console.join(&link.file))?.trim_end());
        sheet.push('\n');
    }
    let sum = Sha384::digest(&sheet);
    let name = format!("{prefix}{}.css", &hex(&sum)[..16]);
    fs::write(console.join(&name), sheet).map_err(Failure::doing("write", &name))?;
    Ok(format!("<link rel=stylesheet href=/{name} integrity=sha384-{}{state}>", STANDARD.encode(sum)))
}

/// A link to a style sheet: its place in the page, and the file.
struct Link {
    whole: Range<usize>,
    file: String,
    /// Whether the page does without it until the second module comes.
    is_later: bool,
}

/// The links to sheets of the page's own host, in order.
fn links(html: &str) -> Vec<Link> {
    let mut found = Vec::new();
    for (start, _) in html.match_indices("<link ") {
        let Some(length) = html[start..].find('>') else { break };
        let whole = start..start + length + 1;
        let words: Vec<&str> =
            html[start..start + length].trim_end_matches('/').split_ascii_whitespace().collect();
        let value = |name: &str| {
            let word = words.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('='))?;
            Some(word.trim_matches(['"', '\'', '/']))
        };
        // A sheet for some media only would apply to all when joined.
        if value("rel") == Some("stylesheet") && value("media").is_none() {
            let is_later = words.iter().any(|word| word.split('=').next() == Some(DISABLED.trim()));
            found.extend(value("href").map(|file| Link { whole, file: file.to_owned(), is_later }));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::folder::scratch::Scratch;
    use crate::folder::write;

    #[test]
    fn the_sheets_become_one_in_their_order_and_nothing_else_changes() {
        let scratch = Scratch::new("styles");
        let page = &scratch.0;
        let html = "<head><link href=/tokens-1.css integrity=sha384-x rel=stylesheet><link rel=preload href=/a.wasm>\
                    <link rel=\"stylesheet\" href=\"/base-2.css\"><link rel=stylesheet media=print href=/p.css></head>";
        write(page, "index.html", html).unwrap();
        for (name, text) in
            [("tokens-1.css", "@layer a,b;\n"), ("base-2.css", "@layer b{p{}}"), ("p.css", "p{}")]
        {
            write(page, name, text).unwrap();
        }
        join(page).unwrap();
        let names: Vec<_> = folder::files(page).unwrap();
        let sheet = names.iter().find(|file| file.to_string_lossy().contains("/styles-")).unwrap();
        assert_eq!(folder::read(sheet).unwrap(), "@layer a,b;\n@layer b{p{}}\n");
        assert!(crate::headers::is_hashed(&sheet.file_name().unwrap().to_string_lossy()));
        let html = folder::read(&page.join("index.html")).unwrap();
        assert!(html.starts_with("<head><link rel=stylesheet href=/styles-"), "{html}");
        assert!(
            html.ends_with(
                "><link rel=preload href=/a.wasm><link rel=stylesheet media=print href=/p.css></head>"
            ),
            "{html}"
        );
        assert_eq!(names.len(), 3, "the joined ones are gone: {names:?}");
    }

    #[test]
    fn the_sheets_of_the_second_module_become_one_that_waits() {
        let scratch = Scratch::new("styles-later");
        let page = &scratch.0;
        let html = "<head><link rel=stylesheet href=/a-1.css><link disabled rel=\"stylesheet\" href=\"/b-2.css\">\
                    <link rel=stylesheet href=/c-3.css><link href=/d-4.css rel=stylesheet disabled=\"\"></head>";
        write(page, "index.html", html).unwrap();
        for name in ["a-1.css", "b-2.css", "c-3.css", "d-4.css"] {
            write(page, name, &format!("{name}\n")).unwrap();
        }
        join(page).unwrap();
        let sheet = |prefix: &str| {
            let files = folder::files(page).unwrap();
            let file =
                files.iter().find(|file| file.file_name().unwrap().to_string_lossy().starts_with(prefix));
            folder::read(file.unwrap()).unwrap()
        };
        assert_eq!(sheet("styles-"), "a-1.css\nc-3.css\n");
        assert_eq!(sheet("second-"), "b-2.css\nd-4.css\n");
        let html = folder::read(&page.join("index.html")).unwrap();
        let (at_once, later) = html.split_once("><link rel=stylesheet href=/second-").unwrap();
        assert!(!at_once.contains("disabled") && later.ends_with(" disabled></head>"), "{html}");
    }

    #[test]
    fn in_one_module_no_sheet_waits() {
        let scratch = Scratch::new("styles-on");
        let html = "<input disabled><link disabled rel=stylesheet href=/b.css>";
        write(&scratch.0, "index.html", html).unwrap();
        switch_on(&scratch.0).unwrap();
        let html = folder::read(&scratch.0.join("index.html")).unwrap();
        assert_eq!(html, "<input disabled><link rel=stylesheet href=/b.css>");
    }

    #[test]
    fn a_page_without_sheets_stays_as_it_is() {
        let scratch = Scratch::new("styles-none");
        write(&scratch.0, "index.html", "<p>").unwrap();
        join(&scratch.0).unwrap();
        assert_eq!(folder::read(&scratch.0.join("index.html")).unwrap(), "<p>");
    }
}
