//! The words of Liquid that a person may write: tags, filters, and what belongs to the language itself.
//!
//! The console holds no engine, so this is a list of its own; a test compares it with `push-liquid`.

/// Tags between whose beginning and end nothing is read.
pub const VERBATIM: [&str; 3] = ["raw", "comment", "doc"];

/// Tags that end with `end` and their name.
pub const BLOCKS: [&str; 10] =
    ["if", "unless", "for", "case", "capture", "tablerow", "ifchanged", "raw", "comment", "doc"];

/// All other tags.
pub const SINGLES: [&str; 12] = [
    "assign",
    "else",
    "elsif",
    "when",
    "echo",
    "cycle",
    "increment",
    "decrement",
    "break",
    "continue",
    "liquid",
    "#",
];

/// Words that are no variables.
pub const KEYWORDS: [&str; 10] =
    ["and", "or", "contains", "nil", "null", "true", "false", "blank", "empty", "in"];

/// Variables that every loop has.
pub const LOOPS: [&str; 2] = ["forloop", "tablerowloop"];

/// Every filter.
#[rustfmt::skip]
pub const FILTERS: [&str; 61] = [
    "abs", "append", "at_least", "at_most", "base64_decode", "base64_encode", "base64_url_safe_decode",
    "base64_url_safe_encode", "capitalize", "ceil", "compact", "concat", "date", "default",
    "divided_by", "downcase", "escape", "escape_once", "find", "find_index", "first", "floor", "h",
    "has", "join", "last", "lstrip", "map", "minus", "modulo", "newline_to_br", "plus", "prepend",
    "reject", "remove", "remove_first", "remove_last", "replace", "replace_first", "replace_last",
    "reverse", "round", "rstrip", "size", "slice", "sort", "sort_natural", "split", "squish", "strip",
    "strip_html", "strip_newlines", "sum", "times", "truncate", "truncatewords", "uniq", "upcase",
    "url_decode", "url_encode", "where",
];

/// Every word that can begin a tag.
pub fn tags() -> impl Iterator<Item = String> {
    let singles = SINGLES.iter().map(|tag| (*tag).to_owned());
    let blocks = BLOCKS.iter().flat_map(|tag| [(*tag).to_owned(), ["end", tag].concat()]);
    blocks.chain(singles)
}

#[cfg(test)]
mod tests {
    use super::*;
    use push_liquid::Template;

    #[test]
    fn the_filters_are_those_of_the_engine() {
        let mut names: Vec<&str> = push_liquid::filter_names().collect();
        names.sort_unstable();
        assert_eq!(names, FILTERS);
    }

    #[test]
    fn the_engine_knows_every_tag() {
        for tag in tags() {
            let fault = Template::parse(&["{% ", &tag, " %}"].concat()).err();
            let message = fault.map(|fault| fault.to_string()).unwrap_or_default();
            assert!(!message.contains("there is no tag"), "{tag}: {message}");
        }
        let fault = Template::parse("{% fi %}").err().map(|fault| fault.to_string()).unwrap_or_default();
        assert!(fault.contains("there is no tag"), "{fault}");
    }
}
