//! What a question for a page of notifications came to, and where it leads on. Pure.

use std::sync::Arc;

use push_api::query::NotificationQuery;
use push_api::{NotificationSummary, OperationId, Page};

use crate::api::ApiError;
use crate::route::{NotificationsView, Onward};

/// An answer together with the view that it answers: while another view is on its way, this one is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    /// What was asked for.
    pub view: NotificationsView,
    /// What came.
    pub answer: Answer,
}

/// What came.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// A page. Its items are shared, because a thousand of them are handed from signal to signal.
    Page {
        /// The notifications, in the upstream's order.
        items: Vec<Arc<NotificationSummary>>,
        /// Token of the next page.
        next: Option<String>,
    },
    /// The upstream does not know the token of this page any more.
    LostPlace,
}

impl Listing {
    /// Makes a listing of an answer. A refused page token is no error to a person: it only leads back.
    pub fn of(
        view: NotificationsView,
        answer: Result<Page<NotificationSummary>, ApiError>,
    ) -> Result<Self, ApiError> {
        match answer {
            Ok(page) => {
                let next = page.pagination.next.page_token();
                let items = page.items.into_iter().map(Arc::new).collect();
                Ok(Self { view, answer: Answer::Page { items, next } })
            }
            Err(error) if view.trail.current().is_some() && is_refusal(&error) => {
                Ok(Self { view, answer: Answer::LostPlace })
            }
            Err(error) => Err(error),
        }
    }

    /// The notifications of the page.
    pub fn items(&self) -> &[Arc<NotificationSummary>] {
        match &self.answer {
            Answer::Page { items, .. } => items,
            Answer::LostPlace => &[],
        }
    }

    /// Where the list leads from here.
    pub fn onward(&self) -> Onward {
        match &self.answer {
            Answer::Page { next, .. } => self.view.trail.onward(next.clone()),
            Answer::LostPlace => Onward::End,
        }
    }

    /// True when the place in the list is lost.
    pub fn is_lost(&self) -> bool {
        self.answer == Answer::LostPlace
    }
}

/// The question for a view; within an operation's page only for that operation.
pub fn question(view: &NotificationsView, within: Option<&OperationId>) -> NotificationQuery {
    let query = view.query();
    match within {
        Some(id) => NotificationQuery { operation_id: Some(id.to_string()), ..query },
        None => query,
    }
}

/// How many there are on the page, in words.
pub fn count_in_words(count: usize) -> String {
    match count {
        1 => "1 notification".to_owned(),
        count => format!("{count} notifications"),
    }
}

fn is_refusal(error: &ApiError) -> bool {
    matches!(error, ApiError::Refused { status: 400, .. })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const SAMPLE: &str = include_str!("../../../crates/push-api/tests/contract/reference-notifications.json");

    fn page(next: &str) -> Page<NotificationSummary> {
        serde_json::from_str(&SAMPLE.replace(r#""next": null"#, &format!(r#""next": {next}"#))).unwrap()
    }

    fn on_page(token: &str) -> NotificationsView {
        let view = NotificationsView::default();
        NotificationsView { trail: view.trail.forward(token), ..view }
    }

    fn refused(status: u16) -> ApiError {
        let body = r#"{"error":{"code":"upstream_rejected","message":"bad pageToken","retryable":false}}"#;
        ApiError::from_answer(status, body, None)
    }

    #[test]
    fn a_page_leads_on_to_its_next_or_says_that_it_leads_in_a_circle() {
        let table = [
            ("null", Onward::End),
            (r#""b""#, Onward::Page("b".into())),
            (r#""https://comms.twilio.com/v1/PushNotifications?pageToken=c""#, Onward::Page("c".into())),
            (r#""a""#, Onward::Circle),
        ];
        for (next, onward) in table {
            assert_eq!(Listing::of(on_page("a"), Ok(page(next))).unwrap().onward(), onward, "{next}");
        }
    }

    #[test]
    fn only_a_refused_token_loses_the_place() {
        assert!(Listing::of(on_page("a"), Err(refused(400))).unwrap().is_lost());
        assert!(Listing::of(on_page("a"), Err(refused(500))).is_err());
        assert!(Listing::of(NotificationsView::default(), Err(refused(400))).is_err());
    }

    #[test]
    fn within_an_operation_only_its_own_are_asked_for() {
        let view = NotificationsView { operation: "other".into(), ..NotificationsView::default() };
        let id = OperationId::new("op_1");
        assert_eq!(question(&view, Some(&id)).operation_id.as_deref(), Some("op_1"));
        assert_eq!(question(&view, None).operation_id.as_deref(), Some("other"));
    }
}
