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
    let link = once(
        &link,
        "    src.catch(() => {});\n",
        "    src.catch(() => {});\n    const drawn = styles();\n    drawn.catch(() => {});\n",
    )?;
    let link = once(
        &link,
        "(WebAssembly.instantiateStreaming(src, imports))",
        "(await drawn, WebAssembly.instantiateStreaming(src, imports))",
    )?;
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
    let script = without_streams(&once(script, &format!("{import}\n"), "")?)?;
    // Trunk's minifier, which leaves a script as long as it is when it cannot read it, does not know `as default`.
    let script = once(&script, "export { initSync, __wbg_init as default };", "export default __wbg_init;")?;
    Ok(format!(
        "{script}\n{STYLES}const {name} = (() => {{\n{body}return {{ {} }};\n}})();\n",
        exports.join(", ")
    ))
}

/// Switches on the sheets that are only for the second module, and waits for them: what it draws never stands there
/// without its look. One that cannot be loaded waits again, for the next try.
///
/// Without `Promise.all`: Trunk's minifier makes it a function without its object when a script calls it twice.
const STYLES: &str = "\
async function styles() {
    const waiting = Array.from(document.querySelectorAll('link[rel=stylesheet][disabled]'));
    const loading = waiting.map((sheet) => new Promise((resolve, reject) => {
        sheet.onload = resolve;
        sheet.onerror = () => {
            sheet.disabled = true;
            reject(new Error('the style sheet of the second module could not be loaded'));
        };
        sheet.disabled = false;
    }));
    for (const one of loading) await one;
}
";

/// Takes out the classes that a library exports for streams of Rust, which the console never makes. Their exports are
/// taken out of the module by a flag in `index.html`.
fn without_streams(script: &str) -> Outcome<String> {
    let mut text = script.to_owned();
    for class in ["IntoUnderlyingByteSource", "IntoUnderlyingSink", "IntoUnderlyingSource"] {
        let parts = [
            (format!("export class {class} {{"), format!("{class}.prototype.free;\n")),
            (format!("const {class}Finalization"), ");\n".to_owned()),
        ];
        for (begin, end) in parts {
            let from = text.find(&begin).ok_or_else(|| Failure::new(format!("there is no `{begin}`")))?;
            let length =
                text[from..].find(&end).ok_or_else(|| Failure::new(format!("`{begin}` has no end")))?;
            text.replace_range(from..from + length + end.len(), "");
        }
        if text.contains(class) {
            return Err(Failure::new(format!("{class} is used")));
        }
    }
    Ok(text)
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

    const SCRIPT: &str = "import * as import1 from \"./__wasm_split.js\"\n\
        export class IntoUnderlyingByteSource {\n}\nif (free) IntoUnderlyingByteSource.prototype.free;\n\
        export class IntoUnderlyingSink {\n}\nif (free) IntoUnderlyingSink.prototype.free;\n\
        export class IntoUnderlyingSource {\n}\nif (free) IntoUnderlyingSource.prototype.free;\n\
        const IntoUnderlyingByteSourceFinalization = registry((x, 1));\n\
        const IntoUnderlyingSinkFinalization = registry((x, 1));\n\
        const IntoUnderlyingSourceFinalization = registry((x, 1));\n\
        function initSync() {}\nuse(import1);\nexport { initSync, __wbg_init as default };\n";
    const LINKED: &str = "import { initSync } from \"./main.js\";\n\
        const src = fetch(new URL(\"./split_later.wasm\", import.meta.url));\n    src.catch(() => {});\n\
        return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n\
        const failed = (e) => { console.error(e); };\n\
        export const __load = initSync(src);\n";

    fn second() -> Second {
        Second { made: "split_later.wasm".to_owned(), hosted: "second-0123456789abcdef.wasm".to_owned() }
    }

    #[test]
    fn one_script_loads_both_modules_and_names_the_hosted_file() {
        let joined = joined(SCRIPT, LINKED, &second()).unwrap();
        let (first, rest) = joined.split_once(STYLES).unwrap();
        assert_eq!(first, "function initSync() {}\nuse(import1);\nexport default __wbg_init;\n\n");
        assert_eq!(
            rest,
            "const import1 = (() => {\n\
             const src = fetch(new URL(\"./second-0123456789abcdef.wasm\", import.meta.url));\n    \
             src.catch(() => {});\n    const drawn = styles();\n    drawn.catch(() => {});\n\
             return async (imports) => (await drawn, WebAssembly.instantiateStreaming(src, imports));\n\
             const failed = (e) => { console.warn(e); };\n\
             const __load = initSync(src);\nreturn { __load };\n})();\n"
        );
    }

    #[test]
    fn scripts_of_another_shape_stop_the_build() {
        let used = format!("{SCRIPT}use(IntoUnderlyingSink);\n");
        for (script, link) in [
            (&*used, LINKED),
            ("function initSync() {}", LINKED),
            (SCRIPT, "export const __load = 1;"),
            (SCRIPT, "import { initSync } from \"./main.js\";\n"),
        ] {
            assert!(joined(script, link, &second()).is_err(), "{script} {link}");
        }
    }
}
