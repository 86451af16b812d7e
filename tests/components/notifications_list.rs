//! The list of notifications: a named table, short tokens that copy whole, and a way on that never circles.

use leptos::prelude::*;
use push_api::{NotificationSummary, Page};
use push_console::features::notifications::{NotificationList, Notifications};
use push_console::paging::Listing;
use push_console::route::NotificationsView;
use push_console::ui::{ErrorView, Read};
use push_view::view;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlButtonElement;

use super::stage::{Stage, settle};

const GUIDE: &str = include_str!("../../crates/push-api/tests/contract/guide-notifications.json");
const REFERENCE: &str = include_str!("../../crates/push-api/tests/contract/reference-notifications.json");

/// The list that shows `sample`, with `next` as the upstream's next token, `walked` tokens deep. Also the view
/// that it last asked to go to.
async fn list(sample: &str, next: &str, walked: &[&str]) -> (Stage, RwSignal<Option<NotificationsView>>) {
    let page: Page<NotificationSummary> =
        serde_json::from_str(&sample.replace(r#""next": null"#, &format!(r#""next": {next}"#))).unwrap();
    let trail = walked
        .iter()
        .fold(Default::default(), |trail: push_console::route::Trail, token| trail.forward(*token));
    let view = NotificationsView { trail: trail.clone(), ..NotificationsView::default() };
    let listing: Notifications = Listing::of(view.clone(), &trail, Ok(page)).unwrap();
    let wanted = RwSignal::new(None);
    let stage = Stage::set(move || {
        let read = Read::new(move || std::future::ready(Ok::<_, ErrorView>(listing.clone())));
        let to_view = Callback::new(move |(view, _)| wanted.set(Some(view)));
        view! { <NotificationList read view=Signal::stored(view) to_view within_operation=false /> }
    })
    .await;
    settle().await;
    (stage, wanted)
}

fn is_dead(stage: &Stage, name: &str) -> bool {
    stage.button(name).unchecked_into::<HtmlButtonElement>().disabled()
}

#[wasm_bindgen_test]
async fn the_table_has_its_name_and_its_columns() {
    let (stage, _) = list(GUIDE, "null", &[]).await;
    assert_eq!(stage.one("table").get_attribute("aria-label").as_deref(), Some("Notifications"));
    let headers: Vec<String> = stage.all("th").iter().filter_map(|header| header.text_content()).collect();
    assert_eq!(headers, ["Recipient", "Provider", "Status", "Created", "Updated"]);
}

#[wasm_bindgen_test]
async fn a_token_is_short_for_the_eye_and_has_a_copy_button() {
    let (stage, _) = list(REFERENCE, "null", &[]).await;
    let link = stage.one("a.table-link");
    assert_eq!(link.text_content().as_deref(), Some("utJXX2Tr9w…D89hGq"));
    let path = "/notifications/comms_pushnotification_01h9krwprkeee8fzqspvwy6nq8";
    assert_eq!(link.get_attribute("href").as_deref(), Some(path));
    assert_eq!(stage.button("Copy recipient").get_attribute("title").as_deref(), Some("Copy recipient"));
}

#[wasm_bindgen_test]
async fn without_a_cursor_there_is_no_next_page() {
    let (stage, _) = list(GUIDE, "null", &[]).await;
    assert!(is_dead(&stage, "Next page") && is_dead(&stage, "Previous page"));
}

#[wasm_bindgen_test]
async fn the_pages_lead_there_and_back() {
    let (stage, wanted) = list(GUIDE, r#""b""#, &["a"]).await;
    stage.button("Next page").click();
    let there = wanted.get_untracked().unwrap().trail;
    assert_eq!((there.current(), there.number()), (Some("b"), 3));
    stage.button("Previous page").click();
    assert_eq!(wanted.get_untracked().unwrap().trail.number(), 1);
}

#[wasm_bindgen_test]
async fn a_page_that_was_seen_already_is_no_next_page() {
    let (stage, _) = list(GUIDE, r#""a""#, &["a"]).await;
    assert!(is_dead(&stage, "Next page") && !is_dead(&stage, "Previous page"));
    assert!(stage.text().contains("The list leads in a circle"));
}

#[wasm_bindgen_test]
async fn an_empty_list_says_how_it_fills() {
    let (stage, _) = list(r#"{"notifications":[],"pagination":{"next": null}}"#, "null", &[]).await;
    assert!(stage.all("table").is_empty());
    assert_eq!(stage.one("a").get_attribute("href").as_deref(), Some("/"));
}
