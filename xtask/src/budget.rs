//! What a browser downloads before the console runs, and the limit that it is held to.

use std::fmt;
use std::fs;
use std::path::Path;

use crate::compress;
use crate::failure::{Failure, Outcome};
use crate::folder;
use crate::second_module;
use crate::worker;

/// What the main page may weigh: HTML, CSS, JavaScript and wasm, in bytes of brotli at quality 11.
pub const LIMIT: usize = 200_000;

/// The parts of the console with their weight in compressed bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct Weight {
    /// What the main page loads by itself.
    page: Vec<(String, usize)>,
    /// What is loaded when somebody begins to write, or opens another page.
    later: Vec<(String, usize)>,
    /// What the worker is, which is loaded with the first list of recipients.
    worker: Vec<(String, usize)>,
}

impl Weight {
    /// What the main page weighs, in compressed bytes.
    pub fn of_page(&self) -> usize {
        self.page.iter().map(|(_, bytes)| bytes).sum()
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, bytes) in &self.page {
            writeln!(f, "{bytes:>9}  {name}")?;
        }
        writeln!(f, "{:>9}  the main page, brotli 11; at most {LIMIT}", self.of_page())?;
        for (name, bytes) in &self.later {
            writeln!(f, "{bytes:>9}  {name}: beside it, loaded on demand")?;
        }
        for (name, bytes) in &self.worker {
            writeln!(f, "{bytes:>9}  {name}: in the worker, loaded with the first list")?;
        }
        Ok(())
    }
}

/// Weighs `index.html` of a console's folder and everything that it loads before the console runs.
///
/// # Errors
/// When a file cannot be read, or the page loads no wasm: then something else was weighed than a console.
pub fn weigh(console: &Path) -> Outcome<Weight> {
    let mut loaded = vec![console.join("index.html")];
    let mut texts = folder::read(&loaded[0])?;
    let mut others = folder::files(console)?;
    others.retain(|file| has_ending(file, &["css", "js", "mjs", "wasm"]));
    // A script can load another one, so look again until nothing new is named.
    while let Some(at) = others.iter().position(|file| texts.contains(&*name(file))) {
        let file = others.swap_remove(at);
        if has_ending(&file, &["js", "mjs"]) {
            texts.push_str(&folder::read(&file)?);
        }
        loaded.push(file);
    }
    if !loaded.iter().any(|file| has_ending(file, &["wasm"])) {
        return Err(Failure::new(format!("{} loads no wasm: is it a console's page?", loaded[0].display())));
    }
    loaded.sort();
    let mut weight = Weight { page: Vec::new(), later: Vec::new(), worker: Vec::new() };
    for file in &loaded {
        let name = name(file);
        let part = match &*name {
            name if is_second(name) => &mut weight.later,
            name if name.starts_with(worker::NAME) => &mut weight.worker,
            _ => &mut weight.page,
        };
        part.push((name.into_owned(), weight_of(file)?));
    }
    Ok(weight)
}

/// True for the second module and its sheet, which the page names without loading them.
fn is_second(name: &str) -> bool {
    name.starts_with(second_module::PREFIX)
}

/// Compressed bytes of one file: those of its neighbour, which are what a host sends.
fn weight_of(file: &Path) -> Outcome<usize> {
    if let Ok(neighbour) = file.with_added_extension("br").metadata() {
        return Ok(usize::try_from(neighbour.len()).unwrap_or(usize::MAX));
    }
    let bytes = fs::read(file).map_err(Failure::doing("read", file.display()))?;
    Ok(compress::brotli(&bytes)?.len())
}

fn name(file: &Path) -> std::borrow::Cow<'_, str> {
    file.file_name().unwrap_or_default().to_string_lossy()
}

fn has_ending(file: &Path, endings: &[&str]) -> bool {
    file.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::folder::scratch::Scratch;
    use crate::folder::write;

    #[test]
    fn everything_that_the_page_loads_counts_and_nothing_else() {
        let scratch = Scratch::new("budget");
        let page = &scratch.0;
        write(
            page,
            "index.html",
            "<link href='/base.css'><link href='/second-0b.css' disabled><meta content='/qa-worker-0a.js'><script>import '/main.js'; init('/main_bg.wasm')</script>",
        )
        .unwrap();
        write(page, "base.css", "p{}").unwrap();
        write(page, "main.js", "import './inline0.js'; later('second-0a.wasm')").unwrap();
        write(page, "second-0a.wasm", "loaded on demand").unwrap();
        write(page, "second-0b.css", "b{}").unwrap();
        write(page, "inline0.js", "export {}").unwrap();
        write(page, "main_bg.wasm", "wasm").unwrap();
        write(page, "qa-worker-0a.js", "start('qa-worker-0a_bg.wasm')").unwrap();
        write(page, "qa-worker-0a_bg.wasm", "the worker").unwrap();
        write(page, "unknown_bg.wasm", "loaded by nothing").unwrap();
        write(page, "main_bg.wasm.br", "neighbour").unwrap();
        write(page, "logo.svg", "<svg/>").unwrap();
        let weight = weigh(page).unwrap();
        let names: Vec<&str> = weight.page.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["base.css", "index.html", "inline0.js", "main.js", "main_bg.wasm"]);
        assert_eq!(weight.of_page(), weight.page.iter().map(|(_, bytes)| bytes).sum::<usize>());
        assert!(weight.page.iter().all(|(_, bytes)| *bytes > 0));
        assert_eq!(weight.later.len(), 2);
        assert!(weight.to_string().contains("second-0a.wasm: beside it"), "{weight}");
        let worker: Vec<&str> = weight.worker.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(worker, ["qa-worker-0a.js", "qa-worker-0a_bg.wasm"]);
        assert!(weight.to_string().contains("qa-worker-0a_bg.wasm: in the worker"), "{weight}");
    }

    #[test]
    fn a_page_without_wasm_is_not_weighed_as_a_small_one() {
        let scratch = Scratch::new("budget-empty");
        write(&scratch.0, "index.html", "<p>").unwrap();
        assert!(weigh(&scratch.0).is_err());
    }
}
