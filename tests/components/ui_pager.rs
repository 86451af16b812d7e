//! The pager: dead at the ends, and the keyboard never falls off it.

use leptos::prelude::*;
use push_console::ui::Pager;
use push_view::view;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlButtonElement, HtmlElement};

use super::stage::{Stage, settle};

const LAST: usize = 3;

/// A pager over three pages, and the number of the page shown.
async fn three_pages(busy: RwSignal<bool>) -> (Stage, RwSignal<usize>) {
    let page = RwSignal::new(1);
    let stage = Stage::set(move || {
        view! {
            <Pager
                page
                busy
                has_previous=move || page.get() != 1
                has_next=move || page.get() != LAST
                on_previous=move |()| page.update(|page| *page -= 1)
                on_next=move |()| page.update(|page| *page += 1)
                summary="50 notifications"
            />
        }
    })
    .await;
    (stage, page)
}

fn is_dead(button: HtmlElement) -> bool {
    button.unchecked_into::<HtmlButtonElement>().disabled()
}

#[wasm_bindgen_test]
async fn it_is_dead_at_the_ends() {
    let (stage, page) = three_pages(RwSignal::new(false)).await;
    for (number, first, last) in [(1, true, false), (2, false, false), (3, false, true)] {
        page.set(number);
        settle().await;
        assert_eq!(is_dead(stage.button("Previous page")), first, "page {number}");
        assert_eq!(is_dead(stage.button("Next page")), last, "page {number}");
        assert_eq!(stage.one(".pager-page").text_content().unwrap(), format!("Page {number}"));
    }
}

#[wasm_bindgen_test]
async fn it_leads_forth_and_back() {
    let (stage, page) = three_pages(RwSignal::new(false)).await;
    stage.button("Next page").click();
    assert_eq!(page.get_untracked(), 2);
    settle().await;
    stage.button("Previous page").click();
    assert_eq!(page.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn a_page_on_its_way_is_not_asked_for_twice() {
    let busy = RwSignal::new(true);
    let (stage, page) = three_pages(busy).await;
    stage.button("Next page").click();
    assert_eq!(page.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn the_focus_moves_to_the_living_button_at_an_end() {
    let (stage, page) = three_pages(RwSignal::new(false)).await;
    page.set(2);
    settle().await;
    let next = stage.button("Next page");
    next.focus().unwrap();
    next.click();
    settle().await;
    assert!(document().active_element().unwrap().is_same_node(Some(&stage.button("Previous page"))));
}

#[wasm_bindgen_test]
async fn the_focus_stays_with_a_person_who_has_gone_elsewhere() {
    let (stage, page) = three_pages(RwSignal::new(false)).await;
    let other = Stage::set(|| view! { <input id="elsewhere" /> }).await;
    stage.button("Next page").click();
    settle().await;
    other.one("#elsewhere").focus().unwrap();
    page.set(LAST);
    settle().await;
    assert_eq!(super::stage::focused(), "elsewhere");
}
