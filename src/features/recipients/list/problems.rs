//! What is wrong with a list, most fundamental first, each with its rows and a way to get them as a file.

use std::sync::Arc;

use leptos::prelude::*;
use push_qa::problem::{Problem, ProblemKind};
use push_qa::protocol::Listed;
use push_view::view;

use crate::ui::{Button, ButtonKind, Glyph, Icon, grouped};

/// The problems; nothing when there are none. `on_download` gets the kind whose rows are wanted.
pub fn problems(
    list: Signal<Option<Arc<Listed>>>,
    on_download: Callback<ProblemKind>,
    without_duplicates: RwSignal<bool>,
) -> AnyView {
    let problems = Memo::new(move |_| {
        list.with(|list| list.as_ref().map_or_else(Vec::new, |list| list.problems.clone()))
    });
    let items = move || {
        let items = problems.get().into_iter().map(|problem| item(problem, on_download, without_duplicates));
        items.collect::<Vec<_>>()
    };
    view! {
        <ul class="list-problems" aria-label="Problems of the list">{items}</ul>
    }
    .into_any()
}

fn item(problem: Problem, on_download: Callback<ProblemKind>, without_duplicates: RwSignal<bool>) -> AnyView {
    let kind = problem.kind;
    let (tone, glyph) = if kind.is_blocking() { ("danger", Glyph::Stop) } else { ("warn", Glyph::Warning) };
    let count = (problem.count > 0).then(|| format!(" ({})", grouped(problem.count.into())));
    let rows = (!problem.rows.is_empty()).then(|| {
        view! { <p class="list-problem-rows num">{row_list(&problem)}</p> }
    });
    let download = (problem.count > 0).then(|| {
        view! {
            <Button kind=ButtonKind::Quiet on_click=move |()| on_download.run(kind)>
                "Download these rows" <span class="visually-hidden">{format!(": {}", kind.title())}</span>
            </Button>
        }
    });
    let leave_out = (kind == ProblemKind::Duplicate).then(|| {
        view! {
            <Button kind=ButtonKind::Quiet on_click=move |()| without_duplicates.set(true)>"Leave the repeats out"</Button>
        }
    });
    view! {
        <li class="list-problem" data-tone=tone>
            <Icon glyph />
            <div>
                <p><strong>{kind.title()}</strong>{count}{names(&problem)}</p>
                <p class="muted">{kind.advice()}</p>
                {rows}
                <div class="cluster">{download}{leave_out}</div>
            </div>
        </li>
    }
    .into_any()
}

fn names(problem: &Problem) -> Option<String> {
    (!problem.columns.is_empty()).then(|| format!(": {}", problem.columns.join(", ")))
}

/// The first rows by their numbers in the spreadsheet, and how many more there are.
fn row_list(problem: &Problem) -> String {
    let numbers: Vec<String> = problem.rows.iter().map(|row| grouped((*row).into())).collect();
    let word = if problem.count == 1 { "Row" } else { "Rows" };
    let more = u64::from(problem.count).saturating_sub(numbers.len() as u64);
    let more = if more > 0 { format!(" and {} more", grouped(more)) } else { String::new() };
    format!("{word} {}{more}", numbers.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_named_and_the_rest_is_counted() {
        let of = |count, rows: &[u32]| {
            row_list(&Problem { kind: ProblemKind::BadCell, columns: vec![], count, rows: rows.to_vec() })
        };
        assert_eq!(of(1, &[7]), "Row 7");
        assert_eq!(of(3, &[2, 3, 1204]), "Rows 2, 3, 1,204");
        assert_eq!(of(5_003, &[2, 3, 4]), "Rows 2, 3, 4 and 5,000 more");
    }
}
