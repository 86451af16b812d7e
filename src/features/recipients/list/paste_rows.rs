//! Rows that are pasted from a spreadsheet or another program, read as a file with the same content would be.

use leptos::prelude::*;
use push_view::view;
use web_sys::File;

use crate::platform::file;
use crate::ui::{Button, Disclosure, Message, TextArea};

/// What such a list is called.
const NAME: &str = "Pasted rows";

/// The box. `on_file` gets its text as a file; what was pasted stays where it is.
pub fn paste_rows(on_file: Callback<File>) -> AnyView {
    let text = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<&str>);
    let read = move |()| {
        let is_blank = text.with_untracked(|text| text.trim().is_empty());
        let file = if is_blank { None } else { text.with_untracked(|text| file::of_text(NAME, text)) };
        fault.set(match (is_blank, &file) {
            (true, _) => Some("Paste some rows first, the names of the columns above them."),
            (false, None) => {
                Some("This browser cannot read pasted rows. Save them as a CSV file and choose that.")
            }
            (false, Some(_)) => None,
        });
        if let Some(file) = file {
            on_file.run(file);
        }
    };
    let messages = Signal::derive(move || fault.get().map(Message::blocking).into_iter().collect::<Vec<_>>());
    view! {
        <Disclosure summary="Paste rows instead">
            <div class="stack">
                <TextArea label="Rows" value=text messages rows=5 code=true
                    placeholder="token\tprovider\tfirst_name"
                    hint="As copied from a spreadsheet, or as CSV or JSON. The first row names the columns." />
                <div class="cluster"><Button on_click=read>"Read these rows"</Button></div>
            </div>
        </Disclosure>
    }
    .into_any()
}
