//! What is asked for, and how much came. Pure.

use push_api::OperationId;
use push_api::query::NotificationQuery;

use crate::route::NotificationsView;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn within_an_operation_only_its_own_are_asked_for() {
        let view = NotificationsView { operation: "other".into(), ..NotificationsView::default() };
        let id = OperationId::new("op_1");
        assert_eq!(question(&view, Some(&id)).operation_id.as_deref(), Some("op_1"));
        assert_eq!(question(&view, None).operation_id.as_deref(), Some("other"));
    }
}
