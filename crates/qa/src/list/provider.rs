//! The words that people write for a provider.

use push_api::recipient::Provider;

/// The provider of a word, letters small or capital; a platform stands for the provider that serves it.
pub(crate) fn provider(word: &str) -> Option<Provider> {
    let is = |words: &[&str]| words.iter().any(|known| word.eq_ignore_ascii_case(known));
    if is(&["FCM", "Android"]) {
        Some(Provider::Fcm)
    } else if is(&["APN", "APNs", "iOS"]) {
        Some(Provider::Apn)
    } else {
        None
    }
}
