//! From a call that failed to the panel that says so: the one place where the words of `api` meet `ui`.

use crate::api::ApiError;
use crate::api::error::Explanation;
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
