//! Statuses of a notification and the choices of the filters, as a person reads them: tables of values.
//!
//! The newer upstream knows of no delivery, so nothing here may call a push that was handed over delivered.

use push_api::limits::DEFAULT_PAGE_SIZE;
use push_api::{NotificationStatus, Provider};

use crate::ui::{Choice, Tone};

/// A status in words.
pub struct StatusWords {
    /// Its name.
    pub label: String,
    /// What its colour means.
    pub tone: Tone,
    /// What it means.
    pub meaning: &'static str,
}

/// The words of a status; one that this code does not know keeps its own.
pub fn of_status(status: &NotificationStatus) -> StatusWords {
    use NotificationStatus as S;
    let (label, tone, meaning) = match status {
        S::Scheduled => ("Scheduled", Tone::Info, "It waits for its moment."),
        S::Queued => ("Queued", Tone::Neutral, "It waits to be handed to FCM or APNs."),
        S::Sent => (
            "Sent",
            Tone::Accent,
            "Handed to FCM or APNs. That alone does not say that it reached the device.",
        ),
        S::Delivered => ("Delivered", Tone::Ok, "The provider has confirmed it."),
        S::Undelivered => ("Undelivered", Tone::Warn, "The provider took it and gave up on it."),
        S::Failed => ("Failed", Tone::Danger, "It was refused; nothing was handed over."),
        S::Canceled => ("Canceled", Tone::Warn, "It was stopped before it was handed over."),
        S::Unknown(word) => (word.as_str(), Tone::Neutral, "A status that this console does not know."),
    };
    StatusWords { label: label.to_owned(), tone, meaning }
}

/// The name of a provider.
pub fn of_provider(provider: &Provider) -> String {
    match provider {
        Provider::Fcm => "FCM".to_owned(),
        Provider::Apn => "APNs".to_owned(),
        Provider::Unknown(word) => word.clone(),
    }
}

/// What the filter by status offers.
pub fn status_choices() -> Vec<Choice> {
    let known = NotificationStatus::KNOWN.iter();
    with_all(known.map(|status| Choice::new(status.as_str(), of_status(status).label)))
}

/// What the filter by provider offers.
pub fn provider_choices() -> Vec<Choice> {
    let known = Provider::KNOWN.iter();
    with_all(known.map(|provider| Choice::new(provider.as_str(), of_provider(provider))))
}

/// How many notifications a page can hold.
pub fn page_size_choices() -> Vec<Choice> {
    let sizes = [25, DEFAULT_PAGE_SIZE, 100, 250, 500, 1000];
    sizes.map(|size| Choice::new(size.to_string(), size.to_string())).into()
}

fn with_all(choices: impl Iterator<Item = Choice>) -> Vec<Choice> {
    [Choice::new("", "All")].into_iter().chain(choices).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use push_api::limits::PAGE_SIZE;

    #[test]
    fn only_the_confirmed_status_speaks_of_delivery() {
        for status in NotificationStatus::KNOWN {
            let words = of_status(status);
            let says = format!("{} {}", words.label, words.meaning).to_lowercase();
            let confirmed = matches!(status, NotificationStatus::Delivered | NotificationStatus::Undelivered);
            assert_eq!(says.contains("delivered"), confirmed, "{status}");
        }
        assert_eq!(of_status(&"PAUSED".into()).label, "PAUSED");
    }

    #[test]
    fn every_choice_is_one_that_the_upstream_takes() {
        assert_eq!(status_choices().len(), NotificationStatus::KNOWN.len() + 1);
        assert_eq!(provider_choices().len(), Provider::KNOWN.len() + 1);
        for choice in page_size_choices() {
            assert!(choice.value.parse().is_ok_and(|size: u32| PAGE_SIZE.contains(&size)), "{choice:?}");
        }
    }
}
