//! A question that has to be answered before anything else: the browser's own modal dialog.

use leptos::ev::{Event, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use push_view::view;

use super::binding::Binding;
use super::element_id::element_id;
use super::icon::{Glyph, Icon};

/// A modal dialog. Its content is made anew at each opening; the focus returns to where it was.
#[component]
pub fn Dialog(
    /// Its heading and its name.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is open: an `RwSignal<bool>`, or a signal with a closure that hears of closing.
    #[prop(into)]
    open: Binding<bool>,
    /// True while what it started is under way: neither Escape nor the cross closes it.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Its buttons, the main one last.
    #[prop(optional, into)]
    footer: Option<ViewFn>,
    /// Its content.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let title_id = element_id("dialog");
    let heading_id = title_id.clone();
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            // It can only fail for an element outside of the page, and then there is nothing to show.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let close = move || {
        if !busy.get_untracked() {
            open.set(false);
        }
    };
    // Chromium lets a second Escape through whatever `cancel` says, so the key itself is stopped too.
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && busy.get_untracked() {
            event.prevent_default();
        }
    };
    let on_cancel = move |event: Event| {
        event.prevent_default();
        close();
    };
    let content = move || {
        open.get().then(|| {
            let footer =
                footer.as_ref().map(|footer| view! { <footer class="dialog-footer">{footer.run()}</footer> });
            view! {
                <div class="dialog-content">{children()}</div>
                {footer}
            }
        })
    };
    view! {
        <dialog
            class="dialog"
            node_ref=node
            aria-labelledby=title_id
            aria-busy=move || busy.get().then_some("true")
            on:keydown=on_key
            on:cancel=on_cancel
            on:close:target=move |event| {
                // It is told late: by now the dialog may be open again.
                if open.get_untracked() && !event.target().open() {
                    open.set(false);
                }
            }
        >
            <header class="dialog-header">
                // The heading takes the focus first: it is read out, and Enter does nothing by accident.
                <h2 class="dialog-title" id=heading_id tabindex="-1" autofocus>
                    {move || title.get()}
                </h2>
                <button
                    class="button"
                    type="button"
                    data-kind="quiet"
                    data-compact=""
                    disabled=move || busy.get()
                    on:click=move |_| close()
                >
                    <Icon glyph=Glyph::Close />
                    <span class="visually-hidden">{"Close"}</span>
                </button>
            </header>
            {content}
        </dialog>
    }
    .into_any()
}
