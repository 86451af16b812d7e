//! The `_headers` file as Cloudflare Pages and Netlify read it: a path at the margin, its headers indented below.

/// Every rule of the file.
pub struct Rules(Vec<Rule>);

struct Rule {
    path: String,
    headers: Vec<(String, String)>,
}

impl Rules {
    /// Reads the file.
    pub fn read(text: &str) -> Self {
        let mut rules: Vec<Rule> = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            if !line.starts_with(char::is_whitespace) {
                rules.push(Rule { path: line.trim().to_owned(), headers: Vec::new() });
                continue;
            }
            let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("_headers: {line:?}"));
            let rule = rules.last_mut().unwrap_or_else(|| panic!("_headers: {line:?} stands under no path"));
            rule.headers.push((name.trim().to_owned(), value.trim().to_owned()));
        }
        Self(rules)
    }

    /// Name and value of every header for `path`, in the order of the file.
    pub fn of(&self, path: &str) -> impl Iterator<Item = (&str, &str)> {
        let rules = self.0.iter().filter(move |rule| matches(&rule.path, path));
        rules.flat_map(|rule| rule.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }
}

fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => path.strip_prefix(start).is_some_and(|rest| rest.ends_with(end)),
        None => pattern == path,
    }
}

#[test]
fn every_rule_that_fits_a_path_counts() {
    let rules = Rules::read("# why\n\n/*\n  A: 1: x\n/a/*.js\n\tB: 2\n/\n  C: 3\n");
    let table: [(&str, &[(&str, &str)]); 4] = [
        ("/", &[("A", "1: x"), ("C", "3")]),
        ("/b", &[("A", "1: x")]),
        ("/a/b.js", &[("A", "1: x"), ("B", "2")]),
        ("/a/b.css", &[("A", "1: x")]),
    ];
    for (path, expected) in table {
        assert_eq!(rules.of(path).collect::<Vec<_>>(), expected, "{path}");
    }
}
