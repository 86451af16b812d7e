//! What programs leave in a text that was meant for people: Liquid that nobody carried out, and what is printed for a
//! value that is no text.

use super::Value;

/// Signs of Liquid, those that open first.
const SIGNS: [&str; 4] = ["{{", "{%", "}}", "%}"];

/// What programs and spreadsheets write in place of a value, and no person does.
const WORDS: [&str; 4] = ["undefined", "null", "NULL", "NaN"];

/// What spreadsheets write for a formula that failed.
const FORMULAS: [&str; 7] = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"];

/// Shows every sign of Liquid in a text. Next to an object, closing ones are the object's own.
pub(super) fn liquid(text: &str, has_object: bool, found: &mut impl FnMut(&'static str)) {
    let signs = if has_object { &SIGNS[..2] } else { &SIGNS };
    signs.iter().filter(|sign| text.contains(**sign)).for_each(|sign| found(sign));
}

/// Shows what is printed for an object or a failed formula.
pub(super) fn objects(text: &str, found: &mut impl FnMut(&'static str)) {
    if text.contains("[object Object]") {
        found("[object Object]");
    }
    if text.match_indices("#<").any(|(at, _)| is_dump(&text[at + 2..])) {
        found("a program's object, #<…>");
    }
    if text.match_indices(['{']).any(|(at, _)| is_fields(&text[at + 1..])) {
        found("an object's fields, {…}");
    }
    if let Some(formula) = FORMULAS.iter().find(|formula| stands_alone(text, formula)) {
        found(formula);
    }
}

/// Shows values that are a program's word for having none.
pub(super) fn no_texts(text: &str, values: &[Value], found: &mut impl FnMut(&'static str)) {
    for value in values {
        if !(3..=9).contains(&value.bytes.len()) {
            continue;
        }
        let written = text.get(value.bytes.clone()).unwrap_or_default();
        if let Some(word) = WORDS.iter().find(|word| **word == written) {
            found(word);
        }
    }
}

/// True for what stands behind `#<` when Ruby prints an object: the name of its class.
fn is_dump(rest: &str) -> bool {
    let is_class =
        rest.starts_with(|letter: char| letter.is_ascii_uppercase()) || rest.starts_with("struct ");
    is_class && rest.contains('>')
}

/// True for what stands behind `{` when a program prints an object: a quoted name and `=>` or a colon, or a symbol
/// and `=>`.
fn is_fields(rest: &str) -> bool {
    let behind = if let Some(name) = rest.strip_prefix('"') {
        name.split_once('"').map(|(_, behind)| behind.trim_start())
    } else if let Some(symbol) = rest.strip_prefix(':') {
        return symbol
            .trim_start_matches(|letter: char| letter.is_alphanumeric() || letter == '_')
            .starts_with("=>");
    } else {
        None
    };
    behind.is_some_and(|behind| behind.starts_with("=>") || behind.starts_with(':'))
}

/// True when the word is not part of a longer one.
fn stands_alone(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let is_part = |letter: char| letter.is_alphanumeric();
        !text[..at].ends_with(is_part) && !text[at + word.len()..].starts_with(is_part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn liquid_that_is_left_is_found_and_single_braces_are_not() {
        let table: [(&str, &[&str]); 8] = [
            ("Hi {{ name }}", &["{{", "}}"]),
            ("Hi {% if x %}", &["{%", "%}"]),
            ("Hi {{", &["{{"]),
            ("5%} off", &["%}"]),
            ("{ }", &[]),
            ("} }", &[]),
            ("100 % {sure}", &[]),
            ("", &[]),
        ];
        for (text, expected) in table {
            let mut found = Vec::new();
            liquid(text, false, &mut |sign| found.push(sign));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn printed_objects_are_found_and_what_people_write_is_not() {
        let table = [
            ("Hi [object Object]!", Some("[object Object]")),
            ("Hi [object]", None),
            ("#<User:0x0000>", Some("a program's object, #<…>")),
            ("#<struct name=1>", Some("a program's object, #<…>")),
            ("I #<3 you", None),
            ("#<b>bold</b>", None),
            ("#<Unclosed", None),
            (r#"{"name"=>"Ada"}"#, Some("an object's fields, {…}")),
            (r#"{"name" => "Ada"}"#, Some("an object's fields, {…}")),
            (r#"[{"id": 1}]"#, Some("an object's fields, {…}")),
            ("{:name=>1}", Some("an object's fields, {…}")),
            (r#"{"quoted"}"#, None),
            ("{: smile}", None),
            ("{a: b}", None),
            ("Total: #N/A", Some("#N/A")),
            ("#REF!", Some("#REF!")),
            ("#N/About", None),
            ("We are #1", None),
            ("#NAME", None),
        ];
        for (text, expected) in table {
            let mut found = Vec::new();
            objects(text, &mut |what| found.push(what));
            assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{text}");
        }
    }

    #[test]
    fn a_value_that_is_a_word_for_none_is_found_and_the_same_word_in_a_sentence_is_not() {
        let table = [
            ("Hi undefined!", 3..12, Some("undefined")),
            ("Hi NaN!", 3..6, Some("NaN")),
            ("Hi null!", 3..7, Some("null")),
            ("Hi Null!", 3..7, None),
            ("Hi None!", 3..7, None),
            ("Hi undefined!", 0..2, None),
            ("Hi undefined!", 0..13, None),
        ];
        for (text, bytes, expected) in table {
            let mut found = Vec::new();
            no_texts(text, &[Value { bytes, is_link: false }], &mut |word| found.push(word));
            assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{text}");
        }
    }

    #[test]
    fn the_end_of_a_printed_object_is_no_liquid() {
        let mut found = Vec::new();
        liquid(r#"{"a"=>{"b"=>1}}"#, true, &mut |sign| found.push(sign));
        assert!(found.is_empty());
    }
}
