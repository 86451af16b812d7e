//! What a person does with mouse and keys.

use std::path::Path;

use fantoccini::Locator;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use serde_json::json;

use super::Browser;
use crate::wait;

/// Keys without a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Tab,
    Enter,
    Space,
    Escape,
}

impl Key {
    fn code(self) -> char {
        match self {
            Self::Tab => '\u{e004}',
            Self::Enter => '\u{e007}',
            Self::Space => ' ',
            Self::Escape => '\u{e00c}',
        }
    }
}

/// Control with A: everything in a box is selected, and the next letter replaces it.
const SELECT_ALL: &str = "\u{e009}a\u{e009}";
const DELETE: &str = "\u{e017}";

impl Browser {
    /// Presses the button of this name, as soon as it is there.
    pub async fn press(&self, name: &str) {
        self.click(&self.find("button", name).await).await;
    }

    /// Opens what stands closed under this summary.
    pub async fn unfold(&self, summary: &str) {
        let script = "const all = [...document.querySelectorAll('summary')]; \
                      const one = all.find((one) => one.checkVisibility() && one.textContent.trim() === arguments[0]); \
                      if (one && !one.parentElement.open) one.click(); return Boolean(one);";
        wait::until_true(self, &format!("“{summary}” to unfold"), async || {
            self.run(script, vec![summary.into()]).await == true
        })
        .await;
    }

    /// Follows the link of this name, as soon as it is there.
    pub async fn follow(&self, name: &str) {
        self.click(&self.find("link", name).await).await;
    }

    /// Clicks on the middle of an element, wherever it is on the page.
    pub async fn click(&self, element: &Element) {
        // As a person does who sees it half behind a bar that stays; the driver would press the bar.
        self.run_on(element, "arguments[0].scrollIntoView({ block: 'nearest' })").await;
        element.click().await.unwrap_or_else(|error| panic!("cannot be clicked: {error}"));
    }

    /// Clicks twice at the same place, as fast as a hand can.
    pub async fn double_click(&self, element: &Element) {
        self.run_on(element, "arguments[0].scrollIntoView({ block: 'center' })").await;
        let (press, release) = (
            PointerAction::Down { button: MOUSE_BUTTON_LEFT },
            PointerAction::Up { button: MOUSE_BUTTON_LEFT },
        );
        let over = PointerAction::MoveToElement { element: element.clone(), duration: None, x: 0.0, y: 0.0 };
        let clicks = [over, press.clone(), release.clone(), press, release];
        let mouse = clicks.into_iter().fold(MouseActions::new("mouse".into()), InputSource::then);
        self.client.perform_actions(mouse).await.unwrap();
    }

    /// Replaces what is in the text box of this name by typing.
    pub async fn fill(&self, name: &str, text: &str) {
        let element = self.find("textbox", name).await;
        element.send_keys(SELECT_ALL).await.unwrap();
        element.send_keys(if text.is_empty() { DELETE } else { text }).await.unwrap();
    }

    /// Replaces what is in the text box of this name in one go, as pasting does.
    pub async fn paste(&self, name: &str, text: &str) {
        let element = self.find("textbox", name).await;
        let script = "arguments[0].focus(); arguments[0].select(); \
                      arguments[0].setRangeText(arguments[1]); \
                      arguments[0].dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))";
        self.run(script, vec![json!(element), json!(text)]).await;
    }

    /// Sets the date and time box of this name, whose keys differ from one locale to the next, to `2026-12-01T10:30`.
    pub async fn set_moment(&self, name: &str, local: &str) {
        let script = "const label = [...document.querySelectorAll('label')].find((it) => it.innerText.trim() === arguments[0]); \
                      label.control.value = arguments[1]; \
                      for (const kind of ['input', 'change']) label.control.dispatchEvent(new Event(kind, { bubbles: true })); \
                      return label.control.value";
        let value = self.run(script, vec![json!(name), json!(local)]).await;
        assert_eq!(value, json!(local), "{name} takes this moment");
    }

    /// What is in the text box or chosen in the combo box.
    pub async fn value(&self, role: &str, name: &str) -> String {
        let element = self.find(role, name).await;
        self.run_on(&element, "return arguments[0].value").await.as_str().unwrap().to_owned()
    }

    /// Chooses what is called `choice` in the combo box of this name.
    pub async fn choose(&self, name: &str, choice: &str) {
        let element = self.find("combobox", name).await;
        element.select_by_label(choice).await.unwrap_or_else(|error| panic!("{name}: {choice}: {error}"));
    }

    /// Gives a file to the box that a CSS selector finds, as the system's own window for it does. A person never
    /// sees the box itself.
    pub async fn choose_file(&self, selector: &str, file: &Path) {
        let input = self.client.find(Locator::Css(selector)).await.unwrap();
        input.send_keys(&file.display().to_string()).await.unwrap();
    }

    /// Presses a key, wherever the focus is.
    pub async fn key(&self, key: Key) {
        self.strokes(key.code().to_string().as_str()).await;
    }

    /// Types text, wherever the focus is.
    pub async fn strokes(&self, text: &str) {
        let keys = text.chars().fold(KeyActions::new("keys".into()), |keys, value| {
            keys.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.client.perform_actions(keys).await.unwrap();
    }

    /// Name of what has the focus, as it is read out.
    pub async fn focused(&self) -> String {
        let element = self.client.active_element().await.unwrap();
        self.name_of(&element).await
    }

    /// True when what has the focus shows it.
    pub async fn focus_is_visible(&self) -> bool {
        // A link that covers its row shows it around the row. A date box has stops of its own inside, whose focus
        // the browser draws where no script can see it.
        let script = "const it = document.activeElement; \
                      const shows = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0; \
                      return shows(getComputedStyle(it)) || shows(getComputedStyle(it, '::after')) \
                          || it.matches('[type=date], [type=datetime-local]')";
        self.run(script, vec![]).await == json!(true)
    }
}
