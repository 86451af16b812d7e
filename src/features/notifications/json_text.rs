//! JSON laid out for the eye without being read: order, numbers and escapes stay exactly as they came.

const INDENT: &str = "  ";

/// The same text with one member a line. Only blanks between tokens change; text that is no JSON comes out
/// readable too, and nothing is ever lost.
pub fn laid_out(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut depth = 0_usize;
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '"' => copy_string(&mut out, &mut chars),
            '{' | '[' => {
                out.push(char);
                while chars.next_if(|next| next.is_ascii_whitespace()).is_some() {}
                // An empty object or list stays on its line.
                if let Some(end) = chars.next_if(|next| matches!(next, '}' | ']')) {
                    out.push(end);
                } else {
                    depth += 1;
                    new_line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                new_line(&mut out, depth);
                out.push(char);
            }
            ',' => {
                out.push(char);
                new_line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            blank if blank.is_ascii_whitespace() => {}
            other => out.push(other),
        }
    }
    out
}

fn copy_string(out: &mut String, chars: &mut impl Iterator<Item = char>) {
    out.push('"');
    while let Some(char) = chars.next() {
        out.push(char);
        match char {
            '\\' => out.extend(chars.next()),
            '"' => return,
            _ => {}
        }
    }
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    (0..depth).for_each(|_| out.push_str(INDENT));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::Value;

    #[test]
    fn order_numbers_and_escapes_stay_as_they_came() {
        let text = r#"{"z":1.50,"a":[ ],"m":{"s":"a, \"b\": [c]\\","e":"\u00e9"},"l":[1,{ }]}"#;
        let expected = r#"{
  "z": 1.50,
  "a": [],
  "m": {
    "s": "a, \"b\": [c]\\",
    "e": "\u00e9"
  },
  "l": [
    1,
    {}
  ]
}"#;
        assert_eq!(laid_out(text), expected);
        assert_eq!(laid_out(expected), expected, "laying out again changes nothing");
    }

    #[test]
    fn a_sample_means_the_same_afterwards() {
        let sample = include_str!("../../../crates/push-api/tests/contract/reference-notification.json");
        let value: Value = serde_json::from_str(sample).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&laid_out(sample)).unwrap(), value);
    }

    #[test]
    fn broken_text_does_not_hurt() {
        let table = [("", ""), ("}}", "\n}\n}"), ("\"open", "\"open"), ("\"end\\", "\"end\\")];
        for (text, shown) in table {
            assert_eq!(laid_out(text), shown, "{text:?}");
        }
    }
}
