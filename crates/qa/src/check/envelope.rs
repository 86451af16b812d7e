//! The payload that a provider is thought to get, and how many bytes it has.
//!
//! The upstream builds the real one and does not show it, so every figure from here is an estimate: this model and a
//! reserve for what the upstream adds (`docs/size-estimate.md`). Modelled are, without any white space,
//!
//! - APNs: `{"aps":{"alert":{"title":…,"body":…},"sound":…}}`
//! - FCM: `{"notification":{"title":…,"body":…},"android":{"priority":…,"notification":{"sound":…}}}`
//!
//! `title` is there when the draft has one, even when it renders to nothing; `sound` and what holds only it is there
//! when the draft names one. Sources: Apple, "Generating a remote notification"; Firebase, "REST resource:
//! projects.messages".

use push_api::{Draft, Priority, Provider, limits};
use serde::Serialize;

/// Who carries a push, with a limit of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Service {
    /// Apple Push Notification service.
    Apns,
    /// Firebase Cloud Messaging.
    Fcm,
}

impl Service {
    /// Both, in the order in which they are told.
    pub const ALL: [Self; 2] = [Self::Apns, Self::Fcm];

    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Apns => "APNs",
            Self::Fcm => "FCM",
        }
    }

    /// Most bytes that it takes.
    pub fn limit(self) -> u32 {
        let bytes = match self {
            Self::Apns => limits::APNS_PAYLOAD_BYTES,
            Self::Fcm => limits::FCM_PAYLOAD_BYTES,
        };
        bytes as u32
    }

    /// True when a recipient of this provider may get the push by it. A user, who has no provider here, may have
    /// devices of both.
    pub fn carries(self, provider: Option<&Provider>) -> bool {
        match provider {
            Some(Provider::Fcm) => self == Self::Fcm,
            Some(Provider::Apn) => self == Self::Apns,
            _ => true,
        }
    }
}

/// What is the same in the payload of every recipient of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    has_title: bool,
    sound: Option<String>,
    priority: &'static str,
    /// Bytes of each service's payload with empty texts.
    empty: [u32; 2],
}

#[derive(Serialize)]
struct Apns<'a> {
    aps: Aps<'a>,
}

#[derive(Serialize)]
struct Aps<'a> {
    alert: Texts<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sound: Option<&'a str>,
}

#[derive(Serialize)]
struct Texts<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    body: &'a str,
}

#[derive(Serialize)]
struct Fcm<'a> {
    notification: Texts<'a>,
    android: Android<'a>,
}

#[derive(Serialize)]
struct Android<'a> {
    priority: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    notification: Option<Sound<'a>>,
}

#[derive(Serialize)]
struct Sound<'a> {
    sound: &'a str,
}

impl Envelope {
    /// The envelope of a draft.
    pub fn of(draft: &Draft) -> Self {
        let sound = draft.sound.trim();
        let mut envelope = Self {
            has_title: !draft.title.trim().is_empty(),
            sound: (!sound.is_empty()).then(|| sound.to_owned()),
            // FCM's own words for the upstream's HIGH and LOW.
            priority: if draft.priority == Priority::Low { "NORMAL" } else { "HIGH" },
            empty: [0, 0],
        };
        envelope.empty = Service::ALL.map(|service| envelope.json(service, "", "").len() as u32);
        envelope
    }

    /// The modelled payload with these rendered texts.
    pub fn json(&self, service: Service, title: &str, body: &str) -> String {
        let texts = Texts { title: self.has_title.then_some(title), body };
        let sound = self.sound.as_deref();
        let written = match service {
            Service::Apns => serde_json::to_string(&Apns { aps: Aps { alert: texts, sound } }),
            Service::Fcm => {
                let android =
                    Android { priority: self.priority, notification: sound.map(|sound| Sound { sound }) };
                serde_json::to_string(&Fcm { notification: texts, android })
            }
        };
        // Texts under fixed names: there is nothing in them that JSON cannot hold.
        written.unwrap_or_default()
    }

    /// Bytes of the modelled payload, when title and body together take this many bytes within the quotes of JSON.
    pub fn bytes(&self, service: Service, texts: u32) -> u32 {
        self.empty[service as usize].saturating_add(texts)
    }

    /// True when the draft has a title.
    pub fn has_title(&self) -> bool {
        self.has_title
    }
}

#[cfg(test)]
mod tests {
    use super::super::scan::Scan;
    use super::*;
    use proptest::prelude::*;

    fn draft(title: &str, sound: &str, priority: Priority) -> Draft {
        Draft { title: title.to_owned(), sound: sound.to_owned(), priority, ..Draft::default() }
    }

    #[test]
    fn the_payloads_are_those_that_are_written_down() {
        let table = [
            (
                draft("T", "", Priority::High),
                r#"{"aps":{"alert":{"title":"Hi","body":"a\"b"}}}"#,
                r#"{"notification":{"title":"Hi","body":"a\"b"},"android":{"priority":"HIGH"}}"#,
            ),
            (
                draft(" ", " ding.caf ", Priority::Low),
                r#"{"aps":{"alert":{"body":"a\"b"},"sound":"ding.caf"}}"#,
                r#"{"notification":{"body":"a\"b"},"android":{"priority":"NORMAL","notification":{"sound":"ding.caf"}}}"#,
            ),
        ];
        for (draft, apns, fcm) in table {
            let envelope = Envelope::of(&draft);
            assert_eq!(envelope.json(Service::Apns, "Hi", "a\"b"), apns);
            assert_eq!(envelope.json(Service::Fcm, "Hi", "a\"b"), fcm);
        }
    }

    #[test]
    fn a_user_may_get_it_by_both_and_a_device_by_its_own() {
        let table = [
            (None, [true, true]),
            (Some(Provider::Apn), [true, false]),
            (Some(Provider::Fcm), [false, true]),
        ];
        for (provider, expected) in table {
            assert_eq!(Service::ALL.map(|service| service.carries(provider.as_ref())), expected);
        }
    }

    proptest! {
        #[test]
        fn the_estimate_is_the_length_of_the_modelled_json(
            title in any::<String>(), body in any::<String>(), sound in "[ -~]{0,9}", is_low in any::<bool>()
        ) {
            let envelope = Envelope::of(&draft(&title, &sound, if is_low { Priority::Low } else { Priority::High }));
            let shown = if envelope.has_title() { title.as_str() } else { "" };
            let texts = (Scan::of(shown).json_bytes + Scan::of(&body).json_bytes) as u32;
            for service in Service::ALL {
                prop_assert_eq!(envelope.bytes(service, texts) as usize, envelope.json(service, shown, &body).len());
            }
        }
    }
}
