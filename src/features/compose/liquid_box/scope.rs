//! Which variables a text reads, and which of them it has set by itself before: those need no column.

use std::ops::Range;

use super::syntax::{Kind, Piece, Statement, Token};
use super::vocabulary::{KEYWORDS, LOOPS};

/// A variable at a place where it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// Its name.
    pub name: String,
    /// Where it is written, with brackets' quotes if it has some.
    pub range: Range<usize>,
}

/// The names of a text.
#[derive(Debug, Default)]
pub struct Scope {
    /// What has to come from the list, in order.
    pub from_list: Vec<Use>,
    /// Names that the text sets, each with the bytes in which it is known.
    set: Vec<(String, Range<usize>)>,
}

impl Scope {
    /// Reads the names of whatever is closed.
    pub fn of(text: &str, pieces: &[Piece]) -> Self {
        let mut scope = Self::default();
        let mut loops: Vec<usize> = Vec::new();
        for statement in pieces.iter().filter(|piece| piece.is_closed()).flat_map(|piece| &piece.statements) {
            for token in statement.tokens.iter().filter(|token| token.kind == Kind::Variable) {
                let name = name_of(text, token);
                if !scope.knows(&name, token.range.start) {
                    scope.from_list.push(Use { name, range: token.range.clone() });
                }
            }
            let tag = statement.name(text);
            match (tag, target(text, statement)) {
                ("for" | "tablerow", Some(name)) => {
                    loops.push(scope.set.len());
                    scope.set.push((name, statement.range.end..text.len()));
                }
                ("endfor" | "endtablerow", _) => {
                    if let Some((_, known)) = loops.pop().and_then(|at| scope.set.get_mut(at)) {
                        known.end = statement.range.start;
                    }
                }
                (_, Some(name)) => scope.set.push((name, statement.range.end..text.len())),
                _ => {}
            }
        }
        scope
    }

    /// The names that the text has set at a place.
    pub fn set_at(&self, at: usize) -> impl Iterator<Item = &str> {
        self.set
            .iter()
            .filter(move |(_, known)| known.contains(&at) || known.end == at)
            .map(|(name, _)| name.as_str())
    }

    fn knows(&self, name: &str, at: usize) -> bool {
        LOOPS.contains(&name) || self.set_at(at).any(|set| set == name)
    }
}

/// The name that a variable's token stands for.
pub fn name_of(text: &str, token: &Token) -> String {
    let written = &text[token.range.clone()];
    written.trim_matches(['"', '\'']).to_owned()
}

/// The name that a statement sets.
fn target(text: &str, statement: &Statement) -> Option<String> {
    let token = statement.tokens.get(1).filter(|token| token.kind == Kind::Target)?;
    Some(name_of(text, token))
}

/// How a variable of this name is written: names that are no plain word stand in brackets and quotes. None when
/// Liquid has no way to write it.
pub fn written(name: &str) -> Option<String> {
    if is_plain(name) {
        return Some(name.to_owned());
    }
    let quote = ['\'', '"'].into_iter().find(|quote| !name.contains(*quote))?;
    let is_safe = !name.is_empty() && !name.contains("}}") && !name.contains("%}");
    is_safe.then(|| format!("[{quote}{name}{quote}]"))
}

/// True for a name that can be written as it is.
pub fn is_plain(name: &str) -> bool {
    let name = name.strip_suffix('?').unwrap_or(name);
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    name.bytes().next().is_some_and(is_letter)
        && name.bytes().all(|byte| is_letter(byte) || byte.is_ascii_digit() || byte == b'-')
        && !KEYWORDS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::compose::liquid_box::syntax::pieces;
    use push_liquid::Template;

    fn read(text: &str) -> Vec<String> {
        Scope::of(text, &pieces(text)).from_list.into_iter().map(|read| read.name).collect()
    }

    #[test]
    fn what_the_text_sets_by_itself_needs_no_column() {
        let table: [(&str, &[&str]); 15] = [
            ("{{ name }} {{ name.first }}", &["name", "name"]),
            ("{% assign a = b | append: c %}{{ a }}", &["b", "c"]),
            ("{{ a }}{% assign a = 1 %}", &["a"]),
            ("{% capture a %}x{% endcapture %}{{ a }}", &[]),
            ("{% capture 'a' %}x{% endcapture %}{{ a }}", &[]),
            (
                "{% for i in list limit: n %}{{ i.x }}{{ forloop.index }}{% endfor %}{{ i }}",
                &["list", "n", "i"],
            ),
            ("{% for i in (1..n) reversed %}{% for j in i %}{{ j }}{% endfor %}{{ i }}{% endfor %}", &["n"]),
            ("{% tablerow i in list cols: 2 %}{{ i }}{% endtablerow %}", &["list"]),
            ("{% increment a %}{{ a }}", &[]),
            (
                "{% if a == true and b contains 'x' or c != nil %}{% elsif d %}{% endif %}",
                &["a", "b", "c", "d"],
            ),
            ("{% case a %}{% when b, 'c' or d %}{% endcase %}", &["a", "b", "d"]),
            ("{{ ['first name'] }} {{ a['b'] }}", &["first name", "a"]),
            ("{% raw %}{{ a }}{% endraw %}{% comment %}{{ b }}{% endcomment %}{{ c }}", &["c"]),
            ("{% liquid\n  assign a = b\n  echo a\n  # note c\n%}{{ a }}", &["b"]),
            ("{{ a | default: b, allow_false: true | upcase }}{%- # c -%}", &["a", "b"]),
        ];
        for (text, names) in table {
            assert_eq!(read(text), names, "{text}");
            let template = Template::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
            let of_engine = template.variables().map(|variable| variable.name.trim_matches(['[', '\'', ']']));
            let mut of_engine: Vec<&str> = of_engine.collect();
            of_engine.sort_unstable();
            of_engine.dedup();
            let mut own = read(text);
            own.sort_unstable();
            own.dedup();
            assert_eq!(own, of_engine, "as the engine reads it: {text}");
        }
    }

    #[test]
    fn a_name_that_is_no_plain_word_is_written_in_brackets() {
        let table = [
            ("first_name", Some("first_name")),
            ("is-vip?", Some("is-vip?")),
            ("first name", Some("['first name']")),
            ("größe", Some("['größe']")),
            ("2nd", Some("['2nd']")),
            ("empty", Some("['empty']")),
            ("it's", Some("[\"it's\"]")),
            ("'\"", None),
            ("a}}b", None),
            ("", None),
        ];
        for (name, text) in table {
            assert_eq!(written(name).as_deref(), text, "{name}");
            if let Some(text) = text {
                let output = ["{{ ", text, " }}"].concat();
                assert_eq!(read(&output), [name]);
                let rendered = Template::parse(&output)
                    .map(|template| template.render(&[(name, "x")], &push_liquid::Settings::default()));
                assert_eq!(rendered, Ok(Ok("x".to_owned())), "{name}");
            }
        }
    }
}
