//! Ids by which a label, a hint or a title points at an element. They live as long as the page, no longer.

use std::sync::atomic::{AtomicUsize, Ordering};

static NEXT: AtomicUsize = AtomicUsize::new(1);

/// An id that no other element of the page has, such as `field-7`.
pub fn element_id(prefix: &str) -> String {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    [prefix, &number.to_string()].join("-")
}
