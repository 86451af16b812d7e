//! The worker that reads lists: nobody downloads it without a list, nobody is left alone when it does not come, and
//! nothing else is started in its name.

use serde_json::json;
use tempfile::TempDir;

use crate::stage::{Hosting, Scene, play};

const BEGINNING: &str = "qa-worker-";
const SENTENCE: &str = "The part that checks lists could not be loaded";

async fn was_asked_for(scene: &Scene) -> bool {
    let script = "
        const names = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname);
        return names.some((name) => name.startsWith('/qa-worker-'));";
    scene.browser.run(script, vec![]).await == json!(true)
}

#[tokio::test]
async fn it_comes_with_the_first_list_and_not_before() {
    play(Hosting::Apart, async |scene| {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("people.csv");
        std::fs::write(&file, "token,provider,first_name\nt1,FCM,Ada\n").unwrap();
        scene.shell().enter("/").await;
        scene.browser.fill("Body", "Hi {{ first_name }}").await;
        scene.list().begin().await;
        assert!(!was_asked_for(scene).await);
        scene.list().import(&file).await;
        assert!(was_asked_for(scene).await);
    })
    .await;
}

#[tokio::test]
async fn one_that_does_not_come_is_said_and_asked_for_again_with_the_next_file() {
    play(Hosting::Apart, async |scene| {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("people.csv");
        std::fs::write(&file, "token,provider,first_name\nt1,FCM,Ada\n").unwrap();
        let withhold = |scene: &Scene, name| scene.host.as_ref().unwrap().withhold(name);
        withhold(scene, Some(BEGINNING));
        scene.shell().enter("/").await;
        scene.browser.fill("Body", "Hi {{ first_name }}").await;
        scene.list().begin().await;
        scene.list().choose(&file).await;
        scene.browser.says(SENTENCE).await;
        assert_eq!(scene.browser.value("textbox", "Body").await, "Hi {{ first_name }}");
        withhold(scene, None);
        scene.list().import(&file).await;
        assert!(!scene.browser.is_saying(SENTENCE).await);
    })
    .await;
}

#[tokio::test]
async fn no_text_becomes_a_worker_and_no_other_policy_is_made() {
    play(Hosting::Apart, async |scene| {
        scene.shell().enter("/").await;
        assert_eq!(scene.browser.complaints().await, Vec::<String>::new());
        let script = "
            const named = document.querySelector('meta[name=qa-worker]').content;
            const refused = (act) => { try { act(); return false } catch { return true } };
            return [
                refused(() => new Worker(named)),
                refused(() => trustedTypes.createPolicy('intruder', { createScriptURL: (text) => text })),
            ];";
        assert_eq!(scene.browser.run(script, vec![]).await, json!([true, true]));
        let complaints = scene.browser.complaints().await;
        for rule in ["require-trusted-types-for", "trusted-types"] {
            let breach = format!("policy breached: {rule}");
            assert!(complaints.iter().any(|it| it.contains(&breach)), "{rule}: {complaints:?}");
        }
    })
    .await;
}
