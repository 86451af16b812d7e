//! Rows under headings, from columns that are data. On a narrow screen each row becomes a card.

use std::sync::Arc;

use leptos::prelude::*;
use push_view::view;

/// One column: its heading, and how a cell is drawn from a row.
pub struct Column<T> {
    header: &'static str,
    class: &'static str,
    draw: Arc<dyn Fn(&T) -> AnyView + Send + Sync>,
}

impl<T> Column<T> {
    /// A column headed `header` whose cells are drawn by `draw`, as text or any view.
    pub fn new<V: IntoAny>(header: &'static str, draw: impl Fn(&T) -> V + Send + Sync + 'static) -> Self {
        Self { header, class: "", draw: Arc::new(move |row| draw(row).into_any()) }
    }

    /// Classes of its cells and its heading: `num`, `mono`, `nowrap`, `actions`, or a feature's own.
    #[must_use]
    pub fn class(self, class: &'static str) -> Self {
        Self { class, ..self }
    }
}

/// A row without its type, so that one piece of code draws every table.
#[derive(Clone)]
struct Row {
    key: String,
    draw: Arc<dyn Fn() -> AnyView + Send + Sync>,
}

/// A table. With `href` the first cell is a link that covers its whole row.
#[component]
pub fn Table<T>(
    /// Its name.
    #[prop(into)]
    name: Signal<String>,
    /// The columns in order.
    columns: Vec<Column<T>>,
    /// The rows in order.
    #[prop(into)]
    rows: Signal<Vec<T>>,
    /// What tells a row from others *and* from its own earlier states: rows of the same key are not drawn again.
    key: fn(&T) -> String,
    /// Where a row leads.
    #[prop(optional)]
    href: Option<fn(&T) -> String>,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
{
    let headers = columns.iter().map(|column| (column.header, column.class)).collect();
    let columns = Arc::new(columns);
    let rows = Signal::derive(move || {
        rows.with(|rows| {
            let erase = |row: &T| {
                let (key, row, columns) = (key(row), row.clone(), columns.clone());
                Row { key, draw: Arc::new(move || draw_row(&columns, &row, href)) }
            };
            rows.iter().map(erase).collect::<Vec<Row>>()
        })
    });
    frame(name, headers, rows)
}

fn draw_row<T>(columns: &[Column<T>], row: &T, href: Option<fn(&T) -> String>) -> AnyView {
    let mut link = href.map(|href| href(row));
    let cells =
        columns.iter().map(|column| cell(column.header, column.class, (column.draw)(row), link.take()));
    view! { <tr role="row">{cells.collect::<Vec<_>>()}</tr> }.into_any()
}

fn cell(header: &'static str, class: &'static str, content: AnyView, link: Option<String>) -> AnyView {
    let content = match link {
        Some(href) => view! { <a class="table-link" href=href>{content}</a> }.into_any(),
        None => content,
    };
    // Roles are written out, because a table laid out as cards would lose its own in some browsers.
    view! {
        <td role="cell" class=class>
            <span class="table-label" aria-hidden="true">{header}</span>
            <div class="table-value">{content}</div>
        </td>
    }
    .into_any()
}

fn frame(
    name: Signal<String>,
    headers: Vec<(&'static str, &'static str)>,
    rows: Signal<Vec<Row>>,
) -> AnyView {
    let headers = headers.into_iter().map(|(header, class)| {
        view! { <th role="columnheader" scope="col" class=class>{header}</th> }.into_any()
    });
    view! {
        <div class="table-frame">
            <table class="table" role="table" aria-label=move || name.get()>
                <thead role="rowgroup">
                    <tr role="row">{headers.collect::<Vec<_>>()}</tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=move || rows.get() key=|row| row.key.clone() children=|row| (row.draw)() />
                </tbody>
            </table>
        </div>
    }
    .into_any()
}
