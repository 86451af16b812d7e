//! What is written in a draft, parsed once for all recipients: title, body and tags as templates, the variables that
//! they read, and the envelope around them. Cheap to clone; the templates are shared.

use std::fmt;
use std::sync::Arc;

use push_api::{Draft, Field};
use push_liquid::{ParseError, Template};
use serde::{Deserialize, Serialize};

use super::envelope::Envelope;

/// What is written in a draft, ready to be rendered.
#[derive(Debug, Clone)]
pub struct Message(Arc<Written>);

#[derive(Debug)]
struct Written {
    texts: Vec<Text>,
    paths: Vec<Path>,
    envelope: Envelope,
    tag_keys: Vec<String>,
}

/// Which text of a message. The order is that of [`Message::texts`]: title, body, and key and value of each tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Title,
    Body,
    /// The key of a tag, by its place.
    TagKey(usize),
    /// The value of a tag, by its place.
    TagValue(usize),
}

/// One text of a message.
#[derive(Debug)]
pub(super) struct Text {
    pub part: Part,
    pub template: Template,
    /// What is known of each place at which it reads a variable.
    pub places: Vec<Place>,
}

/// A place at which a text reads a variable.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Its variable, among [`Message::paths`].
    pub path: usize,
    /// True when it is only asked about.
    pub is_tested: bool,
}

/// A variable that a message reads, one for all places at which it is written alike.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Path {
    /// As written, such as `customer.name`.
    pub path: String,
    /// The name that the list needs, such as `customer`.
    pub name: String,
    /// True when it comes from the list, false when the text sets it itself.
    pub is_data: bool,
    /// True when it is named like a link.
    pub is_link: bool,
}

/// What is wrong with a text of a draft, so that it cannot be rendered; or, as a warning, what it may not do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TemplateFault {
    /// The field of the form.
    pub field: Field,
    /// `title`, `body`, or `tag` and its key.
    pub text: String,
    /// What is wrong, without its place.
    pub message: String,
    /// What to do, when that is known.
    pub hint: Option<String>,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for TemplateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}, column {}: {}.", self.text, self.line, self.column, self.message)?;
        self.hint.iter().try_for_each(|hint| write!(f, " {hint}"))
    }
}

impl Message {
    /// Parses what is written in a draft; its recipients are not looked at. Title and keys are trimmed, as they are
    /// when they are sent.
    ///
    /// # Errors
    /// The first fault of each text that is no Liquid, in the order of the form.
    pub fn of(draft: &Draft) -> Result<Self, Vec<TemplateFault>> {
        let is_written = |(key, value): &&(String, String)| !key.trim().is_empty() || !value.is_empty();
        let tags: Vec<_> = draft.tags.iter().filter(is_written).collect();
        let tag_keys: Vec<String> = tags.iter().map(|(key, _)| key.trim().to_owned()).collect();
        let mut sources = vec![(Part::Title, draft.title.as_str()), (Part::Body, draft.body.as_str())];
        for (at, (key, value)) in tags.into_iter().enumerate() {
            sources.extend([(Part::TagKey(at), key.as_str()), (Part::TagValue(at), value.as_str())]);
        }
        let (mut texts, mut paths, mut faults) = (Vec::new(), Vec::new(), Vec::new());
        for (part, source) in sources {
            match parse(part, source) {
                Ok(template) => texts.push(Text::of(part, template, &mut paths)),
                Err(fault) => faults.push(TemplateFault::of(part.label(&tag_keys), part.field(), fault)),
            }
        }
        if faults.is_empty() {
            Ok(Self(Arc::new(Written { texts, paths, envelope: Envelope::of(draft), tag_keys })))
        } else {
            Err(faults)
        }
    }

    /// What may not do what was meant, such as a filter that does not exist.
    pub fn warnings(&self) -> Vec<TemplateFault> {
        let of_text = |text: &Text| {
            let place = |fault: &ParseError| {
                TemplateFault::of(self.label(text.part), text.part.field(), fault.clone())
            };
            text.template.warnings().iter().map(place).collect::<Vec<_>>()
        };
        self.texts().iter().flat_map(of_text).collect()
    }

    /// The envelope around its texts.
    pub fn envelope(&self) -> &Envelope {
        &self.0.envelope
    }

    /// Its texts in the order of [`Part`].
    pub(super) fn texts(&self) -> &[Text] {
        &self.0.texts
    }

    /// The variables that it reads, in the order of the texts.
    pub(super) fn paths(&self) -> &[Path] {
        &self.0.paths
    }

    /// `title`, `body`, or `tag` and its key.
    pub(super) fn label(&self, part: Part) -> String {
        part.label(&self.0.tag_keys)
    }
}

impl Part {
    fn label(self, tag_keys: &[String]) -> String {
        match self {
            Self::Title => "title".to_owned(),
            Self::Body => "body".to_owned(),
            Self::TagKey(at) | Self::TagValue(at) => match tag_keys.get(at).map(String::as_str) {
                None | Some("") => "tag without a key".to_owned(),
                Some(key) => format!("tag {key}"),
            },
        }
    }

    fn field(self) -> Field {
        match self {
            Self::Title => Field::Title,
            Self::Body => Field::Body,
            Self::TagKey(_) | Self::TagValue(_) => Field::Tags,
        }
    }
}

/// Parses a text as it is sent. A fault is placed in it as it was typed.
fn parse(part: Part, source: &str) -> Result<Template, ParseError> {
    match part {
        Part::Title | Part::TagKey(_) => Template::parse(source.trim()).or_else(|_| Template::parse(source)),
        Part::Body | Part::TagValue(_) => Template::parse(source),
    }
}

impl Text {
    fn of(part: Part, template: Template, paths: &mut Vec<Path>) -> Self {
        let of_place = |place: push_liquid::Variable<'_>| {
            let known = paths.iter().position(|it| it.is_data == place.is_data && it.path == place.path);
            let path = known.unwrap_or_else(|| {
                paths.push(Path::of(place));
                paths.len() - 1
            });
            Place { path, is_tested: place.is_tested }
        };
        let places = template.places().map(of_place).collect();
        Self { part, template, places }
    }
}

impl Path {
    fn of(place: push_liquid::Variable<'_>) -> Self {
        let folded = place.path.to_ascii_lowercase();
        let is_link = ["url", "link", "href"].iter().any(|word| folded.contains(word));
        Self { path: place.path.to_owned(), name: place.name.to_owned(), is_data: place.is_data, is_link }
    }
}

impl TemplateFault {
    fn of(text: String, field: Field, fault: ParseError) -> Self {
        let (line, column) = (fault.position.line, fault.position.column);
        Self { field, text, message: fault.message, hint: fault.hint, line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(title: &str, body: &str, tags: &[(&str, &str)]) -> Draft {
        let tags = tags.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        Draft { title: title.to_owned(), body: body.to_owned(), tags, ..Draft::default() }
    }

    #[test]
    fn every_text_that_is_no_liquid_is_told_with_its_place() {
        let broken = draft(
            "  {{ a",
            "one\n{% if %}x{% endif %}",
            &[("", ""), ("plan", "{% bogus %}"), ("", "{{ b |")],
        );
        let faults = Message::of(&broken).err().unwrap_or_default();
        let told: Vec<_> = faults.iter().map(|it| (it.field, it.text.as_str(), it.line, it.column)).collect();
        assert_eq!(
            told,
            [
                (Field::Title, "title", 1, 3),
                (Field::Body, "body", 2, 6),
                (Field::Tags, "tag plan", 1, 4),
                (Field::Tags, "tag without a key", 1, 1)
            ],
            "a row in which nothing is written is no tag"
        );
        assert!(faults[1].to_string().starts_with("body, line 2, column 6: "), "{}", faults[1]);
        assert!(faults[1].to_string().ends_with("Write what has to be true, such as `if name`."));
    }

    #[test]
    fn a_variable_that_stands_at_several_places_is_one() {
        let told = draft(
            "{{ user.name }}",
            "{% if vip %}{{ user.name }}{% endif %}",
            &[("{{ plan }}", "{{ vip }}")],
        );
        let message = Message::of(&told).unwrap_or_else(|faults| panic!("{faults:?}"));
        let paths: Vec<_> = message.paths().iter().map(|it| (it.path.as_str(), it.name.as_str())).collect();
        assert_eq!(paths, [("user.name", "user"), ("vip", "vip"), ("plan", "plan")]);
        let parts: Vec<_> = message.texts().iter().map(|text| text.part).collect();
        assert_eq!(parts, [Part::Title, Part::Body, Part::TagKey(0), Part::TagValue(0)]);
    }

    #[test]
    fn filters_that_do_not_exist_are_warned_of() {
        let message = Message::of(&draft("", "Hi {{ name | upcsae }}", &[]))
            .unwrap_or_else(|faults| panic!("{faults:?}"));
        let warnings = message.warnings();
        assert_eq!(warnings.len(), 1);
        assert_eq!((warnings[0].text.as_str(), warnings[0].column), ("body", 14));
        assert_eq!(warnings[0].hint.as_deref(), Some("Did you mean `upcase`?"));
    }
}
