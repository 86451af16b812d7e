//! What a person probably meant by a name that there is not.

/// Letters of a name that are compared; longer ones are not told apart behind them.
const COMPARED: usize = 40;

/// The name nearest to what was written, when one is near enough: the same but for large letters, spaces and signs, or
/// with one slip, two in a longer name.
pub fn nearest<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let own = folded(written);
    let most = match own.len() {
        0 => return None,
        1..=2 => 0,
        3..=5 => 1,
        _ => 2,
    };
    let near = names
        .into_iter()
        .map(|name| (distance(&own, &folded(name)), name))
        .filter(|(slips, _)| *slips <= most);
    near.min_by_key(|(slips, _)| *slips).map(|(_, name)| name)
}

/// Letters and digits only, small.
fn folded(name: &str) -> Vec<char> {
    name.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .take(COMPARED)
        .collect()
}

/// How many letters must be changed, added, left out, or swapped with their neighbour to get from one word to the
/// other (the restricted edit distance of Damerau and Levenshtein).
fn distance(a: &[char], b: &[char]) -> usize {
    let (mut before, mut last): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=b.len()).collect());
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = change.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_in_a_short_name_and_two_in_a_longer_one_are_near() {
        let columns = ["first_name", "last_name", "city", "vip", "x"];
        let table = [
            ("frist_name", Some("first_name")),
            ("firstname", Some("first_name")),
            ("First-Name", Some("first_name")),
            ("fistnam", Some("first_name")),
            ("lastname", Some("last_name")),
            ("cty", Some("city")),
            ("town", None),
            ("vpi", Some("vip")),
            ("y", None),
            ("X", Some("x")),
            ("", None),
        ];
        for (written, name) in table {
            assert_eq!(nearest(written, columns), name, "{written}");
        }
    }

    #[test]
    fn of_two_near_names_the_nearer_one_is_meant() {
        assert_eq!(nearest("gate_code", ["gate_node1", "gate_coda"]), Some("gate_coda"));
    }
}
