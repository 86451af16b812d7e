//! The table: named, headed, linked, and calm when nothing has changed.

use leptos::prelude::*;
use push_console::ui::{Column, CopyButton, Table};
use push_view::view;
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{Stage, settle};

#[derive(Clone)]
struct Person {
    id: u32,
    name: &'static str,
}

async fn people(rows: RwSignal<Vec<Person>>, copied: RwSignal<String>) -> Stage {
    Stage::set(move || {
        let columns = vec![
            Column::new("Name", |person: &Person| person.name),
            Column::new("Number", move |person: &Person| {
                let text = person.id.to_string();
                view! { <CopyButton text label="Copy number" on_copy=move |text| copied.set(text) /> }
            })
            .class("num"),
        ];
        let key = |person: &Person| [&person.id.to_string(), person.name].join(" ");
        view! { <Table name="People" columns rows key href=|person: &Person| format!("/people/{}", person.id) /> }
    })
    .await
}

fn two() -> RwSignal<Vec<Person>> {
    RwSignal::new(vec![Person { id: 1, name: "Ada" }, Person { id: 2, name: "Grace" }])
}

#[wasm_bindgen_test]
async fn it_has_a_name_headings_and_a_cell_for_each() {
    let stage = people(two(), RwSignal::new(String::new())).await;
    assert_eq!(stage.one("table").get_attribute("aria-label").as_deref(), Some("People"));
    let headings: Vec<_> = stage.all("th").iter().map(|heading| heading.text_content().unwrap()).collect();
    assert_eq!(headings, ["Name", "Number"]);
    assert_eq!(stage.all("tbody tr").len(), 2);
    assert_eq!(stage.all("tbody td").len(), 4);
    assert_eq!(stage.all("td.num").len(), 2);
}

#[wasm_bindgen_test]
async fn a_row_is_one_link_and_what_lies_in_it_can_still_be_pressed() {
    let copied = RwSignal::new(String::new());
    let stage = people(two(), copied).await;
    let links: Vec<_> = stage.all("tbody a").iter().map(|link| link.get_attribute("href").unwrap()).collect();
    assert_eq!(links, ["/people/1", "/people/2"]);
    stage.all("tbody button")[1].click();
    assert_eq!(copied.get_untracked(), "2");
}

#[wasm_bindgen_test]
async fn only_rows_that_changed_are_drawn_again() {
    let rows = two();
    let stage = people(rows, RwSignal::new(String::new())).await;
    let before = stage.all("tbody tr");
    rows.set(vec![
        Person { id: 3, name: "Mary" },
        Person { id: 1, name: "Ada" },
        Person { id: 2, name: "Grace H." },
    ]);
    settle().await;
    let after = stage.all("tbody tr");
    assert_eq!(after.len(), 3);
    assert!(after[1].is_same_node(Some(&before[0])));
    assert!(!after[2].is_same_node(Some(&before[1])));
    assert!(after[2].text_content().unwrap().contains("Grace H."));
}
