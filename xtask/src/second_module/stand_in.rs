//! Called by Trunk as wasm-bindgen.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sha2::{Digest as _, Sha256};
use wasm_split_cli_support::{Options, transform};

use super::glue::{self, Second};
use super::{NAME, PREFIX, PUT, REAL};
use crate::failure::{Failure, Outcome};
use crate::fingerprint::hex;
use crate::folder;
use crate::process;

/// How Trunk asks for the page's module. The worker's is of another kind and stays whole.
const PAGE: &str = "--target=web";

/// The real wasm-bindgen, when this program was called in its place.
pub fn requested() -> Option<PathBuf> {
    let called = std::env::args_os().next()?;
    let is_it = Path::new(&called).file_stem().is_some_and(|stem| stem == NAME);
    is_it.then(|| std::env::var_os(REAL))?.map(PathBuf::from)
}

/// Does what was asked for, with two modules in place of one.
pub fn stand_in(real: &Path) -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    let done = match Call::read(&words) {
        Some(call) => call.split(real, &words),
        // Its version, for example, or the worker's module.
        None => Err(process::become_program(process::command(real).args(&words))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// What wasm-bindgen is asked for, as far as it matters here.
#[derive(Debug, PartialEq, Eq)]
struct Call {
    module: PathBuf,
    out: PathBuf,
    name: String,
}

impl Call {
    /// Nothing when no module for the page is to be made.
    fn read(words: &[OsString]) -> Option<Self> {
        words.iter().find(|word| *word == PAGE)?;
        let word = |flag: &str| words.iter().find_map(|word| word.to_str()?.strip_prefix(flag));
        let module = words.iter().find(|word| word.to_string_lossy().ends_with(".wasm"))?;
        Some(Self {
            module: module.into(),
            out: word("--out-dir=")?.into(),
            name: word("--out-name=")?.to_owned(),
        })
    }

    fn split(&self, real: &Path, words: &[OsString]) -> Outcome<()> {
        let home = self.out.join("split");
        folder::remove(&home)?;
        folder::make(&home)?;
        let whole = fs::read(&self.module).map_err(Failure::doing("read", self.module.display()))?;
        let first = home.join("first.wasm");
        let mut options = Options::new(&whole);
        options.output_dir = &home;
        options.main_out_path = &first;
        options.link_name = glue::LINK;
        options.target.web();
        let split =
            transform(options).map_err(|error| Failure::new(format!("splitting the module: {error:#}")))?;
        let [second] = &split.split_modules[..] else {
            return Err(Failure::new(format!(
                "{} modules beside the first, not one",
                split.split_modules.len()
            )));
        };

        let swap = |word: &OsString| {
            if *word == *self.module.as_os_str() { first.clone().into() } else { word.clone() }
        };
        // The second module is linked with the first one's table of functions, which would be left out otherwise.
        let mut bindgen = process::command(real);
        process::run(bindgen.args(words.iter().map(swap)).arg("--keep-lld-exports"))?;
        let second = self.put_aside(second)?;
        let script = format!("{}.js", self.name);
        let text = folder::read(&self.out.join(&script))?;
        let link = folder::read(&home.join(glue::LINK))?;
        folder::write(&self.out, &script, &glue::joined(&text, &link, &second)?)
    }

    /// Makes the second module small and gives it the name under which it is hosted.
    fn put_aside(&self, module: &Path) -> Outcome<Second> {
        let small = self.out.join("split/small.wasm");
        let flags = optimiser_flags(&folder::read(Path::new("index.html"))?)?;
        let mut optimiser = process::command("wasm-opt");
        process::run(optimiser.args(flags).arg("-o").arg(&small).arg(module))?;
        let bytes = fs::read(&small).map_err(Failure::doing("read", small.display()))?;
        let hash = hex(&Sha256::digest(&bytes)[..8]);
        let second = Second {
            made: module.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            hosted: format!("{PREFIX}{hash}.wasm"),
        };
        let put = std::env::var_os(PUT).ok_or_else(|| Failure::new(format!("{PUT} is not set")))?;
        let place = Path::new(&put).join(&second.hosted);
        fs::write(&place, bytes).map_err(Failure::doing("write", place.display()))?;
        Ok(second)
    }
}

/// The flags with which Trunk optimises the first module; the second one gets the same.
///
/// # Errors
/// When the page names none.
pub fn optimiser_flags(page: &str) -> Outcome<Vec<String>> {
    const ATTRIBUTE: &str = "data-wasm-opt-params=\"";
    let flags = page.split_once(ATTRIBUTE).and_then(|(_, rest)| rest.split_once('"'));
    let (flags, _) = flags.ok_or_else(|| Failure::new("index.html names no flags for wasm-opt"))?;
    Ok(flags.split_whitespace().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn words(text: &str) -> Vec<OsString> {
        text.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn only_a_call_that_makes_a_module_is_another_one() {
        let made = Call::read(&words(
            "--target=web --out-dir=/out --out-name=push-console /in/x.wasm --no-typescript",
        ));
        let wanted =
            Call { module: "/in/x.wasm".into(), out: "/out".into(), name: "push-console".to_owned() };
        assert_eq!(made, Some(wanted));
        assert_eq!(Call::read(&words("--version")), None);
        assert_eq!(Call::read(&words("/in/x.wasm")), None);
        let worker = "--target=no-modules --out-dir=/out --out-name=qa-worker /in/qa-worker.wasm";
        assert_eq!(Call::read(&words(worker)), None);
    }

    #[test]
    fn both_modules_are_optimised_with_the_flags_of_the_page() {
        let page = folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../index.html")).unwrap();
        assert!(optimiser_flags(&page).unwrap().contains(&"-Oz".to_owned()));
        assert!(optimiser_flags("<html>").is_err());
    }
}
