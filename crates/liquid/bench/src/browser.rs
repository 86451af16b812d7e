//! What a page calls: recipients for the other engine, texts to compare, and a round to time.

use std::fmt::Write as _;

use push_liquid::{Settings, Template};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::recipients::{Recipient, recipients};
use crate::templates::TEMPLATES;

/// Recipients and templates, made once and rendered many times.
#[wasm_bindgen]
pub struct Stage {
    people: Vec<Recipient>,
    templates: Vec<Template>,
    out: String,
}

#[wasm_bindgen]
impl Stage {
    /// So many recipients.
    #[wasm_bindgen(constructor)]
    pub fn new(count: usize) -> Self {
        let templates = TEMPLATES.iter().filter_map(|(_, source)| Template::parse(source).ok());
        Self { people: recipients(count), templates: templates.collect(), out: String::new() }
    }

    /// The kinds of templates, in their order.
    pub fn kinds(&self) -> Vec<String> {
        TEMPLATES.iter().map(|(kind, _)| (*kind).to_owned()).collect()
    }

    /// A template as text.
    pub fn source(&self, index: usize) -> String {
        TEMPLATES.get(index).map(|(_, source)| (*source).to_owned()).unwrap_or_default()
    }

    /// All recipients as JSON. Their texts need no escaping.
    pub fn people(&self) -> String {
        let mut json = String::from("[");
        for (index, person) in self.people.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            let items: Vec<String> = person
                .items
                .0
                .iter()
                .map(|it| format!(r#"{{"title":"{}","price":{},"count":{}}}"#, it.title, it.price, it.count))
                .collect();
            // Writing into a string cannot fail.
            let _ = write!(
                json,
                r#"{comma}{{"name":"{}","order":{},"city":"{}","day":"{}","tier":"{}","points":{},"newsletter":{},"items":[{}]}}"#,
                person.name,
                person.order,
                person.city,
                person.day,
                person.tier,
                person.points,
                person.newsletter,
                items.join(",")
            );
        }
        json + "]"
    }

    /// The text for one recipient, to compare.
    pub fn text(&self, template: usize, person: usize) -> Option<String> {
        self.templates.get(template)?.render(self.people.get(person)?, &Settings::default()).ok()
    }

    /// Renders for all recipients and gives how many bytes that were; not a number after a fault.
    pub fn round(&mut self, template: usize) -> f64 {
        let mut bytes = 0;
        for person in &self.people {
            self.out.clear();
            let made = self
                .templates
                .get(template)
                .map(|it| it.render_to(&mut self.out, person, &Settings::default()));
            if !matches!(made, Some(Ok(()))) {
                return f64::NAN;
            }
            bytes += self.out.len();
        }
        bytes as f64
    }
}
