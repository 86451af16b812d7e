//! The page *Compose* and its dialog *Review*.

use fantoccini::elements::Element;

use crate::browser::Browser;
use crate::wait;

/// What is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Push {
    pub title: String,
    pub body: String,
    pub recipients: String,
}

impl Push {
    /// A push to these recipients, one a line.
    pub fn to(recipients: &[&str]) -> Self {
        Self {
            title: "Doors open at seven".to_owned(),
            body: "Bring a friend: the second ticket is free.".to_owned(),
            recipients: recipients.join("\n"),
        }
    }

    /// A push to `count` devices whose tokens begin so, by turns with FCM and APNs.
    pub fn to_many(count: usize, beginning: &str) -> Self {
        let provider = |number: usize| if number.is_multiple_of(2) { "FCM" } else { "APN" };
        let lines = (1..=count).map(|number| format!("{beginning}{number:05},{}\n", provider(number)));
        Self { recipients: lines.collect(), ..Self::to(&[]) }
    }
}

/// The page.
pub struct Compose<'a>(pub(super) &'a Browser);

impl Compose<'_> {
    /// Writes a push; many recipients are pasted, a few are typed.
    pub async fn write(&self, push: &Push) {
        self.0.fill("Title", &push.title).await;
        self.0.fill("Body", &push.body).await;
        if push.recipients.lines().count() > 10 {
            self.0.paste("Recipients", &push.recipients).await;
        } else {
            self.0.fill("Recipients", &push.recipients).await;
        }
    }

    /// What stands in the boxes.
    pub async fn written(&self) -> Push {
        Push {
            title: self.0.value("textbox", "Title").await,
            body: self.0.value("textbox", "Body").await,
            recipients: self.0.value("textbox", "Recipients").await,
        }
    }

    /// Waits until the boxes hold this.
    pub async fn holds(&self, push: &Push) {
        wait::until_true(self.0, "the draft in its boxes", async || self.written().await == *push).await;
    }

    /// Opens the dialog, and returns it.
    pub async fn review(&self) -> Element {
        self.0.press("Review and send").await;
        self.0.find("dialog", "Review").await
    }

    /// Sends what is under review.
    pub async fn send_now(&self) {
        self.0.press("Send now").await;
    }

    /// Waits until the page says that the outcome of a send is unknown.
    pub async fn outcome_is_unknown(&self) {
        self.0.says("unknown").await;
    }

    /// Writes a push, reviews and sends it, and waits for the page of its operation. Returns the operation's id.
    pub async fn send(&self, push: &Push) -> String {
        self.write(push).await;
        self.review().await;
        self.send_now().await;
        self.has_left().await
    }

    /// Waits for the page of the operation that was made. Returns the operation's id.
    pub async fn has_left(&self) -> String {
        self.0.find("heading", "Operation").await;
        let address = self.0.address().await;
        let id = address.rsplit('/').next().unwrap_or_default();
        assert!(id.starts_with("comms_operation_"), "an operation's address: {address}");
        id.to_owned()
    }
}
