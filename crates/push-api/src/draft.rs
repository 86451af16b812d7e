//! A draft as a person writes it, and the one way to make a request of it.
//!
//! A `Draft` may be wrong in many ways at once; a `SendRequest` may not. The way between them lists every
//! issue with its field, so that a person can mend them all in one go.

mod check;

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::issue::Issue;
use crate::recipient::Recipient;
use crate::roster::{Kinds, Roster};
use crate::send::{Content, Credentials, Priority, Schedule, SendRequest};

/// What a person has typed so far. Every state of typing is a valid draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Draft {
    /// Title of the push.
    pub title: String,
    /// Text of the push.
    pub body: String,
    /// Recipients as pasted, one a line.
    pub recipients: String,
    /// Urgency.
    pub priority: Priority,
    /// Name of a sound, or empty.
    pub sound: String,
    /// Credential id for FCM, or empty.
    pub fcm_credential: String,
    /// Credential id for APNs, or empty.
    pub apns_credential: String,
    /// Labels as key and value, as typed.
    pub tags: Vec<(String, String)>,
    /// Moment of sending in Unix milliseconds; none is now.
    pub send_at: Option<i64>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            title: String::new(),
            body: String::new(),
            recipients: String::new(),
            priority: Priority::High,
            sound: String::new(),
            fcm_credential: String::new(),
            apns_credential: String::new(),
            tags: Vec::new(),
            send_at: None,
        }
    }
}

/// Why a draft is no request yet: every issue, blocking ones and warnings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected(pub Vec<Issue>);

/// A draft read once: its recipients, the request in the making, and everything that is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Recipients, bad lines and repeats.
    pub roster: Roster,
    /// Recipients of each kind.
    pub kinds: Kinds,
    /// Every issue in the order of the form.
    pub issues: Vec<Issue>,
    /// The bytes that would be sent, as a value. Complete only when nothing blocks.
    pub request: SendRequest,
}

impl Reading {
    /// True when at least one issue stops the send.
    pub fn is_blocked(&self) -> bool {
        self.issues.iter().any(Issue::is_blocking)
    }
}

impl Draft {
    /// Reads the draft. `now` is the current moment in Unix milliseconds.
    pub fn read(&self, now: i64) -> Reading {
        let roster = Roster::read(&self.recipients);
        self.read_with(roster, now)
    }

    /// Reads the draft with recipients that were read before, so that typing a title stays cheap.
    pub fn read_with(&self, roster: Roster, now: i64) -> Reading {
        let kinds = Kinds::of(&roster.recipients);
        let issues = self.issues(&roster, kinds, now);
        let request = self.request_to(roster.recipients.clone());
        Reading { roster, kinds, issues, request }
    }

    /// Every issue, with recipients that were read and counted before; the draft's own are not looked at.
    /// `now` is the current moment in Unix milliseconds.
    pub fn issues(&self, roster: &Roster, kinds: Kinds, now: i64) -> Vec<Issue> {
        check::all(self, roster, kinds, now)
    }

    /// The request to these recipients, whatever is still wrong with it; the draft's own are not looked at.
    pub fn request_to(&self, to: Vec<Recipient>) -> SendRequest {
        let credentials = Credentials {
            fcm: filled(&self.fcm_credential),
            apn: filled(&self.apns_credential),
            ..Credentials::default()
        };
        SendRequest {
            to,
            content: Content { title: filled(&self.title), body: self.body.clone(), ..Content::default() },
            from: (credentials != Credentials::default()).then_some(credentials),
            priority: Some(self.priority.clone()),
            sound: filled(&self.sound),
            schedule: self.send_at.map(|ms| Schedule { send_at: vec![Timestamp::from_unix_ms(ms)] }),
            tags: self.written_tags().map(|(key, value)| (key.trim().to_owned(), value.to_owned())).collect(),
        }
    }

    /// Rows of the tag table in which something was written.
    fn written_tags(&self) -> impl Iterator<Item = (&str, &str)> {
        let rows = self.tags.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        rows.filter(|(key, value)| !key.trim().is_empty() || !value.is_empty())
    }
}

/// A draft and the moment at which it is to become a request.
impl TryFrom<(&Draft, i64)> for SendRequest {
    type Error = Rejected;

    fn try_from((draft, now): (&Draft, i64)) -> Result<Self, Rejected> {
        let reading = draft.read(now);
        if reading.is_blocked() { Err(Rejected(reading.issues)) } else { Ok(reading.request) }
    }
}

fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
