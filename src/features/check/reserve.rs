//! How many bytes the estimate keeps free for what the upstream adds, as a person chooses it for this browser.

use leptos::prelude::*;
use leptos::task::spawn_local;
use push_api::limits::FCM_PAYLOAD_BYTES;
use push_view::view;

use crate::audience::Audience;
use crate::platform::storage::Store;
use crate::ui::{Message, TextBox};

/// Its key among the drafts.
const KEPT: &str = "reserve";

/// The box. Another number lets the list be checked anew.
pub fn reserve_box(audience: Audience) -> AnyView {
    let text = RwSignal::new(audience.reserve.get_untracked().to_string());
    let read = Memo::new(move |_| text.with(|text| read_reserve(text)));
    spawn_local(async move {
        if let Ok(Some(kept)) = Store::Drafts.get::<u32>(KEPT).await {
            let _ = text.try_set(kept.to_string());
        }
    });
    Effect::new(move |before: Option<()>| {
        let Ok(bytes) = read.get() else { return };
        if audience.reserve.get_untracked() != bytes {
            audience.reserve.set(bytes);
            if before.is_some() {
                spawn_local(async move { _ = Store::Drafts.put(KEPT, &bytes).await });
            }
        }
    });
    let messages =
        Signal::derive(move || read.get().err().map(Message::blocking).into_iter().collect::<Vec<_>>());
    view! {
        <TextBox label="Bytes kept free" value=text messages code=true
            hint="For what the upstream adds to each payload. The larger, the more careful the estimate." />
    }
    .into_any()
}

/// The number that was typed.
///
/// # Errors
/// The sentence to show beside the box.
fn read_reserve(text: &str) -> Result<u32, String> {
    // Both services give a payload as much.
    let most = FCM_PAYLOAD_BYTES;
    let bytes = text.trim().parse::<u32>().ok();
    let bytes = bytes.filter(|bytes| usize::try_from(*bytes).is_ok_and(|bytes| bytes <= most));
    bytes.ok_or_else(|| format!("Write a whole number from 0 to {most}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_number_of_bytes_that_a_payload_has_is_taken() {
        assert_eq!(read_reserve(" 512 "), Ok(512));
        assert_eq!(read_reserve("0"), Ok(0));
        for wrong in ["", "-1", "a few", "4097", "99999999999", "1.5"] {
            assert!(read_reserve(wrong).is_err_and(|why| why.contains("4096")), "{wrong}");
        }
    }
}
