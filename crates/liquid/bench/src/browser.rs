//! What a page calls: recipients for the other engine, texts to compare, and a round to time.

use push_liquid::{Settings, Template};
use wasm_bindgen::JsError;
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
    ///
    /// # Errors
    /// When a template is not Liquid.
    #[wasm_bindgen(constructor)]
    pub fn new(count: usize) -> Result<Stage, JsError> {
        let templates: Result<_, _> = TEMPLATES.iter().map(|(_, source)| Template::parse(source)).collect();
        Ok(Self { people: recipients(count), templates: templates?, out: String::new() })
    }

    /// The kinds of templates, in their order.
    pub fn kinds(&self) -> Vec<String> {
        TEMPLATES.iter().map(|(kind, _)| (*kind).to_owned()).collect()
    }

    /// A template as text.
    pub fn source(&self, template: usize) -> Option<String> {
        self.templates.get(template).map(|it| it.source().to_owned())
    }

    /// All recipients as JSON.
    ///
    /// # Errors
    /// When they are not to be had as JSON.
    pub fn people(&self) -> Result<String, JsError> {
        Ok(serde_json::to_string(&self.people)?)
    }

    /// The text for one recipient, to compare.
    pub fn text(&self, template: usize, person: usize) -> Option<String> {
        self.templates.get(template)?.render(self.people.get(person)?, &Settings::default()).ok()
    }

    /// Renders for all recipients and gives how many bytes that were.
    ///
    /// # Errors
    /// When there is no such template, or a render ends early.
    pub fn round(&mut self, template: usize) -> Result<f64, JsError> {
        let template = self.templates.get(template).ok_or_else(|| JsError::new("no such template"))?;
        let mut bytes = 0;
        for person in &self.people {
            self.out.clear();
            template.render_to(&mut self.out, person, &Settings::default())?;
            bytes += self.out.len();
        }
        Ok(bytes as f64)
    }
}
