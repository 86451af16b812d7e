//! The page's security policy is in force, and this very harness would notice a breach.

use serde_json::json;

use crate::stage::{Hosting, play};

#[tokio::test]
async fn a_script_from_text_is_refused_and_the_breach_is_noticed() {
    play(Hosting::Apart, async |scene| {
        scene.shell().enter("/").await;
        assert_eq!(scene.browser.complaints().await, Vec::<String>::new());
        let script = "
            const script = document.createElement('script');
            try { script.textContent = 'window.intruder = true' } catch { }
            document.head.append(script);
            return window.intruder ?? false";
        assert_eq!(scene.browser.run(script, vec![]).await, json!(false));
        let complaints = scene.browser.complaints().await;
        assert!(
            complaints.iter().any(|it| it.contains("policy breached: require-trusted-types-for")),
            "{complaints:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn the_token_leaves_the_address_bar_and_is_stored_nowhere() {
    play(Hosting::Apart, async |scene| {
        scene.shell().enter("/").await;
        assert!(!scene.browser.address().await.contains('#'), "the fragment is taken out of the address");
        let script = "return JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }) + document.cookie";
        let stored = scene.browser.run(script, vec![]).await;
        assert!(!stored.as_str().unwrap().contains(crate::backend::TOKEN), "{stored}");
    })
    .await;
}
