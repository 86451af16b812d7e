//! From a call that failed, or a record that cannot be read, to the panel that says so: the one place where the
//! words of `api` and `platform` meet `ui`.

use crate::api::ApiError;
use crate::api::error::Explanation;
use crate::platform::storage::StorageError;
use crate::ui::ErrorView;

impl From<&ApiError> for ErrorView {
    fn from(error: &ApiError) -> Self {
        let Explanation { title, meaning, action, detail, is_retryable } = error.explain();
        Self { title: title.to_owned(), meaning, action: action.to_owned(), detail, is_retryable }
    }
}

impl From<ApiError> for ErrorView {
    fn from(error: ApiError) -> Self {
        Self::from(&error)
    }
}

impl From<StorageError> for ErrorView {
    fn from(error: StorageError) -> Self {
        Self {
            title: "This browser's own record cannot be read".to_owned(),
            meaning: "What was sent from here is not shown.".to_owned(),
            action: "Check whether the browser lets this page keep data.".to_owned(),
            detail: Some(error.0),
            is_retryable: true,
        }
    }
}
