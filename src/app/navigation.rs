//! The four links of the console, and which of them is the current one.

use leptos::prelude::*;
use push_view::view;

use crate::route::{NotificationsView, OperationsView, Route};
use crate::ui::{Glyph, Icon};

/// Links to the main pages.
#[component]
pub fn Navigation(
    /// Where the person is.
    route: Memo<Route>,
) -> impl IntoView {
    let links = [
        (Glyph::Pen, Route::Compose),
        (Glyph::Send, Route::Operations(OperationsView::default())),
        (Glyph::List, Route::Notifications(NotificationsView::default())),
        (Glyph::Settings, Route::Settings),
    ];
    let links = links.map(|(glyph, target)| {
        let (href, title) = (target.href(), target.title());
        let current = move || route.with(|here| is_within(here, &target)).then_some("page");
        view! { <li><a href=href aria-current=current><Icon glyph=glyph /><span>{title}</span></a></li> }
    });
    view! {
        <header class="shell-bar">
            <a class="shell-brand" href=Route::Compose.href()><Icon glyph=Glyph::Bell /> "Push Console"</a>
        </header>
        <nav class="shell-nav" aria-label="Pages"><ul>{links}</ul></nav>
    }
}

/// True when a page stands under a link of the navigation: one operation stands under Operations.
fn is_within(here: &Route, link: &Route) -> bool {
    match (here, link) {
        (Route::Operation(..), Route::Operations(_)) | (Route::Notification(_), Route::Notifications(_)) => {
            true
        }
        _ => here.is_same_page(link),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use push_api::{NotificationId, OperationId};

    #[test]
    fn a_detail_stands_under_its_list() {
        let operations = Route::Operations(OperationsView::default());
        let notifications = Route::Notifications(NotificationsView::default());
        let table = [
            (Route::operation(OperationId::new("1")), &operations, true),
            (Route::operation(OperationId::new("1")), &notifications, false),
            (Route::Notification(NotificationId::new("1")), &notifications, true),
            (Route::Compose, &Route::Compose, true),
            (Route::Settings, &Route::Compose, false),
        ];
        for (here, link, within) in table {
            assert_eq!(is_within(&here, link), within, "{here:?}");
        }
    }
}
