//! One text box of Liquid mounted alone, and the ways a person writes into it.

use leptos::prelude::*;
use push_console::features::compose::{LiquidAids, liquid_box};
use push_console::ui::{TextArea, TextBox};
use push_view::view;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::stage::{Stage, fire, press_key, settle};

/// The box *Text* and what it stands on.
pub struct LiquidStage {
    pub stage: Stage,
    pub value: RwSignal<String>,
    pub columns: RwSignal<Option<Vec<String>>>,
    aids: StoredValue<Option<LiquidAids>>,
}

impl LiquidStage {
    /// A box of several lines whose aid is there, with these columns in the list.
    pub async fn with(columns: &[&str]) -> Self {
        let stage = Self::plain(true).await;
        stage.help().await;
        stage.columns.set(Some(columns.iter().map(|&name| name.to_owned()).collect()));
        settle().await;
        stage
    }

    /// A box whose aid nobody has asked for yet, and no list.
    pub async fn plain(has_lines: bool) -> Self {
        let (value, other) = (RwSignal::new(String::new()), RwSignal::new("{{ gate }}".to_owned()));
        let (columns, aids) = (RwSignal::new(None), StoredValue::new(None));
        let stage = Stage::set(move || {
            let field = match has_lines {
                true => view! { <TextArea label="Text" value hint="A hint." /> }.into_any(),
                false => view! { <TextBox label="Text" value /> }.into_any(),
            };
            let both = LiquidAids::new(value, other, columns);
            aids.set_value(Some(both));
            view! {
                {liquid_box(both.title, field)}
                <button>"Elsewhere"</button>
            }
        })
        .await;
        Self { stage, value, columns, aids }
    }

    /// Loads the aid.
    pub async fn help(&self) {
        self.aids.get_value().unwrap().load();
        settle().await;
    }

    /// The box.
    pub fn area(&self) -> HtmlElement {
        self.stage.labelled("Text")
    }

    /// Writes with the caret at the `^`, as typing leaves it.
    pub async fn type_at(&self, marked: &str) {
        let place = marked.find('^').unwrap();
        let place = u32::try_from(marked[..place].encode_utf16().count()).unwrap();
        let text = marked.replace('^', "");
        let area = self.area();
        area.focus().unwrap();
        match area.dyn_ref::<HtmlTextAreaElement>() {
            Some(area) => {
                area.set_value(&text);
                area.set_selection_range(place, place).unwrap();
            }
            None => {
                let input = area.unchecked_ref::<HtmlInputElement>();
                input.set_value(&text);
                input.set_selection_range(place, place).unwrap();
            }
        }
        fire(&area, "input");
        settle().await;
    }

    /// Writes a whole text and leaves the box.
    pub async fn write(&self, text: &str) {
        self.type_at(&[text, "^"].concat()).await;
        self.leave().await;
    }

    /// Moves the keyboard elsewhere.
    pub async fn leave(&self) {
        self.stage.button("Elsewhere").focus().unwrap();
        // The page of the tests may be without the focus itself, and then the browser is silent.
        fire(&self.area(), "blur");
        settle().await;
    }

    /// Presses a key in the box; true when the browser does with it what it always does.
    pub async fn press(&self, key: &str) -> bool {
        let is_left_alone = press_key(&self.area(), key);
        settle().await;
        is_left_alone
    }

    /// What is offered, the one that would be taken in square brackets.
    pub fn offered(&self) -> Vec<String> {
        let word = |option: &HtmlElement| {
            let label = option.text_content().unwrap_or_default();
            let is_active = option.get_attribute("aria-selected").as_deref() == Some("true");
            if is_active { format!("[{label}]") } else { label }
        };
        self.stage.all("[role=listbox] > [role=option]").iter().map(word).collect()
    }

    /// The remarks under the box.
    pub fn remarks(&self) -> Vec<String> {
        let words = |remark: &HtmlElement| remark.text_content().unwrap_or_default();
        self.stage.all(".liquid-remark p").iter().map(words).collect()
    }

    /// What is painted behind the box as `kind:text`; `!` when a remark is about it.
    pub fn painted(&self) -> Vec<String> {
        let named = |span: &HtmlElement| {
            let kind = span.get_attribute("data-kind").unwrap_or_default();
            let wrong = if span.has_attribute("data-wrong") { "!" } else { "" };
            format!("{kind}{wrong}:{}", span.text_content().unwrap_or_default())
        };
        self.stage.all(".liquid-paint > span").iter().map(named).collect()
    }
}
