//! What a list shows, as an address keeps it: filters and the way through its pages.

use push_api::limits::DEFAULT_PAGE_SIZE;
use push_api::query::NotificationQuery;
use push_api::{NotificationStatus, OperationStatus, Provider};

use super::trail::Trail;

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

    /// True when something is left out of the list.
    pub fn has_filters(&self) -> bool {
        let plain = Self { page_size: self.page_size, trail: self.trail.clone(), ..Self::default() };
        *self != plain
    }

    /// Items on a page, the default where none are asked for.
    pub fn page_size(&self) -> u32 {
        self.page_size.unwrap_or(DEFAULT_PAGE_SIZE)
    }

    /// Asks for so many items on a page; the default is not spelt out, so that one view has one address.
    pub fn set_page_size(&mut self, size: Option<u32>) {
        self.page_size = size.filter(|size| *size != DEFAULT_PAGE_SIZE);
    }

    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = vec![
            ("operation", self.operation.clone()),
            ("status", self.status.as_ref().map(ToString::to_string).unwrap_or_default()),
            ("provider", self.provider.as_ref().map(ToString::to_string).unwrap_or_default()),
            ("from", self.from.clone()),
            ("until", self.until.clone()),
            ("size", self.page_size.map(|size| size.to_string()).unwrap_or_default()),
        ];
        pairs.extend(self.trail.tokens().map(|token| ("page", token.to_owned())));
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }

    pub(super) fn read(query: &str) -> Self {
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
    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = vec![("status", self.status.as_ref().map(ToString::to_string).unwrap_or_default())];
        pairs.extend(self.trail.tokens().map(|token| ("page", token.to_owned())));
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }

    pub(super) fn read(query: &str) -> Self {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_moments_and_the_last_day_is_included() {
        let view = NotificationsView {
            from: "2026-01-01".into(),
            until: "2026-01-31".into(),
            trail: Trail::default().forward("a=b").forward("c d+/"),
            ..NotificationsView::default()
        };
        let query = view.query();
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
    fn only_what_leaves_something_out_is_a_filter() {
        let plain = NotificationsView::read("size=25&page=a");
        assert!(!plain.has_filters() && !NotificationsView::default().has_filters());
        for query in ["operation=1", "status=SENT", "provider=FCM", "from=2026-01-01", "until=2026-01-01"] {
            assert!(NotificationsView::read(query).has_filters(), "{query}");
        }
    }

    #[test]
    fn the_usual_page_size_is_not_spelt_out() {
        let mut view = NotificationsView::default();
        for (asked, kept, shown) in [(Some(100), Some(100), 100), (Some(50), None, 50), (None, None, 50)] {
            view.set_page_size(asked);
            assert_eq!((view.page_size, view.page_size()), (kept, shown));
        }
    }
}
