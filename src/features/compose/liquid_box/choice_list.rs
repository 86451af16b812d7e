//! What can be written where the caret is, as a list under the box. The keyboard stays in the box.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use push_view::view;

use super::completion::Choice;
use super::editor::Editor;
use crate::platform::page;
use crate::ui::element_id;

/// The list while something is offered, and words about it for those who do not see it.
pub fn choice_list(editor: Editor) -> AnyView {
    let Editor { offer, active, .. } = editor;
    let list_id = element_id("choices");
    let option_id = {
        let list_id = list_id.clone();
        move |index: usize| [list_id.as_str(), "-", &index.to_string()].concat()
    };
    let (active_id, own_list) = (option_id.clone(), list_id.clone());
    Effect::new(move |_| {
        let is_open = offer.with(Option::is_some);
        let id = active_id(active.get());
        editor.mark("aria-controls", is_open.then_some(own_list.as_str()));
        editor.mark("aria-activedescendant", is_open.then_some(id.as_str()));
        if is_open {
            page::reveal(&id);
        }
    });
    let list = move || {
        offer.get().map(|offer| {
            let options = offer.choices.into_iter().enumerate();
            let options = options.map(|(index, choice)| option(editor, option_id(index), index, choice));
            view! {
                <ul class="liquid-choices" role="listbox" id=list_id.clone() aria-label=offer.what>
                    {options.collect::<Vec<_>>()}
                </ul>
            }
        })
    };
    let words = move || {
        offer.with(|offer| {
            offer.as_ref().map(|offer| {
                let count = offer.choices.len();
                format!("{}: {count}. Arrow keys choose, Enter takes one, Escape closes.", offer.what)
            })
        })
    };
    view! {
        {list}
        <p class="visually-hidden" role="status">{words}</p>
    }
    .into_any()
}

fn option(editor: Editor, id: String, index: usize, choice: Choice) -> AnyView {
    let is_active = move || if editor.active.get() == index { "true" } else { "false" };
    view! {
        <li
            role="option"
            id=id
            aria-selected=is_active
            dir="auto"
            // Keeps the focus where it is.
            on:mousedown=move |event: MouseEvent| event.prevent_default()
            on:click=move |_| editor.take(index)
        >
            {choice.label}
        </li>
    }
    .into_any()
}
