//! A list of 10,000 from a file: what is wrong is found and mended before anything is sent, it goes out send by send,
//! and a reload halfway loses nothing and repeats nothing.

use std::path::PathBuf;

use tempfile::TempDir;

use crate::stage::{Hosting, Scene, play};

const ROWS: usize = 10_000;
/// The row, as the spreadsheet numbers it, whose note is too long for any payload.
const LONG_ROW: usize = 5_001;

/// A list of devices; with a first name or without, and with one note that is much too long.
fn list(folder: &TempDir, name: &str, has_name: bool) -> PathBuf {
    let mut text =
        String::from(if has_name { "token;provider;first_name;note\n" } else { "token;provider;note\n" });
    for number in 1..=ROWS {
        let provider = if number.is_multiple_of(2) { "FCM" } else { "APN" };
        let first_name = if has_name { format!("Person {number};") } else { String::new() };
        let note = if number + 1 == LONG_ROW { "long ".repeat(1_000) } else { "short".to_owned() };
        text.push_str(&format!("list-{number:05};{provider};{first_name}{note}\n"));
    }
    let file = folder.path().join(name);
    std::fs::write(&file, text).unwrap();
    file
}

async fn writes(scene: &Scene, body: &str) {
    scene.browser.fill("Title", "Doors open at seven").await;
    scene.browser.fill("Body", body).await;
}

#[tokio::test]
async fn ten_thousand_are_imported_mended_sent_in_parts_and_gone_on_with_after_a_reload() {
    play(Hosting::Apart, async |scene| {
        let folder = TempDir::new().unwrap();
        scene.shell().enter("/").await;
        writes(scene, "Hi {{ first_name }}. {{ note }}").await;
        let list_page = scene.list();
        list_page.begin().await;

        list_page.import(&list(&folder, "without-names.csv", false)).await;
        list_page.check_says("A variable is missing: first_name").await;
        list_page.check_says("The list has no column first_name").await;

        list_page.import(&list(&folder, "people.csv", true)).await;
        list_page.check_says("The payload is too large").await;
        list_page.check_says("1 recipient, row 5,001").await;
        scene.browser.press("Show one The payload is too large").await;
        scene.browser.says("list-05000").await;

        writes(scene, "Hi {{ first_name }}. {{ note | truncate: 20 }}").await;
        list_page.check_says("Every recipient gets a text without remark").await;
        list_page.review().await;
        scene.browser.choose("Send first", "10 % of the list, then wait").await;
        list_page.becomes(&["Not sent yet", "Not sent yet"]).await;
        scene.browser.press("Send now").await;
        list_page.becomes(&["Accepted", "Not sent yet"]).await;
        assert_eq!(scene.sandbox.sends_committed().await, 1);
        scene.browser.press("Stop").await;
        scene.browser.says("Stopped. 9,000 recipients were not sent to.").await;

        scene.shell().enter("/").await;
        scene.browser.find("heading", "people.csv").await;
        list_page.check_says("Every recipient gets a text without remark").await;
        list_page.review().await;
        list_page.becomes(&["Accepted", "Not sent yet"]).await;
        scene.browser.says("Stopped. 9,000 recipients were not sent to.").await;
        assert_eq!(scene.sandbox.sends_committed().await, 1, "a stop holds, over a reload too");
        scene.browser.press("Send the rest after all").await;
        list_page.becomes(&["Accepted", "Accepted"]).await;
        assert_eq!(scene.sandbox.sends_committed().await, 2, "nothing was sent twice");
    })
    .await;
}

#[tokio::test]
async fn a_broken_file_is_refused_in_words_and_nothing_typed_is_lost() {
    play(Hosting::Apart, async |scene| {
        let folder = TempDir::new().unwrap();
        scene.shell().enter("/").await;
        writes(scene, "Hi {{ first_name }}").await;
        let list_page = scene.list();
        list_page.begin().await;
        let file = folder.path().join("people.csv");
        for (bytes, words) in [
            (&b"PK\x03\x04\x14\x00\x06\x00"[..], "Excel workbook"),
            (b"token,name\nt1,\"never closed\nt2,b\n", "quote"),
        ] {
            std::fs::write(&file, bytes).unwrap();
            list_page.choose(&file).await;
            scene.browser.says(words).await;
            assert_eq!(scene.browser.value("textbox", "Body").await, "Hi {{ first_name }}");
        }
        std::fs::write(&file, "token,provider,first_name\nt1,FCM,Ada\n").unwrap();
        list_page.import(&file).await;
        assert!(!scene.browser.is_saying("never closed").await);
    })
    .await;
}

#[tokio::test]
async fn pasted_rows_are_a_list_as_a_file_is_and_the_reserve_is_ones_own() {
    play(Hosting::Apart, async |scene| {
        let browser = &scene.browser;
        scene.shell().enter("/").await;
        writes(scene, "Hi {{ first_name }}").await;
        scene.list().begin().await;
        browser.unfold("Paste rows instead").await;
        browser.press("Read these rows").await;
        browser.says("Paste some rows first").await;
        browser.fill("Rows", "token,provider,first_name\nt1,FCM,Ada\nt2,APN,Grace\n").await;
        browser.press("Read these rows").await;
        browser.find("heading", "Pasted rows").await;
        scene.list().check_says("Every recipient gets a text without remark").await;
        let ground = "const card = document.querySelector('.walk-shown .push-card'); \
                      return getComputedStyle(card).backgroundColor;";
        browser.choose("Devices in", "light").await;
        let light = browser.run(ground, vec![]).await;
        browser.choose("Devices in", "dark").await;
        assert_ne!(browser.run(ground, vec![]).await, light, "the devices have colours of their own");
        browser.unfold("The estimate").await;
        browser.fill("Bytes kept free", "4096").await;
        scene.list().check_says("2 recipients cannot be sent to like this").await;
        browser.fill("Bytes kept free", "many").await;
        browser.says("Write a whole number from 0 to 4096.").await;
        browser.fill("Bytes kept free", "0").await;
        scene.list().check_says("Every recipient gets a text without remark").await;
    })
    .await;
}
