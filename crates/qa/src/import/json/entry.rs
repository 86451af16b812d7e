//! Finds one entry after the other in a JSON text, without reading what stands in it.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::import::refusal::refuse;
use crate::list::{Source, fingerprint};
use crate::problem::Unreadable;

/// A JSON text, and how far it was read.
#[derive(Debug)]
pub(super) struct Reader {
    text: String,
    at: usize,
    form: Form,
    /// Entries that were read.
    entries: u32,
    /// Lines before `counted`.
    lines: u32,
    counted: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// An array, with a comma before every entry but the first.
    Array,
    /// One entry after the other.
    Lines,
    /// An array whose end was read.
    Ended,
}

/// An entry: its fields in their order, and its number.
#[derive(Debug)]
pub(super) struct Entry<'t> {
    /// Names and values as they are written.
    pub fields: Vec<Field<'t>>,
    /// Its place among the entries of an array from 1, or its line.
    pub number: u32,
}

/// A name and a value as it is written.
pub(super) type Field<'t> = (Cow<'t, str>, &'t RawValue);

/// The fields of an object, in their order.
pub(super) struct Object<'t>(pub Vec<Field<'t>>);

#[derive(Deserialize)]
struct Name<'t>(#[serde(borrow)] Cow<'t, str>);

impl<'t> Deserialize<'t> for Object<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Fields)
    }
}

struct Fields;

impl<'t> Visitor<'t> for Fields {
    type Value = Object<'t>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str("an object for each recipient")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Object<'t>, A::Error> {
        let mut fields = Vec::new();
        while let Some((Name(name), value)) = map.next_entry()? {
            fields.push((name, value));
        }
        Ok(Object(fields))
    }
}

impl Reader {
    /// Of a text. When it is a send request, its recipients are taken; this and the form are said in `source`.
    pub fn new(text: String, source: &mut Source) -> Result<Self, Unreadable> {
        let at = text.len()
            - text.trim_start_matches(|letter: char| letter == '\u{feff}' || is_blank(letter)).len();
        source.fingerprint = Some(fingerprint(&text));
        let mut reader = Self { text, at, form: Form::Lines, entries: 0, lines: 1, counted: 0 };
        if let Some(recipients) = reader.recipients_of_request() {
            source.dialect = "JSON, a send request".to_owned();
            source.notes.push("Only the recipients of the request were taken, not its text.".to_owned());
            reader = Self { text: recipients, at: 0, ..reader };
        } else if reader.text[at..].starts_with('[') {
            source.dialect = "JSON".to_owned();
        } else {
            source.dialect = "JSON, one entry after the other".to_owned();
            return Ok(reader);
        }
        reader.at += 1;
        reader.form = Form::Array;
        Ok(reader)
    }

    /// The array `to` of a text that is one object, as it is written.
    fn recipients_of_request(&self) -> Option<String> {
        let rest = &self.text[self.at..];
        if !rest.starts_with('{') {
            return None;
        }
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Object>();
        let Object(fields) = values.next()?.ok()?;
        let (_, to) = fields.iter().rev().find(|(name, _)| name == "to")?;
        to.get().starts_with('[').then(|| to.get().to_owned())
    }

    /// Bytes that were read, of how many.
    pub fn done(&self) -> (usize, usize) {
        (self.at, self.text.len())
    }

    /// The next entry; none after the last.
    pub fn next(&mut self) -> Result<Option<Entry<'_>>, Unreadable> {
        self.skip_blanks();
        match (self.form, self.text.as_bytes().get(self.at)) {
            (Form::Lines | Form::Ended, None) => return Ok(None),
            (Form::Array, None) => return Err(self.fault("the list does not end")),
            (Form::Ended, Some(_)) => return Err(self.fault("something follows the end of the list")),
            (Form::Array, Some(b']')) => {
                self.at += 1;
                self.form = Form::Ended;
                return self.next();
            }
            (Form::Array, Some(b',')) if self.entries > 0 => {
                self.at += 1;
                self.skip_blanks();
            }
            (Form::Array, Some(_)) if self.entries > 0 => {
                return Err(self.fault("a comma is missing between two entries"));
            }
            (Form::Array | Form::Lines, Some(_)) => {}
        }
        self.entries += 1;
        let line = self.line();
        let number = if self.form == Form::Array { self.entries } else { line };
        let mut values = serde_json::Deserializer::from_str(&self.text[self.at..]).into_iter::<Object>();
        match values.next() {
            Some(Ok(Object(fields))) => {
                self.at += values.byte_offset();
                Ok(Some(Entry { fields, number }))
            }
            Some(Err(error)) => Err(bad_entry(&error, number, line)),
            None => Err(not_json("an entry is missing", line, None)),
        }
    }

    fn skip_blanks(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += rest.iter().position(|&byte| !is_blank(char::from(byte))).unwrap_or(rest.len());
    }

    /// The line at which the reading stands, from 1.
    fn line(&mut self) -> u32 {
        let passed = &self.text.as_bytes()[self.counted..self.at];
        self.lines += passed.iter().filter(|&&byte| byte == b'\n').count() as u32;
        self.counted = self.at;
        self.lines
    }

    fn fault(&mut self, what: &str) -> Unreadable {
        let line = self.line();
        not_json(what, line, None)
    }
}

/// What JSON takes for a blank.
fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\n' | '\r')
}

fn bad_entry(error: &serde_json::Error, number: u32, line: u32) -> Unreadable {
    let line = line + (error.line() as u32).saturating_sub(1);
    let words = error.to_string();
    let words = words.split(" at line ").next().unwrap_or_default();
    if error.is_data() {
        let advice = format!("Entry {number}, in line {line}, is something else: {words}.");
        return refuse("Every entry has to be an object", advice, Some(number));
    }
    not_json(words, line, Some(number))
}

fn not_json(what: &str, line: u32, number: Option<u32>) -> Unreadable {
    let advice = format!(
        "In line {line}, {what}. A list in JSON is an array of objects, or one object to a line, such as \
         {{\"token\": \"…\", \"provider\": \"FCM\", \"variables\": {{\"name\": \"Ada\"}}}}."
    );
    refuse("This JSON cannot be read", advice, number)
}
