//! The report that the browser saves and the one that the command-line tool prints are the same, byte for byte.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::stage::{Hosting, path, play};
use crate::wait;

const TITLE: &str = "Hi {{ first_name | default: 'there' }}";
const BODY: &str = "{% if points > 10 %}You have {{ points }} points{% else %}{{ offer }}{% endif %}";
const LIST: &str = "token,provider,first_name,points,offer\n\
                    t1,FCM,Ada,12,\n\
                    t2,APN,,3,\"20 % off, today\"\n\
                    t2,APN,Grace,3,\n";

/// The formats: the button, the file that it saves, and the tool's word.
const FORMATS: [(&str, &str, &str); 3] = [
    ("JSON", "push-qa-report.json", "json"),
    ("Markdown", "push-qa-report.md", "markdown"),
    ("JUnit", "push-qa-report.xml", "junit"),
];

#[tokio::test]
async fn the_browser_and_the_command_line_write_the_same_report() {
    play(Hosting::Apart, async |scene| {
        let folder = TempDir::new().unwrap();
        let saved = folder.path().join("saved");
        let (draft, list) = (folder.path().join("draft.json"), folder.path().join("people.csv"));
        std::fs::write(&draft, json!({ "title": TITLE, "body": BODY }).to_string()).unwrap();
        std::fs::write(&list, LIST).unwrap();

        scene.shell().enter("/").await;
        scene.browser.download_into(&saved).await;
        scene.browser.fill("Title", TITLE).await;
        scene.browser.fill("Body", BODY).await;
        scene.list().begin().await;
        scene.list().import(&list).await;
        scene.list().check_says("The body is empty").await;
        let mut now = None;
        for (button, file, format) in FORMATS {
            scene.browser.press(button).await;
            let file = saved.join(file);
            wait::until_true(&scene.browser, "a saved report", async || file.exists()).await;
            let theirs = std::fs::read_to_string(&file).unwrap();
            if now.is_none() {
                now = serde_json::from_str::<Value>(&theirs).unwrap()["settings"]["now"]
                    .as_str()
                    .map(str::to_owned);
            }
            let ours = report(&draft, &list, format, now.as_deref().unwrap());
            assert_eq!(ours, theirs, "{format}");
        }
    })
    .await;
}

/// What the command-line tool prints.
fn report(draft: &Path, list: &Path, format: &str, now: &str) -> String {
    let output = Command::new(path("PUSH_QA_BIN"))
        .args(["check", "--draft"])
        .arg(draft)
        .arg("--recipients")
        .arg(list)
        .args(["--format", format, "--now", now])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "something blocks: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}
