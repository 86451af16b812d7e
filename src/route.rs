//! The map: one enum that reads an address, writes it, and makes every link.
//!
//! No other file builds a path or a query string of a page. Filters and pages live here, so that a link
//! reopens exactly the view it was copied from.

mod trail;
mod view;

use push_api::address::{segment, with_query};
use push_api::{NotificationId, OperationId};

pub use trail::{Onward, Trail};
pub use view::{NotificationsView, OperationsView};

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
            Self::Operations(view) => with_query("/operations", view.pairs()),
            Self::Operation(id, view) => {
                with_query(&format!("/operations/{}", segment(id.as_str())), view.pairs())
            }
            Self::Notifications(view) => with_query("/notifications", view.pairs()),
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

fn segment_text(segment: &str) -> String {
    // A plus sign in a path is itself, not a blank.
    let escaped = segment.replace('+', "%2B");
    form_urlencoded::parse(format!("={escaped}").replace('&', "%26").as_bytes())
        .next()
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use push_api::{NotificationStatus, OperationStatus, Provider};

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
    fn the_same_page_with_other_filters_is_the_same_page() {
        let id = OperationId::new("1");
        assert!(Route::operation(id.clone()).is_same_page(&Route::Operation(id, full_view())));
        assert!(
            !Route::operation(OperationId::new("1")).is_same_page(&Route::operation(OperationId::new("2")))
        );
    }
}
