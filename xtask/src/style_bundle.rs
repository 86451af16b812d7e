//! Puts the page's style sheets into one, in their order: one request instead of many, and smaller compressed.
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

/// Joins the sheets that `index.html` of the folder links to, and links to the one that results.
///
/// # Errors
/// When a file cannot be read or written.
pub fn join(console: &Path) -> Outcome<()> {
    let mut html = folder::read(&console.join("index.html"))?;
    let links = links(&html);
    let Some(first) = links.first().map(|link| link.whole.start) else { return Ok(()) };
    let mut joined = String::new();
    for link in &links {
        joined.push_str(folder::read(&console.join(&link.file))?.trim_end());
        joined.push('\n');
    }
    let sum = Sha384::digest(&joined);
    let name = format!("styles-{}.css", &hex(&sum)[..16]);
    for link in links.iter().rev() {
        html.replace_range(link.whole.clone(), "");
        folder::remove(&console.join(&link.file))?;
    }
    let tag = format!("<link rel=stylesheet href=/{name} integrity=sha384-{}>", STANDARD.encode(sum));
    html.insert_str(first, &tag);
    fs::write(console.join(&name), joined).map_err(Failure::doing("write", &name))?;
    folder::write(console, "index.html", &html)
}

/// A link to a style sheet: its place in the page, and the file.
struct Link {
    whole: Range<usize>,
    file: String,
}

/// The links to sheets of the page's own host, in order.
fn links(html: &str) -> Vec<Link> {
    let mut found = Vec::new();
    for (start, _) in html.match_indices("<link ") {
        let Some(length) = html[start..].find('>') else { break };
        let whole = start..start + length + 1;
        let words: Vec<&str> = html[start..start + length].split_ascii_whitespace().collect();
        let value = |name: &str| {
            let word = words.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('='))?;
            Some(word.trim_matches(['"', '\'', '/']))
        };
        // A sheet for some media only would apply to all when joined.
        if value("rel") == Some("stylesheet") && value("media").is_none() {
            found.extend(value("href").map(|file| Link { whole, file: file.to_owned() }));
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
    fn a_page_without_sheets_stays_as_it_is() {
        let scratch = Scratch::new("styles-none");
        write(&scratch.0, "index.html", "<p>").unwrap();
        join(&scratch.0).unwrap();
        assert_eq!(folder::read(&scratch.0.join("index.html")).unwrap(), "<p>");
    }
}
