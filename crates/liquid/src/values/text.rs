//! Values as text: what an output shows, what a filter reads, and how a value looks inside a list.
//!
//! The three differ as in the reference implementation: a list is shown item after item, but a filter reads it
//! as `[1, "two"]`.

use std::fmt::Write as _;

use super::float::shortest;
use super::{Str, Value};
use crate::cut::cut;

impl<'v> Value<'v> {
    /// Writes the value as an output shows it: nothing for nil, the items of a list one after another.
    pub fn write(&self, out: &mut String) {
        match self {
            Self::Array(items) => items.iter().for_each(|item| item.write(out)),
            other => other.write_as_text(out),
        }
    }

    /// The value as a filter reads it; text stays what it is.
    pub fn to_text(&self) -> Str<'v> {
        match self {
            Self::Str(text) => text.clone(),
            Self::Nil => Str::Lent(""),
            Self::Bool(true) => Str::Lent("true"),
            Self::Bool(false) => Str::Lent("false"),
            other => {
                let mut text = String::new();
                other.write_as_text(&mut text);
                Str::Made(text.into())
            }
        }
    }

    fn write_as_text(&self, out: &mut String) {
        match self {
            Self::Nil => {}
            Self::Str(text) => out.push_str(text),
            other => other.inspect(out),
        }
    }

    /// Writes the value as it looks inside a list: text in quotes, nil by its name.
    pub(crate) fn inspect(&self, out: &mut String) {
        match self {
            Self::Nil => out.push_str("nil"),
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Int(number) => write_int(*number, out),
            Self::Float(number) => write_float(*number, out),
            Self::Str(text) => quote(text, out),
            Self::Range(first, last) => {
                write_int(*first, out);
                out.push_str("..");
                write_int(*last, out);
            }
            Self::Array(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        out.push_str(", ");
                    }
                    item.inspect(out);
                }
                out.push(']');
            }
            Self::Map(fields) => {
                out.push('{');
                let mut is_first = true;
                fields.each(&mut |key, value| {
                    if !std::mem::take(&mut is_first) {
                        out.push_str(", ");
                    }
                    quote(&key, out);
                    out.push_str("=>");
                    value.inspect(out);
                });
                out.push('}');
            }
            Self::Loop(vars) => out.push_str(match vars.table {
                Some(_) => "Liquid::TablerowloopDrop",
                None => "Liquid::ForloopDrop",
            }),
        }
    }
}

/// Writes a whole number without the machinery of formatting, which costs more than the digits.
fn write_int(number: i64, out: &mut String) {
    let mut digits = [0_u8; 20];
    let mut at = digits.len();
    let mut rest = number.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        out.push('-');
    }
    out.push_str(std::str::from_utf8(&digits[at..]).unwrap_or_default());
}

/// A float as Ruby's `Float#to_s` writes it: at least one digit behind the point, an exponent from 1e16 on and
/// below 1e-4.
pub(super) fn write_float(number: f64, out: &mut String) {
    if !number.is_finite() {
        out.push_str(match number {
            _ if number.is_nan() => "NaN",
            _ if number > 0.0 => "Infinity",
            _ => "-Infinity",
        });
        return;
    }
    if number.is_sign_negative() {
        out.push('-');
    }
    let size = number.abs();
    if size == 0.0 {
        out.push_str("0.0");
        return;
    }
    let (digits, exponent) = shortest(size);
    let digits = digits.to_string();
    let significant = digits.trim_end_matches('0');
    // How many digits stand before the point.
    let before = i32::try_from(digits.len()).unwrap_or_default() + exponent;
    if !(-3..=16).contains(&before) {
        let (first, rest) = (cut(significant, ..1), cut(significant, 1..));
        let rest = if rest.is_empty() { "0" } else { rest };
        let sign = if before > 0 { '+' } else { '-' };
        // Writing into a string cannot fail.
        let _ = write!(out, "{first}.{rest}e{sign}{:02}", (before - 1).unsigned_abs());
        return;
    }
    let zeros = |count: i32| std::iter::repeat_n('0', usize::try_from(count).unwrap_or_default());
    let split = significant.len().min(usize::try_from(before).unwrap_or_default());
    let (whole, fraction) = (cut(significant, ..split), cut(significant, split..));
    out.push_str(whole);
    out.extend(zeros(before - i32::try_from(whole.len()).unwrap_or_default()));
    out.push_str(if before > 0 { "." } else { "0." });
    out.extend(zeros(-before));
    out.push_str(if fraction.is_empty() { "0" } else { fraction });
}

/// Text in double quotes, as Ruby's `String#inspect` writes it.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{b}' => out.push_str("\\v"),
            '\u{c}' => out.push_str("\\f"),
            '\u{8}' => out.push_str("\\b"),
            '\u{7}' => out.push_str("\\a"),
            '\u{1b}' => out.push_str("\\e"),
            '#' if matches!(rest.peek(), Some('{' | '$' | '@')) => out.push_str("\\#"),
            c if c.is_ascii_control() => {
                let _ = write!(out, "\\x{:02X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
