//! The filters of the list. They live in the address; a changed one leads to the first page.

use leptos::prelude::*;
use push_view::view;

use super::operation_box::OperationBox;
use super::words::{page_size_choices, provider_choices, status_choices};
use crate::route::NotificationsView;
use crate::steering::Step;
use crate::ui::{Binding, Button, ButtonKind, ComboBox, DateBox, Glyph, Message};

/// Goes to another view of the list.
pub type ToView = Callback<(NotificationsView, Step)>;

/// The filter bar.
#[component]
pub fn Filters(
    /// The view in force.
    view: Signal<NotificationsView>,
    /// Goes to another.
    to_view: ToView,
    /// True within an operation's page, where the operation is given.
    within_operation: bool,
) -> impl IntoView {
    let change = move |step: Step, edit: &dyn Fn(&mut NotificationsView)| {
        let mut changed = view.get_untracked();
        edit(&mut changed);
        to_view.run((changed.on_first_page(), step));
    };
    let operation = (!within_operation).then(|| {
        let applied = Signal::derive(move || view.with(|view| view.operation.clone()));
        let apply = move |text: String| change(Step::Replace, &|view| view.operation = text.clone());
        view! { <OperationBox applied on_apply=Callback::new(apply) /> }
    });
    let status = filter(
        view,
        |view| text_of(view.status.as_ref()),
        move |value| {
            change(Step::Push, &|view| view.status = chosen(&value));
        },
    );
    let provider = filter(
        view,
        |view| text_of(view.provider.as_ref()),
        move |value| {
            change(Step::Push, &|view| view.provider = chosen(&value));
        },
    );
    let size = filter(
        view,
        |view| view.page_size().to_string(),
        move |value| {
            change(Step::Push, &|view| view.set_page_size(value.parse().ok()));
        },
    );
    let from = filter(
        view,
        |view| view.from.clone(),
        move |day| {
            if is_settled(&day) {
                change(Step::Push, &|view| view.from.clone_from(&day));
            }
        },
    );
    let until = filter(
        view,
        |view| view.until.clone(),
        move |day| {
            if is_settled(&day) {
                change(Step::Push, &|view| view.until.clone_from(&day));
            }
        },
    );
    let backwards = Signal::derive(move || {
        let backwards =
            view.with(|view| !view.from.is_empty() && !view.until.is_empty() && view.from > view.until);
        let message = || Message::warning("This day is before the first one: nothing can be between them.");
        backwards.then(message).into_iter().collect::<Vec<_>>()
    });
    let clear = move |()| to_view.run((NotificationsView::default(), Step::Push));
    view! {
        <div class="filters notification-filters" role="search" aria-label="Filters">
            {operation}
            <ComboBox label="Status" value=status choices=status_choices() />
            <ComboBox label="Provider" value=provider choices=provider_choices() />
            <DateBox label="From" value=from hint="First day, UTC" />
            <DateBox label="To" value=until hint="Last day, UTC" messages=backwards />
            <ComboBox label="Page size" value=size choices=page_size_choices() />
            <Button kind=ButtonKind::Quiet icon=Glyph::Close on_click=clear>
                "Clear filters"
            </Button>
        </div>
    }
    .into_any()
}

/// One filter: read from the view, changed by `set`.
fn filter(
    view: Signal<NotificationsView>,
    read: fn(&NotificationsView) -> String,
    set: impl Fn(String) + Send + Sync + 'static,
) -> Binding<String> {
    (Memo::new(move |_| view.with(read)), set).into()
}

fn text_of<T: ToString>(chosen: Option<&T>) -> String {
    chosen.map(T::to_string).unwrap_or_default()
}

fn chosen<T: From<String>>(value: &str) -> Option<T> {
    (!value.is_empty()).then(|| value.to_owned().into())
}

/// False while a year is being typed: a date box already gives `0002-01-01` after its first digit.
fn is_settled(day: &str) -> bool {
    day.is_empty() || day.starts_with(|first: char| first != '0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_that_is_being_typed_is_not_applied() {
        for (day, settled) in [("", true), ("0002-01-01", false), ("0202-01-01", false), ("2026-01-01", true)]
        {
            assert_eq!(is_settled(day), settled, "{day:?}");
        }
    }
}
