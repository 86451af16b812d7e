//! Boxes: named by their labels, described by hints and messages, bound to their values.

use leptos::prelude::*;
use push_console::ui::{
    CheckBox, Choice, ComboBox, DateBox, DateTimeBox, Field, Message, RadioGroup, TextArea, TextBox,
};
use push_view::view;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use super::stage::{Stage, fire, settle};

/// Every kind of box with a label, a value, a hint and messages.
fn every_box(value: RwSignal<String>, messages: RwSignal<Vec<Message>>) -> impl IntoView {
    let choices = vec![Choice::new("2031-05-01", "May"), Choice::new("2031-06-01", "June")];
    view! {
        <TextBox label="Line" value hint="A hint." messages />
        <TextArea label="Lines" value hint="A hint." messages />
        <ComboBox label="Choice" value choices hint="A hint." messages />
        <DateBox label="Day" value hint="A hint." messages />
        <DateTimeBox label="Moment" value hint="A hint." messages />
        <Field label="Own" hint="A hint." messages let:wiring>
            <input
                id=wiring.id
                aria-describedby=wiring.described_by
                aria-invalid=move || wiring.invalid.get()
            />
        </Field>
    }
}

const LABELS: [&str; 6] = ["Line", "Lines", "Choice", "Day", "Moment", "Own"];

#[wasm_bindgen_test]
async fn hint_and_messages_are_read_out_with_every_box() {
    let messages = RwSignal::new(vec![]);
    let stage = Stage::set(move || every_box(RwSignal::new(String::new()), messages)).await;
    for label in LABELS {
        assert_eq!(stage.description(&stage.labelled(label)), "A hint.", "{label}");
    }
    messages.set(vec![Message::blocking("Too long."), Message::warning("Unusual.")]);
    settle().await;
    for label in LABELS {
        let described = stage.description(&stage.labelled(label));
        assert_eq!(described, "A hint.Error: Too long.Warning: Unusual.", "{label}");
    }
}

#[wasm_bindgen_test]
async fn messages_come_into_a_place_that_is_announced() {
    let messages = RwSignal::new(vec![]);
    let stage =
        Stage::set(move || view! { <TextBox label="Title" value=RwSignal::new(String::new()) messages /> })
            .await;
    let place = stage.one("[aria-live=polite]");
    messages.set(vec![Message::blocking("Write a title.")]);
    settle().await;
    assert_eq!(place.text_content().as_deref(), Some("Error: Write a title."));
}

#[wasm_bindgen_test]
async fn only_a_blocking_message_makes_a_box_invalid() {
    let messages = RwSignal::new(vec![]);
    let stage = Stage::set(move || every_box(RwSignal::new(String::new()), messages)).await;
    let table = [
        (vec![], None),
        (vec![Message::warning("w")], None),
        (vec![Message::warning("w"), Message::blocking("b")], Some("true")),
        (vec![], None),
    ];
    for (list, invalid) in table {
        messages.set(list);
        settle().await;
        for label in LABELS {
            assert_eq!(stage.labelled(label).get_attribute("aria-invalid").as_deref(), invalid, "{label}");
        }
    }
}

fn value_of(element: &HtmlElement) -> String {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return input.value();
    }
    match element.dyn_ref::<HtmlTextAreaElement>() {
        Some(area) => area.value(),
        None => element.dyn_ref::<HtmlSelectElement>().unwrap().value(),
    }
}

#[wasm_bindgen_test]
async fn boxes_follow_their_value() {
    let value = RwSignal::new("2031-05-01".to_owned());
    let stage = Stage::set(move || every_box(value, RwSignal::new(vec![]))).await;
    for text in ["2031-05-01", "2031-06-01"] {
        value.set(text.into());
        settle().await;
        for label in ["Line", "Lines", "Choice", "Day"] {
            assert_eq!(value_of(&stage.labelled(label)), text, "{label}");
        }
    }
    value.set("2031-06-01T10:30".into());
    settle().await;
    assert_eq!(value_of(&stage.labelled("Moment")), "2031-06-01T10:30");
}

#[wasm_bindgen_test]
async fn typing_reaches_the_owner_of_the_value() {
    let heard = RwSignal::new(String::new());
    let stage = Stage::set(move || {
        let value = Memo::new(move |_| heard.get().to_uppercase());
        view! { <TextBox label="Title" value=(value, move |text| heard.set(text)) /> }
    })
    .await;
    let input = stage.labelled("Title").unchecked_into::<HtmlInputElement>();
    input.set_value("sale");
    fire(&input, "input");
    settle().await;
    assert_eq!(heard.get_untracked(), "sale");
    assert_eq!(input.value(), "SALE");
}

#[wasm_bindgen_test]
async fn choosing_reaches_the_owner_and_an_unknown_value_is_kept() {
    let value = RwSignal::new("URGENT".to_owned());
    let stage = Stage::set(move || {
        let choices = vec![Choice::new("HIGH", "High"), Choice::new("LOW", "Low")];
        view! { <ComboBox label="Priority" value choices /> }
    })
    .await;
    let select = stage.labelled("Priority").unchecked_into::<HtmlSelectElement>();
    assert_eq!((select.value(), select.length()), ("URGENT".to_owned(), 3));
    select.set_value("LOW");
    fire(&select, "change");
    settle().await;
    assert_eq!(value.get_untracked(), "LOW");
    assert_eq!((select.value(), select.length()), ("LOW".to_owned(), 2));
}

#[wasm_bindgen_test]
async fn ticks_and_radio_buttons_follow_and_tell() {
    let (ticked, choice) = (RwSignal::new(true), RwSignal::new("ios".to_owned()));
    let stage = Stage::set(move || {
        let choices = vec![Choice::new("ios", "iOS"), Choice::new("android", "Android")];
        view! {
            <CheckBox label="Keep" checked=ticked hint="Until the tab closes." />
            <RadioGroup label="Preview" value=choice choices />
        }
    })
    .await;
    let find = |label: &str| stage.labelled(label).unchecked_into::<HtmlInputElement>();
    let (keep, ios, android) = (find("Keep"), find("iOS"), find("Android"));
    assert!(keep.checked() && ios.checked() && !android.checked());
    assert_eq!(stage.description(&keep), "Until the tab closes.");
    assert_eq!(stage.one("legend").text_content().as_deref(), Some("Preview"));
    keep.click();
    android.click();
    settle().await;
    assert!(!ticked.get_untracked());
    assert_eq!(choice.get_untracked(), "android");
    assert!(!ios.checked());
}

#[wasm_bindgen_test]
async fn suggestions_are_offered_to_their_own_box() {
    let stage = Stage::set(|| {
        let suggestions = vec!["default".to_owned(), "chime".to_owned()];
        view! { <TextBox label="Sound" value=RwSignal::new(String::new()) suggestions /> }
    })
    .await;
    let list = stage.labelled("Sound").get_attribute("list").unwrap();
    let offered = stage.all(&format!("#{list} option"));
    assert_eq!(
        offered.iter().map(|option| option.get_attribute("value").unwrap()).collect::<Vec<_>>(),
        ["default", "chime"]
    );
}
