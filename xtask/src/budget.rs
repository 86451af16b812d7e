//! What a browser downloads before the console runs, the goal for it, and the ceiling that it is held to.

use std::fmt;
use std::fs;
use std::path::Path;

use crate::compress;
use crate::failure::{Failure, Outcome};
use crate::folder;

/// What the main page should weigh at most: HTML, CSS, JavaScript and wasm, in bytes of brotli at quality 11.
pub const GOAL: usize = 200_000;
/// What it is held to until it reaches its goal: just above its present weight, so that it only gets lighter.
/// Lower it whenever the page has lost weight. See docs/decisions/0006-the-weight-of-the-main-page.md.
pub const CEILING: usize = 304_000;

/// The parts of the main page with their weight in compressed bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct Weight(Vec<(String, usize)>);

impl Weight {
    /// The sum in compressed bytes.
    pub fn total(&self) -> usize {
        self.0.iter().map(|(_, bytes)| bytes).sum()
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, bytes) in &self.0 {
            writeln!(f, "{bytes:>9}  {name}")?;
        }
        let total = self.total();
        writeln!(f, "{total:>9}  in all, brotli 11; held to at most {CEILING}")?;
        if total > GOAL {
            write!(f, "{:>9}  over the goal of {GOAL}, which is NOT reached yet", total - GOAL)
        } else {
            write!(f, "{:>9}  under the goal of {GOAL}", GOAL - total)
        }
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
    let weights = loaded.iter().map(|file| Ok((name(file).into_owned(), weight_of(file)?)));
    weights.collect::<Outcome<_>>().map(Weight)
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
            "<link href='/base.css'><script>import '/main.js'; init('/main_bg.wasm')</script>",
        )
        .unwrap();
        write(page, "base.css", "p{}").unwrap();
        write(page, "main.js", "import './inline0.js'").unwrap();
        write(page, "inline0.js", "export {}").unwrap();
        write(page, "main_bg.wasm", "wasm").unwrap();
        write(page, "worker_bg.wasm", "loaded later").unwrap();
        write(page, "main_bg.wasm.br", "neighbour").unwrap();
        write(page, "logo.svg", "<svg/>").unwrap();
        let weight = weigh(page).unwrap();
        let names: Vec<&str> = weight.0.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["base.css", "index.html", "inline0.js", "main.js", "main_bg.wasm"]);
        assert_eq!(weight.total(), weight.0.iter().map(|(_, bytes)| bytes).sum::<usize>());
        assert!(weight.0.iter().all(|(_, bytes)| *bytes > 0));
    }

    #[test]
    fn a_page_without_wasm_is_not_weighed_as_a_small_one() {
        let scratch = Scratch::new("budget-empty");
        write(&scratch.0, "index.html", "<p>").unwrap();
        assert!(weigh(&scratch.0).is_err());
    }
}
