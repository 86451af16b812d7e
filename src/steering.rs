//! Going to another page, or to another view of this one, from code. Links need none of this.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::route::Route;

/// How an address comes into the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// As a new entry; *back* leads to where the person was.
    Push,
    /// In place of the present entry, for what changes with every key.
    Replace,
}

/// A function that goes to a route and leaves the page where it is scrolled to. Only for code below the router.
pub fn steering() -> impl Fn(&Route, Step) + Clone + Send + Sync + 'static {
    let navigate = StoredValue::new_local(use_navigate());
    move |route, step| {
        let options =
            NavigateOptions { replace: step == Step::Replace, scroll: false, ..NavigateOptions::default() };
        navigate.with_value(|navigate| navigate(&route.href(), options));
    }
}
