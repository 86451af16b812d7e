//! The form as signals, one for each box, so that a keystroke wakes only what depends on it.

use leptos::prelude::*;
use push_api::Draft;

use super::tags::TagRow;
use crate::platform::clock;

/// What is in the boxes.
#[derive(Clone, Copy)]
pub struct Form {
    /// Title.
    pub title: RwSignal<String>,
    /// Body.
    pub body: RwSignal<String>,
    /// Recipients as pasted.
    pub recipients: RwSignal<String>,
    /// Priority by its word.
    pub priority: RwSignal<String>,
    /// Sound.
    pub sound: RwSignal<String>,
    /// Credential id for FCM.
    pub fcm_credential: RwSignal<String>,
    /// Credential id for APNs.
    pub apns_credential: RwSignal<String>,
    /// Rows of tags.
    pub tags: RwSignal<Vec<TagRow>>,
    /// Moment of sending as the box writes it, in the person's time zone.
    pub send_at: RwSignal<String>,
    /// True while the moment is typed in part, which the browser gives as nothing.
    pub is_send_at_incomplete: RwSignal<bool>,
}

impl Form {
    /// A form filled with a draft.
    pub fn of(draft: Draft) -> Self {
        let empty = || RwSignal::new(String::new());
        let form = Self {
            title: empty(),
            body: empty(),
            recipients: empty(),
            priority: empty(),
            sound: empty(),
            fcm_credential: empty(),
            apns_credential: empty(),
            tags: RwSignal::default(),
            send_at: empty(),
            is_send_at_incomplete: RwSignal::new(false),
        };
        form.fill(draft);
        form
    }

    /// Puts a draft into the boxes.
    pub fn fill(&self, draft: Draft) {
        self.title.set(draft.title);
        self.body.set(draft.body);
        self.recipients.set(draft.recipients);
        self.priority.set(draft.priority.into());
        self.sound.set(draft.sound);
        self.fcm_credential.set(draft.fcm_credential);
        self.apns_credential.set(draft.apns_credential);
        self.tags.set(TagRow::list(draft.tags));
        self.send_at.set(draft.send_at.map(clock::to_local_input).unwrap_or_default());
        self.is_send_at_incomplete.set(false);
    }

    /// The draft in the boxes but for its recipients, which are read apart because they may be many. Tracked.
    pub fn without_recipients(&self) -> Draft {
        Draft {
            title: self.title.get(),
            body: self.body.get(),
            recipients: String::new(),
            priority: self.priority.get().into(),
            sound: self.sound.get(),
            fcm_credential: self.fcm_credential.get(),
            apns_credential: self.apns_credential.get(),
            tags: self.tags.get().into_iter().map(|row| (row.key, row.value)).collect(),
            send_at: self.send_at.with(|text| clock::from_local_input(text)),
        }
    }

    /// The whole draft in the boxes. Tracked.
    pub fn draft(&self) -> Draft {
        Draft { recipients: self.recipients.get(), ..self.without_recipients() }
    }
}
