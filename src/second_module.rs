//! Code that is downloaded only when somebody asks for it: how a function goes into the second module, and a view
//! that comes from there.
//!
//! The first module holds what it takes to write a push. With the feature `split` the rest lies in a module of its
//! own; without it everything is in one, and the same functions answer at once. See docs/decisions/0007.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use push_view::view;

use crate::ui::{ErrorPanel, ErrorView};

/// The second module could not be loaded. The next try starts afresh.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Makes functions live in the second module, together with everything that only they use. Each becomes `async` and
/// gives a `Result`, for its code may have to be loaded first, and that may fail.
macro_rules! second_module {
    ($($(#[$doc:meta])* $vis:vis fn $name:ident($($arg:ident: $type:ty),* $(,)?) -> $out:ty $body:block)*) => {$(
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split(later, fallible)]
        $(#[$doc])*
        $vis fn $name($($arg: $type),*) -> Result<$out, $crate::second_module::NotLoaded> {
            Ok($body)
        }

        #[cfg(not(feature = "split"))]
        $(#[$doc])*
        $vis async fn $name($($arg: $type),*) -> Result<$out, $crate::second_module::NotLoaded> {
            Ok($body)
        }
    )*};
}
pub(crate) use second_module;

/// A view on its way.
type Coming = Pin<Box<dyn Future<Output = Result<AnyView, NotLoaded>>>>;

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Absent,
    Coming,
    Here,
    Failed,
}

/// The place of such a view, where it comes from, and how far it has come.
#[derive(Clone, Copy)]
pub struct Later {
    state: RwSignal<State>,
    view: StoredValue<Option<AnyView>, LocalStorage>,
    load: StoredValue<Box<dyn Fn() -> Coming>, LocalStorage>,
    owner: StoredValue<Option<Owner>>,
}

impl Later {
    /// A view that `load` makes once its code is there. Nothing is loaded yet. The view is owned by whoever calls this.
    pub fn new<F>(load: impl Fn() -> F + 'static) -> Self
    where
        F: Future<Output = Result<AnyView, NotLoaded>> + 'static,
    {
        Self {
            state: RwSignal::new(State::Absent),
            view: StoredValue::new_local(None),
            load: StoredValue::new_local(Box::new(move || Box::pin(load()))),
            owner: StoredValue::new(Owner::current()),
        }
    }

    /// Loads it unless it is there, and calls `then` when it is. Does nothing while it is on its way, nor when its
    /// owner is gone meanwhile.
    pub fn load(self, then: impl FnOnce() + 'static) {
        self.begin(Box::new(then));
    }

    /// Written once and not for every `then`: each would be as long as this in the first module.
    fn begin(self, then: Box<dyn FnOnce()>) {
        let Self { state, view, .. } = self;
        match state.try_get_untracked() {
            None | Some(State::Coming) => return,
            Some(State::Here) => return then(),
            Some(State::Absent | State::Failed) => state.set(State::Coming),
        }
        let coming = self.load.with_value(|load| load());
        let Some(owner) = self.owner.get_value() else { return };
        owner.with(|| {
            spawn_local_scoped_with_cancellation(async move {
                match coming.await {
                    Ok(loaded) => {
                        view.set_value(Some(loaded));
                        state.set(State::Here);
                        then();
                    }
                    Err(NotLoaded) => state.set(State::Failed),
                }
            });
        });
    }

    /// True while nobody has asked for it, or after it could not be loaded. Tracked.
    pub fn is_absent(self) -> bool {
        matches!(self.state.get(), State::Absent | State::Failed)
    }

    /// True while it is on its way. Tracked.
    pub fn is_coming(self) -> bool {
        self.state.get() == State::Coming
    }

    /// The view once it is there, and `waiting` while it is on its way.
    pub fn show(self, waiting: fn() -> AnyView) -> impl IntoView {
        move || match self.state.get() {
            State::Absent | State::Failed => ().into_any(),
            State::Coming => waiting(),
            State::Here => self.view.try_update_value(Option::take).flatten().into_any(),
        }
    }

    /// That it could not be loaded, when that is so; for the place where it was asked for.
    pub fn trouble(self, on_retry: Callback<()>) -> impl IntoView {
        move || {
            let has_failed = self.state.get() == State::Failed;
            has_failed.then(|| view! { <ErrorPanel error=not_loaded() on_retry /> })
        }
    }
}

fn not_loaded() -> ErrorView {
    ErrorView {
        title: "This part of the console could not be loaded".to_owned(),
        meaning: "The server did not answer, or a newer console has taken the place of this one.".to_owned(),
        action: "Check the connection and try again. If that does not help, load the page again: what you wrote is kept."
            .to_owned(),
        detail: None,
        is_retryable: true,
    }
}
