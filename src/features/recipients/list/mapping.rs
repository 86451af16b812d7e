//! The columns of a list: what each holds, what it is for, and how its cells are read.

use std::sync::Arc;

use leptos::prelude::*;
use push_qa::column::{CellType, Choice, Column, Role};
use push_qa::protocol::Listed;
use push_view::view;

use crate::ui::grouped;

/// Table *Columns*. `on_change` gets the choices of all columns when a person changes one.
pub fn mapping(list: Signal<Option<Arc<Listed>>>, on_change: Callback<Vec<Choice>>) -> AnyView {
    let columns = Memo::new(move |_| {
        list.with(|list| list.as_ref().map_or_else(Vec::new, |list| list.columns.clone()))
    });
    let row = move |(place, column): (usize, Column)| {
        let change = move |change: &dyn Fn(&mut Choice)| {
            let mut choices: Vec<Choice> =
                columns.with_untracked(|columns| columns.iter().map(choice_of).collect());
            if let Some(choice) = choices.get_mut(place) {
                change(choice);
                on_change.run(choices);
            }
        };
        let name = if column.name.is_empty() { format!("Column {}", place + 1) } else { column.name.clone() };
        let roles = Role::ALL.into_iter().map(|role| option(role.label(), role == column.role));
        let types =
            types_of(column.cells).into_iter().map(|cells| option(cells.label(), cells == column.cells));
        let take_role = move |text: String| {
            if let Some(role) = Role::ALL.into_iter().find(|role| role.label() == text) {
                change(&|choice| choice.role = role);
            }
        };
        let take_type = move |text: String| {
            if let Some(cells) = CellType::CHOICES.into_iter().find(|cells| cells.label() == text) {
                change(&|choice| choice.cells = cells);
            }
        };
        view! {
            <tr>
                <th scope="row"><span dir="auto">{name.clone()}</span></th>
                <td><code class="list-sample" dir="auto">{column.sample}</code></td>
                <td class="num">{grouped(column.filled.into())}</td>
                <td>
                    <select class="box" aria-label=format!("Use of {name}") on:change:target=move |event| take_role(event.target().value())>
                        {roles.collect::<Vec<_>>()}
                    </select>
                </td>
                <td>
                    <select class="box" aria-label=format!("Type of {name}") disabled=column.role != Role::Variable
                        on:change:target=move |event| take_type(event.target().value())>
                        {types.collect::<Vec<_>>()}
                    </select>
                </td>
            </tr>
        }
        .into_any()
    };
    view! {
        <div class="list-frame" role="region" tabindex="0" aria-label="Columns of the list">
            <table class="list-table" aria-label="Columns">
                <thead>
                    <tr><th scope="col">{"Column"}</th><th scope="col">{"First value"}</th><th scope="col" class="num">{"Filled"}</th>
                        <th scope="col">{"Use"}</th><th scope="col">{"Read as"}</th></tr>
                </thead>
                <tbody>
                    <For each=move || columns.get().into_iter().enumerate()
                        key=|(place, column)| format!("{place} {column:?}") children=row />
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

fn choice_of(column: &Column) -> Choice {
    Choice { role: column.role, cells: column.cells }
}

/// What a person can choose; a column of JSON stays one.
fn types_of(cells: CellType) -> Vec<CellType> {
    match cells {
        CellType::Json => vec![CellType::Json],
        _ => CellType::CHOICES.to_vec(),
    }
}

fn option(label: &'static str, is_chosen: bool) -> AnyView {
    view! { <option value=label prop:selected=is_chosen>{label}</option> }.into_any()
}
