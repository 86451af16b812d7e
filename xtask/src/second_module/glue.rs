//! The script that loads the second module, as a part of the first module's own script: one file less to ask for,
//! and no second copy of the first module through another address.

use crate::failure::{Failure, Outcome};

/// The file that loads the second module, as the splitter writes it.
pub const LINK: &str = "./__wasm_split.js";

/// The second module's file.
pub struct Second {
    /// Its name as the splitter made it.
    pub made: String,
    /// Its name on the host.
    pub hosted: String,
}

/// The first module's script with the link inside.
///
/// # Errors
/// When one of the two does not read as expected: another release of its maker.
pub fn joined(script: &str, link: &str, second: &Second) -> Outcome<String> {
    let import = script.lines().find(|line| line.starts_with("import ") && line.contains(LINK));
    let name =
        import.and_then(|line| line.strip_prefix("import * as ")?.split_once(' ')).map(|(name, _)| name);
    let (Some(import), Some(name)) = (import, name) else {
        return Err(Failure::new("wasm-bindgen's script does not import the link to the second module"));
    };
    let link = once(link, &format!("\"./{}\"", second.made), &format!("\"./{}\"", second.hosted))?;
    // The page says it to the person: for whoever looks into it, it is no fault of the page.
    let link = once(&link, "console.error(e);", "console.warn(e);")?;
    // The first module is this very script.
    let link = once(&link, "import { initSync } from \"./main.js\";\n", "")?;
    let mut exports = Vec::new();
    let mut body = String::new();
    for line in link.lines() {
        let line = line
            .strip_prefix("export ")
            .inspect(|rest| exports.extend(rest.split(' ').nth(1)))
            .unwrap_or(line);
        body.push_str(line);
        body.push('\n');
    }
    let script = once(script, &format!("{import}\n"), "")?;
    Ok(format!("{script}\nconst {name} = (() => {{\n{body}return {{ {} }};\n}})();\n", exports.join(", ")))
}

fn once(text: &str, part: &str, other: &str) -> Outcome<String> {
    if text.matches(part).count() != 1 {
        return Err(Failure::new(format!("`{}` is not there exactly once", part.trim())));
    }
    Ok(text.replace(part, other))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const SCRIPT: &str =
        "import * as import1 from \"./__wasm_split.js\"\nfunction initSync() {}\nuse(import1);\n";
    const LINKED: &str = "import { initSync } from \"./main.js\";\n\
        const src = fetch(new URL(\"./split_later.wasm\", import.meta.url));\n\
        const failed = (e) => { console.error(e); };\n\
        export const __load = initSync(src);\n";

    fn second() -> Second {
        Second { made: "split_later.wasm".to_owned(), hosted: "second-0123456789abcdef.wasm".to_owned() }
    }

    #[test]
    fn one_script_loads_both_modules_and_names_the_hosted_file() {
        let joined = joined(SCRIPT, LINKED, &second()).unwrap();
        assert_eq!(
            joined,
            "function initSync() {}\nuse(import1);\n\nconst import1 = (() => {\n\
             const src = fetch(new URL(\"./second-0123456789abcdef.wasm\", import.meta.url));\n\
             const failed = (e) => { console.warn(e); };\n\
             const __load = initSync(src);\nreturn { __load };\n})();\n"
        );
    }

    #[test]
    fn scripts_of_another_shape_stop_the_build() {
        for (script, link) in [
            ("function initSync() {}", LINKED),
            (SCRIPT, "export const __load = 1;"),
            (SCRIPT, "import { initSync } from \"./main.js\";\n"),
        ] {
            assert!(joined(script, link, &second()).is_err(), "{script} {link}");
        }
    }
}
