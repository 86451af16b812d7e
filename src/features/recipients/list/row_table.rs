//! All rows of a list, however many: only those in sight are there, asked for as one scrolls.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use push_qa::protocol::{Line, Listed};
use push_view::view;

use crate::ui::grouped;

/// Height of a row in CSS pixels; the style sheet holds rows to it.
const ROW_HEIGHT: u32 = 36;
/// Rows that are drawn above and below those in sight.
const MARGIN: u32 = 10;
/// Tallest that browsers lay out without losing precision, in CSS pixels.
const TALLEST: u32 = 15_000_000;

/// Which rows are wanted: the first, from 0, and how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Window {
    /// The first.
    pub start: u32,
    /// How many.
    pub count: u32,
}

impl Window {
    /// The rows to draw when `top` pixels of a table of `rows` rows are scrolled away and `height` are in sight.
    pub fn at(top: u32, height: u32, rows: u32) -> Self {
        let start = (top / ROW_HEIGHT).saturating_sub(MARGIN).min(rows);
        let count = (height / ROW_HEIGHT + 2 * MARGIN + 1).min(rows - start);
        Self { start, count }
    }
}

/// Table *Recipients*. `on_window` hears which rows are wanted; `lines` are those that came.
pub fn row_table(
    list: Signal<Option<Arc<Listed>>>,
    of: Signal<u32>,
    lines: Signal<Vec<Line>>,
    on_window: Callback<Window>,
    on_open: Callback<u32>,
) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    let look = move || {
        let Some(frame) = node.get_untracked() else { return };
        let pixels = |length: i32| u32::try_from(length).unwrap_or_default();
        let window = Window::at(
            pixels(frame.scroll_top()),
            pixels(frame.client_height()).max(ROW_HEIGHT),
            of.get_untracked(),
        );
        on_window.run(window);
    };
    Effect::new(move || {
        of.track();
        list.track();
        if let Some(frame) = node.get() {
            frame.set_scroll_top(0);
            look();
        }
    });
    let names = Memo::new(move |_| {
        list.with(|list| {
            list.as_ref().map_or_else(Vec::new, |list| {
                list.columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>()
            })
        })
    });
    let heads = move || {
        let head = |name| view! { <th role="columnheader" scope="col"><span dir="auto">{name}</span></th> };
        names.get().into_iter().map(head).collect::<Vec<_>>()
    };
    let above = move || format!("{}px", lines.with(|lines| place_of(lines)) * ROW_HEIGHT);
    let below = move || {
        let end = lines.with(|lines| place_of(lines) + u32::try_from(lines.len()).unwrap_or_default());
        format!("{}px", (of.get().saturating_sub(end)).saturating_mul(ROW_HEIGHT).min(TALLEST))
    };
    let row = move |line: Line| {
        let index = line.index;
        let problem = line.problems.first().map(|kind| kind.title());
        let finding = line.findings.first().map(|kind| kind.title());
        let is_bad = problem.is_some()
            || line.findings.first().is_some_and(|kind| kind.weight() == push_qa::finding::Weight::Blocking);
        let cells =
            line.cells.into_iter().map(|cell| view! { <td role="cell"><span dir="auto">{cell}</span></td> });
        view! {
            <tr role="row" data-tone=is_bad.then_some("danger") aria-rowindex=(index + 2).to_string()>
                <th role="rowheader" scope="row" class="num">
                    <button type="button" class="row-link" on:click=move |_| on_open.run(index)>
                        <span class="visually-hidden">{"Show row "}</span>{grouped(line.row.into())}
                    </button>
                </th>
                {cells.collect::<Vec<_>>()}
                <td role="cell" class="row-remark">{problem.or(finding)}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <div class="row-frame" role="region" tabindex="0" aria-label="Rows of the list" node_ref=node on:scroll=move |_| look()>
            <table class="row-table" role="table" aria-label="Recipients of the list" aria-rowcount=move || (of.get() + 1).to_string()>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col" class="num">{"Row"}</th>
                        {heads}
                        <th role="columnheader" scope="col">{"Remark"}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <tr class="row-spacer" aria-hidden="true"><td style:height=above></td></tr>
                    <For each=move || lines.get() key=|line| format!("{line:?}") children=row />
                    <tr class="row-spacer" aria-hidden="true"><td style:height=below></td></tr>
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

fn place_of(lines: &[Line]) -> u32 {
    lines.first().map_or(0, |line| line.index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_in_sight_are_drawn_with_a_margin_and_never_more_than_there_are() {
        let table = [
            ("nothing", (0, 360, 0), (0, 0)),
            ("the top", (0, 360, 10_000), (0, 31)),
            ("a short list", (0, 360, 7), (0, 7)),
            ("the middle", (36 * 5_000, 360, 10_000), (4_990, 31)),
            ("the end", (36 * 9_990, 360, 10_000), (9_980, 20)),
            ("beyond", (36 * 20_000, 360, 10_000), (10_000, 0)),
        ];
        for (name, (top, height, rows), (start, count)) in table {
            assert_eq!(Window::at(top, height, rows), Window { start, count }, "{name}");
        }
    }
}
