//! What a page calls: a list to check, the same people for another engine, and texts to compare.

use push_api::Draft;
use push_qa::check::{self, Message};
use push_qa::import;
use push_qa::list::List;
use push_qa::protocol::{CheckSettings, RESERVE};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

const TITLE: &str = "{{ first_name }}, {{ offer | default: 'news for you' }}";
const BODY: &str = "Hi {{ first_name }} in {{ city }}: {% if points > 1000 %}you have {{ points }} points\
                    {% else %}collect points now{% endif %}. Your balance is {{ balance }}. More: \
                    https://example.com/{{ zip }}";

const SETTINGS: CheckSettings = CheckSettings { now: 0, reserve: RESERVE };

/// A list that was read, and a push to check it with.
#[wasm_bindgen]
pub struct Checking {
    list: List,
    message: Message,
}

#[wasm_bindgen]
impl Checking {
    /// So many recipients.
    ///
    /// # Errors
    /// When list or push cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(rows: usize) -> Result<Checking, JsError> {
        let draft = Draft { title: TITLE.to_owned(), body: BODY.to_owned(), ..Draft::default() };
        let list = import::read("bench.csv", crate::file::file(rows).into_bytes());
        let list = list.map_err(|refusal| JsError::new(&refusal.title))?;
        let message = Message::of(&draft).map_err(|_| JsError::new("a template is no Liquid"))?;
        Ok(Self { list, message })
    }

    /// The templates of title and body.
    pub fn templates() -> Vec<String> {
        vec![TITLE.to_owned(), BODY.to_owned()]
    }

    /// Everybody's variables as JSON, in order.
    ///
    /// # Errors
    /// When they are not to be had as JSON.
    pub fn people(&self) -> Result<String, JsError> {
        let rows = (0..self.list.len()).filter_map(|index| self.list.row(index)?.recipient());
        let people: Vec<_> =
            rows.map(|recipient| serde_json::to_value(recipient)).collect::<Result<_, _>>()?;
        Ok(serde_json::to_string(&people)?)
    }

    /// Title and body of one recipient, to compare.
    pub fn texts(&self, index: usize) -> Vec<String> {
        let rendered = check::render_one(&self.list, &self.message, SETTINGS, index);
        rendered.map_or_else(Vec::new, |push| vec![push.title, push.body])
    }

    /// Checks everybody, and gives how many different texts there are.
    pub fn round(&self) -> u32 {
        check::run(&self.list, &self.message, SETTINGS).summary().texts
    }
}
