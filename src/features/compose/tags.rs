//! Tags as rows of a key and a value, with buttons that add and remove a row.

use leptos::prelude::*;
use push_api::limits::MAX_TAGS;
use push_view::view;

use crate::ui::{Button, ButtonKind, Glyph, Icon, Message, element_id};

/// One row. Its number stays with it, so that removing another row does not disturb the typing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TagRow {
    number: usize,
    /// Key as typed.
    pub key: String,
    /// Value as typed.
    pub value: String,
}

impl TagRow {
    /// Rows of the tags of a draft.
    pub fn list(tags: Vec<(String, String)>) -> Vec<Self> {
        tags.into_iter().enumerate().map(|(number, (key, value))| Self { number, key, value }).collect()
    }

    /// An empty row after these.
    fn after(rows: &[Self]) -> Self {
        let number = rows.iter().map(|row| row.number + 1).max().unwrap_or_default();
        Self { number, ..Self::default() }
    }
}

/// Which half of a row.
#[derive(Clone, Copy)]
enum Half {
    Key,
    Value,
}

/// The rows.
#[component]
pub fn TagRows(
    /// What is in the boxes.
    rows: RwSignal<Vec<TagRow>>,
    /// What is wrong with them.
    #[prop(into)]
    messages: Signal<Vec<Message>>,
) -> impl IntoView {
    let messages_id = element_id("tags");
    let described_by = messages_id.clone();
    let is_invalid = Memo::new(move |_| messages.read().iter().any(Message::is_blocking));
    let is_full = Signal::derive(move || rows.read().len() >= MAX_TAGS);
    let add = move |()| rows.update(|rows| rows.push(TagRow::after(rows)));
    let row = move |number: usize| {
        let place = Memo::new(move |_| rows.read().iter().position(|row| row.number == number));
        let name = move |part: &str| format!("Tag {} {part}", place.get().map_or(1, |place| place + 1));
        let half = move |half: Half, described_by: String| {
            let (part, example) = match half {
                Half::Key => ("key", "campaign"),
                Half::Value => ("value", "spring"),
            };
            let text = move || {
                rows.with(|rows| {
                    let row = rows.iter().find(|row| row.number == number);
                    row.map(|row| if matches!(half, Half::Key) { &row.key } else { &row.value }).cloned()
                })
            };
            let write = move |text: String| {
                rows.update(|rows| {
                    let Some(row) = rows.iter_mut().find(|row| row.number == number) else { return };
                    *(if matches!(half, Half::Key) { &mut row.key } else { &mut row.value }) = text;
                });
            };
            view! {
                <input class="box" type="text" autocomplete="off" placeholder=example
                    aria-label=move || name(part) aria-describedby=described_by
                    aria-invalid=move || is_invalid.get().then_some("true")
                    prop:value=move || text().unwrap_or_default()
                    on:input:target=move |event| write(event.target().value()) />
            }
        };
        let remove = move |_| rows.update(|rows| rows.retain(|row| row.number != number));
        view! {
            <li class="tag-row">
                {half(Half::Key, described_by.clone())}
                {half(Half::Value, described_by.clone())}
                <button class="button" type="button" data-kind="quiet" data-compact="" title="Remove" on:click=remove>
                    <Icon glyph=Glyph::Trash />
                    <span class="visually-hidden">{move || name("remove")}</span>
                </button>
            </li>
        }
        .into_any()
    };
    let remarks = move || {
        messages.get().into_iter().map(|message| {
            let tone = if message.is_blocking() { "danger" } else { "warn" };
            let glyph = if message.is_blocking() { Glyph::Stop } else { Glyph::Warning };
            view! { <p class="field-message" data-tone=tone><Icon glyph /> <span>{message.text}</span></p> }
        }).collect::<Vec<_>>()
    };
    view! {
        <fieldset class="field tags">
            <legend class="field-label">"Tags"</legend>
            <p class="field-hint">"To find this push again. At most 10, each a key and a value."</p>
            <ul class="tag-rows">
                <For each=move || rows.get().into_iter().map(|row| row.number) key=|number| *number children=row />
            </ul>
            <div class="field-messages" id=messages_id aria-live="polite">{remarks}</div>
            <div class="cluster">
                <Button kind=ButtonKind::Quiet icon=Glyph::Add disabled=is_full on_click=add>"Add a tag"</Button>
            </div>
        </fieldset>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_row_never_takes_the_number_of_a_living_one() {
        let mut rows = TagRow::list(vec![("a".into(), "1".into()), ("b".into(), "2".into())]);
        rows.remove(0);
        let added = TagRow::after(&rows);
        assert_eq!((added.number, TagRow::after(&[]).number), (2, 0));
    }
}
