//! Widgets and pages mounted alone in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, missing_docs)]

mod compose_draft;
mod compose_issues;
mod compose_page;
mod compose_review;
mod drafts_dialog;
mod drafts_file;
mod drafts_list;
mod drafts_open;
mod drafts_share;
mod liquid_choices;
mod liquid_paint;
mod liquid_remarks;
mod liquid_stage;
mod notifications_list;
mod operations_card;
mod platform_worker;
mod second_module;
mod stage;
mod ui_button;
mod ui_dialog;
mod ui_field;
mod ui_pager;
mod ui_progress;
mod ui_read;
mod ui_remote;
mod ui_table;
mod ui_toast;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
