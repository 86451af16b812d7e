use crate::browser::*;
use crate::stage::path;
use crate::static_server::StaticServer;
#[tokio::test]
async fn trial() {
    let d = tempfile::TempDir::new().unwrap();
    std::fs::write(d.path().join("_headers"), "/*\n  Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'\n").unwrap();
    std::fs::write(d.path().join("index.html"), "<!doctype html><html lang=en><title>T</title><main><h1>Head</h1><label for=a>Title</label><input id=a value=old><label for=s>Priority</label><select id=s><option>A<option>B</select><button>Go <svg aria-hidden=true></svg></button><table role=table aria-label=Notifications><tr><td><a href=/x>row</a></table><p role=status aria-label=St>fine</p><a href=/x style='color:red'>x</a>").unwrap();
    let s = StaticServer::start(d.path()).await;
    let b = Browser::start(
        &Programs { driver: path("CHROMEDRIVER"), chromium: path("CHROMIUM") },
        &d.path().join("l"),
    )
    .await;
    b.open(&s.origin).await;
    let t = std::time::Instant::now();
    b.fill("Title", "new text é").await;
    eprintln!("fill {:?}", t.elapsed());
    assert_eq!(b.value("textbox", "Title").await, "new text é");
    b.paste("Title", "x").await;
    assert_eq!(b.value("textbox", "Title").await, "x");
    b.choose("Priority", "B").await;
    assert_eq!(b.value("combobox", "Priority").await, "B");
    for (r, n) in
        [("table", "Notifications"), ("status", "St"), ("heading", "Head"), ("button", "Go"), ("link", "row")]
    {
        eprintln!("{r} {}", b.has(r, n).await);
    }
    eprintln!("{}", b.try_devtools("Accessibility.queryAXTree", serde_json::json!({"objectId": b.devtools("Runtime.evaluate", serde_json::json!({"expression":"document"})).await["result"]["objectId"], "role":"button"})).await.unwrap());
    let t = b.find("table", "Notifications").await;
    assert_eq!(b.all_within(&t, "link", "row").await.len(), 1);
    assert_eq!(b.all_within(&t, "link", "x").await.len(), 0);
    b.key(Key::Tab).await;
    eprintln!("focus {} {}", b.focused().await, b.focus_is_visible().await);
    eprintln!("{:?}", b.complaints().await);
    eprintln!("axe {:?}", b.barriers().await);
    eprintln!("{:?}", b.complaints().await);
    b.show_on(Screen::NARROW).await;
    b.prefer(Scheme::Dark).await;
    eprintln!(
        "{} {} {}",
        b.width().await,
        b.overhang().await,
        b.run("return matchMedia('(prefers-color-scheme: dark)').matches", vec![]).await
    );
    b.close().await;
}
