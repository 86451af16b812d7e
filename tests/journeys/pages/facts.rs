//! Facts under their names, as operations and notifications show them.

use serde_json::json;

use crate::browser::Browser;

const FACT: &str = "
const isShown = (element) => element.getClientRects().length > 0;
const terms = [...document.querySelectorAll('main dt')].filter(isShown);
const term = terms.find((term) => term.innerText.trim() === arguments[0]);
return term?.parentElement.querySelector('dd')?.innerText.trim() ?? null;";

/// The visible fact of this name; none when the page does not hold it.
pub async fn fact(browser: &Browser, name: &str) -> Option<String> {
    browser.run(FACT, vec![json!(name)]).await.as_str().map(str::to_owned)
}
