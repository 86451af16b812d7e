//! The map: one enum that reads an address, writes it, and makes every link.
//!
//! No other file builds a path or a query string of a page. Filters and pages live here, so that a link
//! reopens exactly the view it was copied from.

use form_urlencoded::Serializer;
use push_api::query::NotificationQuery;
use push_api::{NotificationId, NotificationStatus, OperationId, OperationStatus, Provider};

/// Every page of the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// Write a push.
    Compose,
    /// The account's operations.
    Operations(OperationsView),
    /// One operation and its notifications.
    Operation(OperationId, NotificationsView),
    /// The account's notifications.
    Notifications(NotificationsView),
    /// One notification.
    Notification(NotificationId),
    /// Proxy, token, test of the connection.
    Settings,
    /// An address that leads nowhere.
    Unknown(String),
}

/// Tokens of the pages walked through, the last one being shown. Empty is the first page.
///
/// The upstream's tokens only lead forward, so the way back is remembered here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trail(Vec<String>);

/// Tokens that an address keeps; beyond that the oldest are forgotten, to keep addresses under 8 kB.
const TRAIL_TOKENS: usize = 100;

impl Trail {
    /// Token of the page shown; none is the first page.
    pub fn current(&self) -> Option<&str> {
        self.0.last().map(String::as_str)
    }

    /// Number of the page shown, from 1.
    pub fn number(&self) -> usize {
        self.0.len() + 1
    }

    /// The trail one page on.
    #[must_use]
    pub fn forward(&self, token: impl Into<String>) -> Self {
        let skipped = (self.0.len() + 1).saturating_sub(TRAIL_TOKENS);
        let kept = self.0.iter().skip(skipped).cloned();
        Self(kept.chain([token.into()]).collect())
    }

    /// The trail one page back; `None` on the first page.
    #[must_use]
    pub fn back(&self) -> Option<Self> {
        self.0.split_last().map(|(_, rest)| Self(rest.to_vec()))
    }
}

/// What the list of operations shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OperationsView {
    /// Only those in this status.
    pub status: Option<OperationStatus>,
    /// Which page.
    pub trail: Trail,
}

/// What a list of notifications shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NotificationsView {
    /// Only those of this operation; empty is all.
    pub operation: String,
    /// Only those in this status.
    pub status: Option<NotificationStatus>,
    /// Only those carried by this provider.
    pub provider: Option<Provider>,
    /// Made on this day or later, as `YYYY-MM-DD` in UTC; empty is all.
    pub from: String,
    /// Made on this day or earlier, as `YYYY-MM-DD` in UTC; empty is all.
    pub until: String,
    /// Items on a page; none is the default.
    pub page_size: Option<u32>,
    /// Which page.
    pub trail: Trail,
}

impl NotificationsView {
    /// The question to the upstream. Days become moments in UTC; the last day is included.
    pub fn query(&self) -> NotificationQuery {
        let filled = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
        NotificationQuery {
            operation_id: filled(&self.operation),
            status: self.status.clone(),
            provider: self.provider.clone(),
            start_date: filled(&self.from).map(|day| format!("{day}T00:00:00Z")),
            end_date: filled(&self.until).map(|day| format!("{day}T23:59:59.999Z")),
            page_token: self.trail.current().map(str::to_owned),
            page_size: self.page_size,
        }
    }

    /// The same filters on the first page: what a changed filter leads to.
    #[must_use]
    pub fn on_first_page(self) -> Self {
        Self { trail: Trail::default(), ..self }
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = vec![
            ("operation", self.operation.clone()),
            ("status", self.status.as_ref().map(ToString::to_string).unwrap_or_default()),
            ("provider", self.provider.as_ref().map(ToString::to_string).unwrap_or_default()),
            ("from", self.from.clone()),
            ("until", self.until.clone()),
            ("size", self.page_size.map(|size| size.to_string()).unwrap_or_default()),
        ];
        pairs.extend(self.trail.0.iter().map(|token| ("page", token.clone())));
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }

    fn read(query: &str) -> Self {
        let mut view = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()).filter(|(_, value)| !value.is_empty()) {
            let value = value.into_owned();
            match &*name {
                "operation" => view.operation = value,
                "status" => view.status = Some(value.into()),
                "provider" => view.provider = Some(value.into()),
                "from" => view.from = value,
                "until" => view.until = value,
                "size" => {
                    view.page_size =
                        value.parse().ok().filter(|size| push_api::limits::PAGE_SIZE.contains(size))
                }
                "page" => view.trail = view.trail.forward(value),
                _ => {}
            }
        }
        view
    }
}

impl OperationsView {
    fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = vec![("status", self.status.as_ref().map(ToString::to_string).unwrap_or_default())];
        pairs.extend(self.trail.0.iter().map(|token| ("page", token.clone())));
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }

    fn read(query: &str) -> Self {
        let mut view = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()).filter(|(_, value)| !value.is_empty()) {
            match &*name {
                "status" => view.status = Some(value.into_owned().into()),
                "page" => view.trail = view.trail.forward(value),
                _ => {}
            }
        }
        view
    }
}

impl Route {
    /// Reads an address: its path and its query without the question mark.
    pub fn read(path: &str, query: &str) -> Self {
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        match segments.as_slice() {
            [] => Self::Compose,
            ["operations"] => Self::Operations(OperationsView::read(query)),
            ["operations", id] => {
                Self::Operation(OperationId::new(segment_text(id)), NotificationsView::read(query))
            }
            ["notifications"] => Self::Notifications(NotificationsView::read(query)),
            ["notifications", id] => Self::Notification(NotificationId::new(segment_text(id))),
            ["settings"] => Self::Settings,
            _ => Self::Unknown(path.to_owned()),
        }
    }

    /// The address, from the root.
    pub fn href(&self) -> String {
        match self {
            Self::Compose => "/".to_owned(),
            Self::Operations(view) => with_query("/operations".to_owned(), &view.pairs()),
            Self::Operation(id, view) => {
                with_query(format!("/operations/{}", segment(id.as_str())), &view.pairs())
            }
            Self::Notifications(view) => with_query("/notifications".to_owned(), &view.pairs()),
            Self::Notification(id) => format!("/notifications/{}", segment(id.as_str())),
            Self::Settings => "/settings".to_owned(),
            Self::Unknown(path) => path.clone(),
        }
    }

    /// The page's name, as its title and its heading say it.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Compose => "Compose",
            Self::Operations(_) => "Operations",
            Self::Operation(..) => "Operation",
            Self::Notifications(_) => "Notifications",
            Self::Notification(_) => "Notification",
            Self::Settings => "Settings",
            Self::Unknown(_) => "Page not found",
        }
    }

    /// One operation with the plain view of its notifications.
    pub fn operation(id: OperationId) -> Self {
        Self::Operation(id, NotificationsView::default())
    }

    /// True when both are the same page, whatever their filters.
    pub fn is_same_page(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Operation(one, _), Self::Operation(two, _)) => one == two,
            (Self::Notification(one), Self::Notification(two)) => one == two,
            (Self::Unknown(one), Self::Unknown(two)) => one == two,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// A path segment: everything but letters, digits and `-_.` is escaped, as in a form, and blanks are `%20`.
fn segment(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

fn segment_text(segment: &str) -> String {
    // A plus sign in a path is itself, not a blank.
    let escaped = segment.replace('+', "%2B");
    form_urlencoded::parse(format!("={escaped}").replace('&', "%26").as_bytes())
        .next()
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}

fn with_query(path: String, pairs: &[(&'static str, String)]) -> String {
    if pairs.is_empty() {
        return path;
    }
    let query = Serializer::new(String::new()).extend_pairs(pairs).finish();
    format!("{path}?{query}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trail(tokens: &[&str]) -> Trail {
        tokens.iter().fold(Trail::default(), |trail, token| trail.forward(*token))
    }

    fn full_view() -> NotificationsView {
        NotificationsView {
            operation: "op 1&2".into(),
            status: Some(NotificationStatus::Unknown("PAUSED".into())),
            provider: Some(Provider::Apn),
            from: "2026-01-01".into(),
            until: "2026-01-31".into(),
            page_size: Some(25),
            trail: trail(&["a=b", "c d+/"]),
        }
    }

    #[test]
    fn every_route_survives_its_own_address() {
        let routes = [
            Route::Compose,
            Route::Operations(OperationsView::default()),
            Route::Operations(OperationsView {
                status: Some(OperationStatus::Completed),
                trail: trail(&["x"]),
            }),
            Route::operation(OperationId::new("comms_operation_1")),
            Route::Operation(OperationId::new("a/b?c#d e+f&g=é"), full_view()),
            Route::Notifications(NotificationsView::default()),
            Route::Notifications(full_view()),
            Route::Notification(NotificationId::new("n%2F1")),
            Route::Settings,
            Route::Unknown("/nowhere/at/all".into()),
        ];
        for route in routes {
            let href = route.href();
            let (path, query) = href.split_once('?').unwrap_or((&href, ""));
            assert_eq!(Route::read(path, query), route, "{href}");
        }
    }

    #[test]
    fn a_trail_leads_back_the_way_it_came() {
        let two = trail(&["a", "b"]);
        assert_eq!((two.current(), two.number()), (Some("b"), 3));
        let one = two.back().unwrap_or_default();
        assert_eq!(one.current(), Some("a"));
        let first = one.back().unwrap_or_default();
        assert_eq!((first.current(), first.number(), first.back()), (None, 1, None));
    }

    #[test]
    fn a_long_trail_forgets_its_oldest_pages_and_keeps_the_shown_one() {
        let tokens: Vec<String> = (0..150).map(|i| i.to_string()).collect();
        let long = tokens.iter().fold(Trail::default(), |trail, token| trail.forward(token));
        assert_eq!((long.0.len(), long.current()), (TRAIL_TOKENS, Some("149")));
    }

    #[test]
    fn days_become_moments_and_the_last_day_is_included() {
        let query = full_view().query();
        assert_eq!(query.start_date.as_deref(), Some("2026-01-01T00:00:00Z"));
        assert_eq!(query.end_date.as_deref(), Some("2026-01-31T23:59:59.999Z"));
        assert_eq!(query.page_token.as_deref(), Some("c d+/"));
    }

    #[test]
    fn nonsense_in_a_query_is_passed_over() {
        let view = NotificationsView::read("size=0&size=x&colour=red&status=&page=");
        assert_eq!(view, NotificationsView::default());
    }

    #[test]
    fn the_same_page_with_other_filters_is_the_same_page() {
        let id = OperationId::new("1");
        assert!(Route::operation(id.clone()).is_same_page(&Route::Operation(id, full_view())));
        assert!(
            !Route::operation(OperationId::new("1")).is_same_page(&Route::operation(OperationId::new("2")))
        );
    }
}
