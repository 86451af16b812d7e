//! Texts from outside as cells of a Markdown table: shown as they are, and never obeyed.

use super::super::visible::visible;

/// A text as code, so that no mark-up, link or mention in it takes effect. Empty stays empty.
pub(super) fn code(text: &str) -> String {
    let text = visible(text);
    if text.is_empty() {
        return text;
    }
    // Code between backticks reads best, but cannot hold these within a table in every dialect of Markdown.
    if text.contains(['`', '|', '\n', '\\']) || text.trim() != text {
        return format!("<code>{}</code>", as_entities(&text));
    }
    format!("`{text}`")
}

/// What to do: our own words, but they may quote a draft, and then stand as code.
pub(super) fn advice(text: &str) -> String {
    let is_plain = text.chars().all(|c| c.is_alphanumeric() || " .,;:'“”%/()-".contains(c));
    if is_plain { text.to_owned() } else { code(text) }
}

/// All signs that Markdown or HTML take up as character references, which are shown and never obeyed. The point and
/// the colon are among them: they make links.
fn as_entities(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\n' => out.push_str("<br>"),
            c if c.is_ascii_punctuation() && !" ,'()-+=?{}%/".contains(c) => {
                out.push_str(&format!("&#{};", u32::from(c)))
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_leave_its_cell() {
        for (text, cell) in [
            ("", ""),
            ("Hi *you* @all <b>", "`Hi *you* @all <b>`"),
            ("a|b", "<code>a&#124;b</code>"),
            ("a\\|b", "<code>a&#92;&#124;b</code>"),
            ("`x`", "<code>&#96;x&#96;</code>"),
            ("a\nb", "<code>a<br>b</code>"),
            (" a", "<code> a</code>"),
            ("|</code>\n|", "<code>&#124;&#60;/code&#62;<br>&#124;</code>"),
        ] {
            assert_eq!(code(text), cell, "{text:?}");
        }
    }
}
