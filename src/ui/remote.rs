//! Waiting, failing, empty: one component, so that a page says only what success looks like.

mod error_panel;
mod read;
mod skeleton;

use leptos::prelude::*;
use push_view::view;

pub use error_panel::{ErrorPanel, ErrorView};
pub use read::{Read, Source};
pub use skeleton::Skeleton;

/// What there is to show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Waiting,
    Failed,
    Empty,
    Good,
}

/// Shows what was read from afar. The last good value stays while a newer one is on its way, and when that
/// fails the error stands beside it. Made anew when it is about something else (another id, another page).
#[component]
pub fn Remote<T, F, V>(
    /// What is read: a [`Read`], or a [`Source`] of one's own.
    #[prop(into)]
    source: Source<T>,
    /// True for a value that has nothing in it; then `empty` is shown.
    #[prop(optional)]
    is_empty: Option<fn(&T) -> bool>,
    /// What stands there when nothing is in the value.
    #[prop(optional, into)]
    empty: ViewFn,
    /// What stands there when the first answer is slow; lines by default.
    #[prop(default = (|| view! { <Skeleton /> }).into(), into)]
    waiting: ViewFn,
    /// What success looks like. Called once; later values arrive through the signal.
    children: F,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Fn(Signal<T>) -> V + Send + Sync + 'static,
    V: IntoAny,
{
    let Source { value, pending, reload } = source;
    let last_good = Memo::new(move |earlier: Option<&Option<T>>| {
        value.with(|value| match value {
            Some(Ok(value)) => Some(value.clone()),
            _ => earlier.cloned().flatten(),
        })
    });
    let error = Memo::new(move |_| {
        value.with(|value| value.as_ref().and_then(|value| value.as_ref().err().cloned()))
    });
    let state = Memo::new(move |_| {
        last_good.with(|value| match (value, is_empty) {
            (Some(value), Some(is_empty)) if is_empty(value) => State::Empty,
            (Some(_), _) => State::Good,
            (None, _) if error.with(Option::is_some) => State::Failed,
            (None, _) => State::Waiting,
        })
    });
    let good = move || {
        last_good.get_untracked().map(|first| {
            let value = Signal::derive(move || last_good.get().unwrap_or_else(|| first.clone()));
            children(value).into_any()
        })
    };
    frame(Frame { state, error, pending, reload, good: good.into(), empty, waiting })
}

/// Everything but the type of the value, so that it is compiled once.
struct Frame {
    state: Memo<State>,
    error: Memo<Option<ErrorView>>,
    pending: Signal<bool>,
    reload: Callback<()>,
    good: ViewFn,
    empty: ViewFn,
    waiting: ViewFn,
}

fn frame(Frame { state, error, pending, reload, good, empty, waiting }: Frame) -> AnyView {
    let panel = move || error.get().map(|error| view! { <ErrorPanel error on_retry=reload busy=pending /> });
    // While the first answer is on its way, the grey text says so already.
    let refreshes = Memo::new(move |_| pending.get() && state.get() != State::Waiting);
    let line =
        move || refreshes.get().then(|| view! { <div class="remote-progress" aria-hidden="true"></div> });
    let content = move || match state.get() {
        State::Waiting => waiting.run(),
        State::Failed => ().into_any(),
        State::Empty => empty.run(),
        State::Good => good.run(),
    };
    view! {
        <div class="remote" aria-busy=move || pending.get().then_some("true")>
            {line}
            {panel}
            {content}
        </div>
    }
    .into_any()
}
