//! A text box in which Liquid is painted as it is typed, with completions, and with remarks that mend themselves.
//!
//! The box is a plain one and works without any of this: the aid comes from the second module and is put beside it.

mod aid;
mod choice_list;
mod completion;
mod edit;
mod editor;
mod expression;
mod nearest;
mod proof;
mod quotes;
mod remark_list;
mod remarks;
mod scope;
mod syntax;
mod vocabulary;

use leptos::prelude::*;
use push_view::view;

use self::aid::aid;
use crate::second_module::Later;

/// What the aid of a box is made from.
#[derive(Clone, Copy)]
pub struct Sources {
    /// The text in the box.
    pub value: RwSignal<String>,
    /// The variables of the list; none when there is no list, for then no variable is unknown.
    pub columns: Signal<Option<Vec<String>>>,
    /// Title and body: their variables are offered while there is no list.
    pub texts: [RwSignal<String>; 2],
}

/// Puts the aid beside the text box in `children`, a `TextBox` or `TextArea` that shows `sources.value`.
#[component]
pub fn LiquidBox(
    /// What the aid is made from.
    sources: Sources,
    /// Loads the aid whenever it is told that it is wanted.
    #[prop(into)]
    wanted: Signal<bool>,
    /// The box.
    children: Children,
) -> impl IntoView {
    let later = Later::new(move || aid(sources));
    Effect::new(move |_| {
        if wanted.get() || sources.columns.with(Option::is_some) {
            later.load(|| ());
        }
    });
    // That it could not be loaded is not said: nothing is lost, and each further focus tries again.
    view! {
        <div class="liquid">
            {children()}
            {later.show(|| ().into_any())}
        </div>
    }
    .into_any()
}
