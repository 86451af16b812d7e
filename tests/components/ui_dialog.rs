//! The dialog: modal, named, closed by Escape unless busy, and it gives the focus back.

use leptos::prelude::*;
use push_console::ui::{Button, Dialog};
use push_view::view;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDialogElement;

use super::stage::{Stage, fire, focused, press_key, settle};

struct Play {
    stage: Stage,
    open: RwSignal<bool>,
    busy: RwSignal<bool>,
    dialog: HtmlDialogElement,
}

/// A dialog opened by a button that had the focus.
async fn opened() -> Play {
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let stage = Stage::set(move || {
        view! {
            <Button attr:id="opener" on_click=move |()| open.set(true)>"Review and send"</Button>
            <Dialog title="Review" open busy footer=|| view! { <Button>"Send now"</Button> }>
                <input class="draft" />
            </Dialog>
        }
    })
    .await;
    let dialog = stage.one("dialog").unchecked_into::<HtmlDialogElement>();
    assert!(!dialog.open());
    assert!(stage.all(".draft").is_empty(), "nothing is made before it is opened");
    let opener = stage.one("#opener");
    opener.focus().unwrap();
    opener.click();
    settle().await;
    assert!(dialog.open());
    Play { stage, open, busy, dialog }
}

#[wasm_bindgen_test]
async fn it_is_modal_and_named_and_starts_at_its_heading() {
    let Play { stage, dialog, .. } = opened().await;
    let heading = stage.one("h2");
    assert_eq!(heading.text_content().as_deref(), Some("Review"));
    assert_eq!(dialog.get_attribute("aria-labelledby").unwrap(), heading.id());
    assert!(dialog.matches(":modal").unwrap());
    assert_eq!(focused(), heading.id(), "neither Send now nor Close takes the first Enter");
    stage.button("Send now");
}

#[wasm_bindgen_test]
async fn it_gives_the_focus_back_however_it_is_closed() {
    for way in ["signal", "cross", "escape"] {
        let Play { stage, open, dialog, .. } = opened().await;
        match way {
            "signal" => open.set(false),
            "cross" => stage.button("Close").click(),
            // What the browser says when a person presses Escape.
            _ => drop(fire(&dialog, "cancel")),
        }
        settle().await;
        assert!(!dialog.open() && !open.get_untracked(), "{way}");
        assert_eq!(focused(), "opener", "{way}");
        assert!(stage.all(".draft").is_empty(), "{way}");
    }
}

#[wasm_bindgen_test]
async fn escape_leaves_a_busy_dialog_open() {
    let Play { stage, open, busy, dialog } = opened().await;
    busy.set(true);
    settle().await;
    assert!(!press_key(&dialog, "Escape"), "the key goes no further");
    assert!(!fire(&dialog, "cancel"), "and neither does what it would set off");
    stage.button("Close").click();
    settle().await;
    assert!(dialog.open() && open.get_untracked());
    assert_eq!(dialog.get_attribute("aria-busy").as_deref(), Some("true"));

    busy.set(false);
    settle().await;
    assert!(press_key(&dialog, "Escape"));
    fire(&dialog, "cancel");
    settle().await;
    assert!(!dialog.open());
}

#[wasm_bindgen_test]
async fn what_was_typed_is_gone_at_the_next_opening() {
    let Play { stage, open, .. } = opened().await;
    let first = stage.one(".draft");
    open.set(false);
    settle().await;
    open.set(true);
    settle().await;
    assert!(!stage.one(".draft").is_same_node(Some(&first)));
}

#[wasm_bindgen_test]
async fn it_can_be_opened_again_before_the_browser_has_told_that_it_was_closed() {
    let Play { stage, open, dialog, .. } = opened().await;
    open.set(false);
    settle().await;
    open.set(true);
    settle().await;
    // What the browser tells late is told here at once.
    fire(&dialog, "close");
    settle().await;
    assert!(dialog.open() && open.get_untracked());
    drop(stage);
}
