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
struct Sources {
    /// The text in the box.
    value: RwSignal<String>,
    /// The variables of the list; none when there is no list, for then no variable is unknown.
    columns: RwSignal<Option<Vec<String>>>,
    /// Title and body: their variables are offered while there is no list.
    texts: [RwSignal<String>; 2],
}

/// The aids of the two boxes. Cheap to copy.
#[derive(Clone, Copy)]
pub struct LiquidAids {
    /// That of the title.
    pub title: Later,
    /// That of the body.
    pub body: Later,
}

impl LiquidAids {
    /// Aids for these texts and a list with these columns, still to be loaded. They belong to the owner around.
    pub fn new(
        title: RwSignal<String>,
        body: RwSignal<String>,
        columns: RwSignal<Option<Vec<String>>>,
    ) -> Self {
        let texts = [title, body];
        let [title, body] = texts.map(|value| {
            let sources = Sources { value, columns, texts };
            Later::new(move || aid(sources))
        });
        Self { title, body }
    }

    /// Loads what is not there yet. That it could not be loaded is not said: nothing is lost but the aid, and the next
    /// call tries afresh.
    pub fn load(self) {
        self.title.load(|| ());
        self.body.load(|| ());
    }
}

/// A `TextBox` or `TextArea` with its aid beside it, once that is there.
pub fn liquid_box(aid: Later, field: AnyView) -> AnyView {
    view! {
        <div class="liquid">
            {field}
            {aid.show(|| ().into_any())}
        </div>
    }
    .into_any()
}
