//! A walk past every page and state that a person meets, for checks that hold everywhere.

use serde_json::json;
use tempfile::TempDir;

use crate::pages::Push;
use crate::stage::Scene;

/// A device token of each provider, as long as real ones.
const FCM_TOKEN: &str =
    "dGhpc0lzQW5Ub2tlbg:APA91bHun4MxP5egoKMwt2KZFBaFUH-1RYqxsv2nQ8vXk0kq3bJm7cWyTzRr5uEeLlPpAaSsDdFfGgHhJjKk";
const APNS_TOKEN: &str = "740f4707bebcf74f9b7c25d48e3358945f6aa01da5ddb387462c7eaf61bb78ad";

/// Where the walk stops. The names are those of the pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    EmptyCompose,
    Compose,
    Issues,
    Review,
    Drafts,
    Sharing,
    Operation,
    Operations,
    Notifications,
    NothingFits,
    Notification,
    Settings,
    NotFound,
    UnknownOutcome,
    Unsettled,
    List,
    ListReview,
}

impl Stop {
    /// Every stop in the order of the walk. An unknown outcome is noticed on other pages too, so it
    /// comes late, and a list stays on the page, so it comes last.
    pub const ALL: [Self; 17] = [
        Self::EmptyCompose,
        Self::Compose,
        Self::Issues,
        Self::Review,
        Self::Drafts,
        Self::Sharing,
        Self::Operation,
        Self::Operations,
        Self::Notifications,
        Self::NothingFits,
        Self::Notification,
        Self::Settings,
        Self::NotFound,
        Self::UnknownOutcome,
        Self::Unsettled,
        Self::List,
        Self::ListReview,
    ];

    /// Its name for files.
    pub fn name(self) -> &'static str {
        match self {
            Self::EmptyCompose => "compose-empty",
            Self::Compose => "compose",
            Self::Issues => "compose-issues",
            Self::Review => "review",
            Self::Drafts => "drafts",
            Self::Sharing => "drafts-sharing",
            Self::UnknownOutcome => "unknown-outcome",
            Self::Operation => "operation",
            Self::Operations => "operations",
            Self::Notifications => "notifications",
            Self::NothingFits => "notifications-none",
            Self::Notification => "notification",
            Self::Settings => "settings",
            Self::NotFound => "not-found",
            Self::Unsettled => "operations-unsettled",
            Self::List => "list",
            Self::ListReview => "list-review",
        }
    }
}

/// What the walk leads past.
pub struct Tour<'a> {
    scene: &'a Scene,
    operation: String,
    notification: String,
    files: TempDir,
}

impl<'a> Tour<'a> {
    /// Sends two pushes, one of them with every outcome, so that there is something to see.
    pub async fn prepare(scene: &'a Scene) -> Self {
        scene.shell().enter("/").await;
        scene.compose().send(&Push::to_many(40, "guest-")).await;
        scene.shell().go_to("Compose").await;
        let (fcm, apns) = (format!("{FCM_TOKEN},FCM"), format!("{APNS_TOKEN},APN"));
        let all = ["fail-ben,APN", "undelivered-cleo,FCM", "unknown-dora,FCM", "retry-emil,APN", &apns, &fcm];
        let operation = scene.compose().send(&Push::to(&all)).await;
        scene.sandbox.advance(30).await;
        scene.operation().becomes("Completed").await;
        let rows = scene.notifications().all_are(&["Delivered", "Undelivered", "Failed"]).await;
        let notification = rows[0].href.clone();
        Self { scene, operation, notification, files: TempDir::new().unwrap() }
    }

    /// Goes to a stop and waits until it is all there.
    pub async fn show(&self, stop: Stop) {
        let Self { scene, operation, notification, .. } = self;
        let shell = scene.shell();
        match stop {
            Stop::EmptyCompose => {
                shell.enter("/").await;
                shell.is_at("Compose").await;
            }
            Stop::Compose => self.written().await,
            Stop::Issues => {
                self.written().await;
                scene.browser.fill("Body", "").await;
                scene.browser.fill("Recipients", "nobody knows\nanna-phone,MAIL\nanna-phone").await;
                scene.browser.says("Line 2").await;
            }
            Stop::Review => {
                self.written().await;
                scene.compose().review().await;
            }
            Stop::Drafts => {
                self.written().await;
                scene.drafts().show().await;
                scene.drafts().save("Doors, second night").await;
                scene.drafts().save("Doors, third night").await;
            }
            Stop::Sharing => {
                self.written().await;
                scene.drafts().show().await;
                scene.browser.press("Share as a link").await;
                scene.browser.find("textbox", "Link").await;
            }
            Stop::Operation => {
                shell.enter(&format!("/operations/{operation}")).await;
                scene.operation().becomes("Completed").await;
                scene.notifications().page(1, 6).await;
            }
            Stop::Operations => {
                shell.enter("/operations").await;
                scene.operations().shows(operation).await;
            }
            Stop::Notifications => {
                shell.enter("/notifications?size=25").await;
                scene.notifications().page(1, 25).await;
            }
            Stop::NothingFits => {
                shell.enter("/notifications?operation=none").await;
                scene.browser.says("Nothing fits these filters").await;
            }
            Stop::Notification => {
                shell.enter(notification).await;
                scene.notification().carries("Doors open at seven", "Bring a friend").await;
            }
            Stop::Settings => {
                shell.enter("/settings").await;
                scene.settings().test_says(&["Passed", "Passed", "Passed", "Passed"]).await;
            }
            Stop::NotFound => {
                shell.enter("/nowhere").await;
                shell.is_at("Page not found").await;
            }
            Stop::UnknownOutcome => {
                self.written().await;
                scene.sandbox.fail("send", 1, json!({ "kind": "drop_after_commit" })).await;
                scene.compose().review().await;
                scene.compose().send_now().await;
                scene.browser.gone("button", "Send now").await;
            }
            Stop::Unsettled => {
                shell.enter("/operations").await;
                scene.browser.find("button", "Mark as checked").await;
            }
            Stop::List => {
                self.settled().await;
                self.listed("Hi {{ first_name }}, your seat is {{ seat }}. {{ note }}").await;
                scene.list().check_says("The payload is too large").await;
            }
            Stop::ListReview => {
                self.listed("Hi {{ first_name | default: 'there' }}, your seat is {{ seat }}.").await;
                scene.list().check_says("A default stands in").await;
                scene.list().review().await;
            }
        }
    }

    /// Nothing is unknown any more.
    async fn settled(&self) {
        let browser = &self.scene.browser;
        self.scene.shell().enter("/operations").await;
        if browser.is_saying("Mark as checked").await {
            browser.press("Mark as checked").await;
            browser.gone("button", "Mark as checked").await;
        }
    }

    /// A list of 240 guests: some without a name, one with far too long a note.
    async fn listed(&self, body: &str) {
        let mut text = String::from("token;provider;first_name;seat;note\n");
        for guest in 1..=240 {
            let provider = if guest % 3 == 0 { "APN" } else { "FCM" };
            let name = if guest % 40 == 7 { String::new() } else { format!("Guest {guest}") };
            let seat = format!("{}{}", guest % 30 + 1, ["A", "B", "C", "D"][guest % 4]);
            let note = if guest == 121 { "Mind the step. ".repeat(300) } else { String::new() };
            text.push_str(&format!("guest-{guest:05};{provider};{name};{seat};{note}\n"));
        }
        let file = self.files.path().join("guests.csv");
        std::fs::write(&file, text).unwrap();
        let (browser, list) = (&self.scene.browser, self.scene.list());
        self.scene.shell().enter("/").await;
        browser.fill("Title", "Doors open at seven").await;
        browser.fill("Body", body).await;
        list.begin().await;
        list.import(&file).await;
    }

    async fn written(&self) {
        let browser = &self.scene.browser;
        self.scene.shell().enter("/").await;
        browser.paste("Recipients", &format!("{FCM_TOKEN},FCM\n{APNS_TOKEN}\nguest-00001,FCM")).await;
        let push = Push::to(&[]);
        browser.fill("Title", &push.title).await;
        browser.fill("Body", &push.body).await;
    }
}
