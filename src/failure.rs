//! Where an error of the API becomes an error that widgets show. Neither of the two knows the other.

use crate::api::ApiError;
use crate::ui::ErrorView;

impl From<&ApiError> for ErrorView {
    fn from(error: &ApiError) -> Self {
        let words = error.explain();
        Self {
            title: words.title.to_owned(),
            meaning: words.meaning,
            action: words.action.to_owned(),
            detail: words.detail,
            is_retryable: words.is_retryable,
        }
    }
}

impl From<ApiError> for ErrorView {
    fn from(error: ApiError) -> Self {
        Self::from(&error)
    }
}
