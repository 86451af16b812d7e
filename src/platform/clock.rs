//! The browser's clock and time zone, and moments as a person in that zone writes and reads them.

use js_sys::{Array, Date, Intl, Object, Promise, Reflect};
use push_api::Timestamp;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// The current moment in Unix milliseconds.
#[allow(clippy::cast_possible_truncation)]
pub fn now_ms() -> i64 {
    // Whole milliseconds up to the year 275760 fit both types.
    Date::now() as i64
}

/// Comes back after so many milliseconds. Dropping the future forgets it.
pub async fn sleep(millis: u32) {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let millis = i32::try_from(millis).unwrap_or(i32::MAX);
            // Fails only when the page is being closed.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Name of the person's time zone, for example `Europe/Zurich`; `UTC` when the browser does not say.
pub fn time_zone() -> String {
    let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    let zone = Reflect::get(&options, &JsValue::from_str("timeZone")).ok().and_then(|zone| zone.as_string());
    zone.unwrap_or_else(|| "UTC".to_owned())
}

/// The value of a `datetime-local` box (`2026-12-01T10:30`) for a moment, in the person's time zone.
pub fn to_local_input(ms: i64) -> String {
    let date = date_of(ms);
    let (year, month, day) = (date.get_full_year(), date.get_month() + 1, date.get_date());
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// The moment that a `datetime-local` box names in the person's time zone; `None` for an incomplete value.
#[allow(clippy::cast_possible_truncation)]
pub fn from_local_input(text: &str) -> Option<i64> {
    // A date and time without a zone is local time (ECMA-262, Date Time String Format).
    let ms = Date::parse(text);
    ms.is_finite().then_some(ms as i64)
}

/// A moment as the person's browser writes it, with seconds: `24 Nov 2026, 12:03:11`. Text that is no moment is
/// given back as it came.
pub fn show(moment: &Timestamp) -> String {
    moment.unix_ms().map_or_else(|| moment.as_str().to_owned(), show_ms)
}

/// The same for Unix milliseconds.
pub fn show_ms(ms: i64) -> String {
    FORMAT
        .with(|format| format.call1(&JsValue::UNDEFINED, &date_of(ms)).ok())
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

thread_local! {
    /// Made once: a list of a thousand dates would spend most of its time on making it anew for each.
    static FORMAT: js_sys::Function = {
        let options = Object::new();
        for (name, value) in [("dateStyle", "medium"), ("timeStyle", "medium")] {
            // Setting a property of a plain object cannot fail.
            let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
        }
        Intl::DateTimeFormat::new(&Array::new(), &options).format()
    };
}

#[allow(clippy::cast_precision_loss)]
fn date_of(ms: i64) -> Date {
    Date::new(&JsValue::from_f64(ms as f64))
}
