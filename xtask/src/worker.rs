//! The worker's files after Trunk: its script starts its module by itself, and both get names that change with them.
//!
//! Trunk gives workers lasting names and leaves the start to the page. Its own loader would import the script by a
//! text, which Trusted Types refuse in a worker too.

use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::failure::{Failure, Outcome};
use crate::fingerprint::hex;
use crate::folder;

/// How the names of its files begin; no other file of the console does.
pub const NAME: &str = "qa-worker";

/// Makes the worker ready in Trunk's folder; with `hashed`, under names that no other build's worker has, which the
/// page is told.
///
/// # Errors
/// When Trunk made no worker, its script cannot be started so, or the page does not name it once.
pub fn finish(console: &Path, hashed: bool) -> Outcome<()> {
    let (script, module) = (console.join(format!("{NAME}.js")), console.join(format!("{NAME}_bg.wasm")));
    let text = folder::read(&script)?;
    if !text.contains("wasm_bindgen") {
        return Err(Failure::new(format!("{} starts otherwise than expected", script.display())));
    }
    if !hashed {
        return folder::write(console, &format!("{NAME}.js"), &started(&text, NAME));
    }
    let bytes = fs::read(&module).map_err(Failure::doing("read", module.display()))?;
    let sum = Sha256::new().chain_update(&bytes).chain_update(started(&text, NAME)).finalize();
    let name = format!("{NAME}-{}", hex(&sum[..8]));
    tell(console, &name)?;
    folder::write(console, &format!("{name}.js"), &started(&text, &name))?;
    folder::remove(&script)?;
    fs::rename(&module, console.join(format!("{name}_bg.wasm")))
        .map_err(Failure::doing("rename", module.display()))
}

/// The script with its start. A failure in the start has to leave the promise, or the page would never hear of it.
fn started(text: &str, name: &str) -> String {
    format!(
        "{}\nwasm_bindgen({{module_or_path:\"{name}_bg.wasm\"}}).catch(e=>setTimeout(()=>{{throw e}}));\n",
        text.trim_end()
    )
}

/// Writes the worker's name into the page.
fn tell(console: &Path, name: &str) -> Outcome<()> {
    let html = folder::read(&console.join("index.html"))?;
    let lasting = format!("/{NAME}.js");
    if html.matches(&lasting).count() != 1 {
        return Err(Failure::new(format!("index.html does not name {lasting} exactly once")));
    }
    folder::write(console, "index.html", &html.replace(&lasting, &format!("/{name}.js")))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::folder::scratch::Scratch;
    use crate::headers::is_hashed;

    fn built(test: &str, script: &str, module: &[u8], page: &str) -> Scratch {
        let scratch = Scratch::new(&format!("worker-{test}"));
        fs::write(scratch.0.join("qa-worker.js"), script).unwrap();
        fs::write(scratch.0.join("qa-worker_bg.wasm"), module).unwrap();
        fs::write(scratch.0.join("index.html"), page).unwrap();
        scratch
    }

    const SCRIPT: &str = "let wasm_bindgen=1;";
    const PAGE: &str = "<meta name=qa-worker content=/qa-worker.js>";

    fn names(scratch: &Scratch) -> Vec<String> {
        let files = folder::files(&scratch.0).unwrap();
        files.iter().map(|file| file.file_name().unwrap().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn both_files_are_kept_for_good_under_one_name_that_the_page_knows() {
        let scratch = built("kept", SCRIPT, b"module", PAGE);
        finish(&scratch.0, true).unwrap();
        let names = names(&scratch);
        let [page, script, module] = &names[..] else { panic!("{names:?}") };
        assert!(is_hashed(script) && is_hashed(module), "{names:?}");
        assert_eq!(module.strip_suffix("_bg.wasm"), script.strip_suffix(".js"));
        let read = |name: &str| fs::read_to_string(scratch.0.join(name)).unwrap();
        assert!(read(page).contains(&format!("content=/{script}>")));
        assert!(read(script).contains(&format!("wasm_bindgen({{module_or_path:\"{module}\"}})")));
        assert_eq!(read(module), "module");
    }

    #[test]
    fn any_change_of_script_or_module_changes_the_name() {
        let name = |script: &str, module: &[u8]| {
            let scratch = built("changes", script, module, PAGE);
            finish(&scratch.0, true).unwrap();
            names(&scratch)[1].clone()
        };
        let first = name(SCRIPT, b"module");
        assert_eq!(name(SCRIPT, b"module"), first);
        assert_ne!(name(SCRIPT, b"another"), first);
        assert_ne!(name("var wasm_bindgen=1;", b"module"), first);
    }

    #[test]
    fn a_development_build_keeps_lasting_names() {
        let scratch = built("dev", SCRIPT, b"module", PAGE);
        finish(&scratch.0, false).unwrap();
        assert_eq!(names(&scratch), ["index.html", "qa-worker.js", "qa-worker_bg.wasm"]);
        let script = fs::read_to_string(scratch.0.join("qa-worker.js")).unwrap();
        assert!(script.contains("wasm_bindgen({module_or_path:\"qa-worker_bg.wasm\"})"), "{script}");
    }

    #[test]
    fn what_reads_otherwise_than_expected_stops_the_build() {
        for (script, page) in [("export default 1;", PAGE), (SCRIPT, "<p>"), (SCRIPT, &PAGE.repeat(2))] {
            let scratch = built("odd", script, b"module", page);
            assert!(finish(&scratch.0, true).is_err(), "{script} {page}");
        }
    }
}
