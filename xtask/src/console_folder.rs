//! The console's folder as it is hosted: Trunk's output, the proxy's address, and the header rules.
//!
//! It is made beside its place and moved there, so that a server never sees half of it.

use std::fs;
use std::path::Path;

use crate::console_build::{Built, Kind};
use crate::failure::{Failure, Outcome};
use crate::folder::{self, copy, read, remove, write};
use crate::headers::{self, Site};
use crate::proxy_origin::ProxyOrigin;

/// Addresses inside the console are answered with the page, under the address that was asked for.
///
/// Netlify needs the rule. Cloudflare Pages ignores it and does the same by itself as long as there is no
/// `404.html`, which is why none is written.
const REDIRECTS: &str = "/* /index.html 200\n";

/// In a development build only: loads the page again when it has been built again.
const RELOAD: &str = r#"let built;
setInterval(async () => {
  const answer = await fetch("/built.txt", { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) return;
  const now = await answer.text();
  if (built && built !== now) location.reload();
  built = now;
}, 1000);
"#;

/// Makes the folder `out`, for a proxy elsewhere or (none) for the proxy that serves the folder itself.
///
/// # Errors
/// When `out` is something else than such a folder, or a file cannot be read or written.
pub fn assemble(built: &Built, out: &Path, proxy: Option<&ProxyOrigin>) -> Outcome<()> {
    if !may_replace(out)? {
        return Err(Failure::new(format!(
            "{} is not empty and not a console's folder: name another folder, or remove it yourself",
            out.display()
        )));
    }
    let place = std::path::absolute(out).map_err(Failure::doing("find", out.display()))?;
    let name = place.file_name().ok_or_else(|| Failure::new("the console needs a folder with a name"))?;
    let beside = place.with_file_name(format!(".{}.partial", name.to_string_lossy()));
    remove(&beside)?;
    copy(&built.folder, &beside)?;
    let origin = proxy.map(ProxyOrigin::as_str).unwrap_or_default();
    write(&beside, "config.json", &format!("{}\n", serde_json::json!({ "proxy": origin })))?;
    if built.kind == Kind::Dev {
        prepare_for_changes(&beside, &built.fingerprint)?;
    }
    let html = read(&beside.join("index.html"))?;
    let site = Site {
        proxy: proxy.map(|origin| origin.as_str().to_owned()),
        scripts: headers::script_hashes(&html)?,
        hashed: hashed_files(&beside)?,
    };
    write(&beside, "_headers", &headers::cdn_file(&site))?;
    write(&beside, "nginx.conf", &headers::nginx_file(&site))?;
    write(&beside, "_redirects", REDIRECTS)?;
    remove(&place)?;
    fs::rename(&beside, &place).map_err(Failure::doing("move into place", place.display()))
}

/// True for a place that is free, empty, or holds what an earlier call has made.
fn may_replace(out: &Path) -> Outcome<bool> {
    if !out.exists() {
        return Ok(true);
    }
    let mut entries = fs::read_dir(out).map_err(Failure::doing("read the folder", out.display()))?;
    let is_console = ["index.html", "config.json", "_headers"].iter().all(|name| out.join(name).is_file());
    Ok(entries.next().is_none() || is_console)
}

/// Makes the page load itself again after a build, and moves its inline scripts into files: their hashes would
/// change with every build, and a server that runs on has read the header rules already.
fn prepare_for_changes(folder: &Path, fingerprint: &str) -> Outcome<()> {
    let mut html = read(&folder.join("index.html"))?;
    for (number, script) in headers::inline_scripts(&html)?.into_iter().enumerate().rev() {
        let name = format!("start{number}.js");
        write(folder, &name, &html[script.content])?;
        html.replace_range(script.whole, &format!("<script type=\"module\" src=\"/{name}\"></script>"));
    }
    let html = html.replacen("</head>", "<script type=\"module\" src=\"/reload.js\"></script></head>", 1);
    write(folder, "index.html", &html)?;
    write(folder, "reload.js", RELOAD)?;
    write(folder, "built.txt", fingerprint)
}

/// The files with a hash in their name, as paths from the root, without their compressed neighbours.
fn hashed_files(folder: &Path) -> Outcome<Vec<String>> {
    let mut hashed = Vec::new();
    for file in folder::files(folder)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if headers::is_hashed(&name) && !name.ends_with(".br") && !name.ends_with(".gz") {
            let inside = file.strip_prefix(folder).unwrap_or(&file);
            hashed.push(inside.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(hashed)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::folder::scratch::Scratch;

    fn built(home: &Path, kind: Kind) -> Built {
        let folder = home.join("trunk");
        folder::make(&folder).unwrap();
        write(&folder, "index.html", "<head><script>alert(1)</script></head>").unwrap();
        write(&folder, "push-console-0123456789abcdef.js", "export {}").unwrap();
        write(&folder, "push-console-0123456789abcdef.js.br", "small").unwrap();
        Built { folder, fingerprint: "f1".to_owned(), kind, _held: None }
    }

    #[test]
    fn the_folder_holds_the_proxys_address_and_rules_that_fit_its_page() {
        let scratch = Scratch::new("folder-whole");
        let home = &scratch.0;
        let proxy = ProxyOrigin::parse("https://push.example.com").unwrap();
        let out = home.join("out");
        for _ in 0..2 {
            assemble(&built(home, Kind::Release), &out, Some(&proxy)).unwrap();
        }
        let read = |name: &str| fs::read_to_string(out.join(name)).unwrap();
        assert_eq!(read("config.json"), "{\"proxy\":\"https://push.example.com\"}\n");
        assert!(read("_headers").contains("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"));
        assert!(read("_headers").contains("\n/push-console-0123456789abcdef.js\n"));
        assert!(!read("_headers").contains(".br"), "a neighbour has no address of its own");
        assert!(read("nginx.conf").contains("connect-src 'self' https://push.example.com;"));
        assert_eq!(read("push-console-0123456789abcdef.js.br"), "small");
        assert!(!home.join(".out.partial").exists());
    }

    #[test]
    fn nothing_but_a_consoles_folder_is_ever_replaced() {
        let scratch = Scratch::new("folder-careful");
        let home = &scratch.0;
        let out = home.join("out");
        fs::create_dir(&out).unwrap();
        write(&out, "thesis.txt", "years of work").unwrap();
        assert!(assemble(&built(home, Kind::Release), &out, None).is_err());
        assert_eq!(fs::read_to_string(out.join("thesis.txt")).unwrap(), "years of work");
    }

    #[test]
    fn only_a_development_page_reloads_itself() {
        let scratch = Scratch::new("folder-reload");
        for (kind, reloads) in [(Kind::Dev, true), (Kind::Release, false)] {
            let out = scratch.0.join("out");
            assemble(&built(&scratch.0, kind), &out, None).unwrap();
            let page = fs::read_to_string(out.join("index.html")).unwrap();
            assert_eq!(page.contains("reload.js"), reloads);
            assert_eq!(out.join("built.txt").exists(), reloads);
            assert_eq!(fs::read_to_string(out.join("config.json")).unwrap(), "{\"proxy\":\"\"}\n");
        }
    }

    #[test]
    fn a_development_pages_rules_outlive_its_builds() {
        let scratch = Scratch::new("folder-dev");
        let out = scratch.0.join("out");
        assemble(&built(&scratch.0, Kind::Dev), &out, None).unwrap();
        let read = |name: &str| fs::read_to_string(out.join(name)).unwrap();
        assert!(!read("_headers").contains("sha256-"), "{}", read("_headers"));
        assert!(!read("index.html").contains("alert(1)"));
        assert_eq!(read("start0.js"), "alert(1)");
    }
}
