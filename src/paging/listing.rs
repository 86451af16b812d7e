//! What a question for a page of a list came to, and where it leads on. Pure.

use std::sync::Arc;

use push_api::Page;

use crate::api::ApiError;
use crate::route::{Onward, Trail};

/// An answer together with the view that it answers: while another view is on its way, this one is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing<V, T> {
    /// What was asked for.
    pub view: V,
    /// What came.
    pub answer: Answer<T>,
}

/// What came.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer<T> {
    /// A page. Its items are shared, because a thousand of them are handed from signal to signal.
    Page {
        /// The items, in the upstream's order.
        items: Vec<Arc<T>>,
        /// Where the list leads from here.
        onward: Onward,
    },
    /// The upstream does not know the token of this page any more.
    LostPlace,
}

impl<V, T> Listing<V, T> {
    /// Makes a listing of an answer; `trail` is the way to it. A refused page token is no error to a person:
    /// it only leads back.
    ///
    /// # Errors
    /// Every other error as it came.
    pub fn of(view: V, trail: &Trail, answer: Result<Page<T>, ApiError>) -> Result<Self, ApiError> {
        match answer {
            Ok(page) => {
                let onward = trail.onward(page.pagination.next.page_token());
                let items = page.items.into_iter().map(Arc::new).collect();
                Ok(Self { view, answer: Answer::Page { items, onward } })
            }
            Err(ApiError::Refused { status: 400, .. }) if trail.current().is_some() => {
                Ok(Self { view, answer: Answer::LostPlace })
            }
            Err(error) => Err(error),
        }
    }

    /// The items of the page.
    pub fn items(&self) -> &[Arc<T>] {
        match &self.answer {
            Answer::Page { items, .. } => items,
            Answer::LostPlace => &[],
        }
    }

    /// Where the list leads from here.
    pub fn onward(&self) -> Onward {
        match &self.answer {
            Answer::Page { onward, .. } => onward.clone(),
            Answer::LostPlace => Onward::End,
        }
    }

    /// True when the place in the list is lost.
    pub fn is_lost(&self) -> bool {
        matches!(self.answer, Answer::LostPlace)
    }

    /// True when there is nothing on the page, which is something else than a lost place.
    pub fn is_empty(&self) -> bool {
        self.items().is_empty() && !self.is_lost()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use push_api::Operation;

    fn asked_for(trail: &Trail, answer: Result<&str, ApiError>) -> Result<Listing<(), Operation>, ApiError> {
        let page = answer.map(|next| {
            let text = format!(r#"{{"operations":[],"pagination":{{"next":{next}}}}}"#);
            serde_json::from_str(&text).unwrap()
        });
        Listing::of((), trail, page)
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
            let listing = asked_for(&Trail::default().forward("a"), Ok(next)).unwrap();
            assert_eq!((listing.onward(), listing.is_empty()), (onward, true), "{next}");
        }
    }

    #[test]
    fn only_a_refused_token_loses_the_place() {
        let deep = Trail::default().forward("a");
        let lost = asked_for(&deep, Err(refused(400))).unwrap();
        assert!(lost.is_lost() && !lost.is_empty() && lost.onward() == Onward::End);
        assert!(asked_for(&deep, Err(refused(500))).is_err());
        assert!(asked_for(&Trail::default(), Err(refused(400))).is_err());
    }
}
