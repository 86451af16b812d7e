//! Which column a variable was probably meant to be.

/// The column whose name is nearly that of a variable: the same but for case, blanks and signs, or a typing mistake
/// away. Of several that are as near, the first.
pub(super) fn nearest<'c>(variable: &str, columns: &[&'c str]) -> Option<&'c str> {
    let wanted = folded(variable);
    let names: Vec<String> = columns.iter().map(|column| folded(column)).collect();
    let near = push_liquid::nearest(&wanted, names.iter().map(String::as_str))?;
    let at = names.iter().position(|name| name == near)?;
    columns.get(at).copied()
}

fn folded(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_that_is_nearly_named_so_is_offered() {
        let columns = ["First Name", "last_name", "plan", "城市"];
        let table = [
            ("first_name", Some("First Name")),
            ("FIRSTNAME", Some("First Name")),
            ("fisrt_name", Some("First Name")),
            ("lastname", Some("last_name")),
            ("plans", Some("plan")),
            ("plant", Some("plan")),
            ("planet_x", None),
            ("city", None),
            ("城市", Some("城市")),
        ];
        for (variable, expected) in table {
            assert_eq!(nearest(variable, &columns), expected, "{variable}");
        }
    }
}
