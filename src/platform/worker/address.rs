//! Where the worker's script is, and the one Trusted Types policy of the page, which lets nothing else pass.

use std::cell::RefCell;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The name of the policy, as the hosted page's `trusted-types` allows it.
const POLICY: &str = "push-console-worker";
/// The element in which the build names the script.
const ELEMENT: &str = "meta[name='qa-worker']";

thread_local! {
    /// A page may make a policy of this name only once.
    static MADE: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// The script's address as `new Worker` takes it; none when the page names none or the browser refuses.
pub fn trusted() -> Option<JsValue> {
    let address = JsValue::from_str(&named()?);
    let window = web_sys::window()?;
    let factory = get(&window, "trustedTypes").filter(JsValue::is_object);
    // A browser without Trusted Types takes the text.
    let Some(factory) = factory else { return Some(address) };
    let policy = MADE.with_borrow(Clone::clone).or_else(|| {
        let policy = make(&factory)?;
        MADE.set(Some(policy.clone()));
        Some(policy)
    })?;
    call(&policy, "createScriptURL", &[address])
}

/// The address that the page names, when it is one of a script of this very host.
fn named() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let address = document.query_selector(ELEMENT).ok()??.get_attribute("content")?;
    is_own_script(&address).then_some(address)
}

fn make(factory: &JsValue) -> Option<JsValue> {
    let only_ours = Closure::<dyn FnMut(String) -> JsValue>::new(|address: String| {
        let is_ours = named().is_some_and(|named| named == address);
        // The browser refuses what is not a text.
        if is_ours { JsValue::from(address) } else { JsValue::NULL }
    });
    let rules = Object::new();
    Reflect::set(&rules, &"createScriptURL".into(), only_ours.as_ref()).ok()?;
    let policy = call(factory, "createPolicy", &[POLICY.into(), rules.into()])?;
    // The policy lives as long as the page.
    only_ours.forget();
    Some(policy)
}

fn call(object: &JsValue, method: &str, words: &[JsValue]) -> Option<JsValue> {
    let function: Function = get(object, method)?.dyn_into().ok()?;
    function.apply(object, &words.iter().collect()).ok()
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(name)).ok()
}

/// True for a path from this host's root to a script, in plain letters: nothing that leads elsewhere.
fn is_own_script(address: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"/-_.".contains(&b);
    address.starts_with('/')
        && address.ends_with(".js")
        && address.bytes().all(is_plain)
        && !address.contains("//")
        && !address.contains("..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_script_of_this_very_host_is_ever_started() {
        for (address, fine) in [
            ("/qa-worker.js", true),
            ("/qa-worker-0123456789abcdef.js", true),
            ("/tests/worker/echo.js", true),
            ("qa-worker.js", false),
            ("//elsewhere.example/a.js", false),
            ("https://elsewhere.example/a.js", false),
            ("/a/../b.js", false),
            ("/a.js?b.js", false),
            ("/a\\b.js", false),
            ("data:text/javascript,1.js", false),
            ("blob:/a.js", false),
            ("/a.json", false),
            ("", false),
        ] {
            assert_eq!(is_own_script(address), fine, "{address}");
        }
    }
}
