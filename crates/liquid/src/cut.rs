//! Parts of texts. Unlike indexing, it gives nothing where a range does not fit, and cannot panic.

use std::slice::SliceIndex;

/// The part of the text in this range of bytes; empty where that cuts a letter or reaches beyond the end.
#[inline]
pub(crate) fn cut(text: &str, range: impl SliceIndex<str, Output = str>) -> &str {
    text.get(range).unwrap_or_default()
}
