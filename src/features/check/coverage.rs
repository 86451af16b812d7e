//! Which branches of the template are taken, and how every variable fares.

use leptos::prelude::*;
use push_qa::summary::{Branch, Summary, Variable};
use push_view::view;

use crate::ui::grouped;

/// Branches and variables; nothing when the text has neither.
pub fn coverage(summary: &Summary) -> AnyView {
    let branches = (!summary.branches.is_empty()).then(|| {
        let taken = summary.branches.iter().filter(|branch| branch.taken > 0).count();
        let items = summary.branches.iter().map(branch).collect::<Vec<_>>();
        view! {
            <p>{format!("{taken} of {} branches are taken by somebody.", summary.branches.len())}</p>
            <ul class="branches" aria-label="Branches">{items}</ul>
        }
    });
    let variables = (!summary.variables.is_empty()).then(|| {
        let items = summary.variables.iter().map(variable).collect::<Vec<_>>();
        view! { <ul class="branches" aria-label="Variables">{items}</ul> }
    });
    view! { {branches} {variables} }.into_any()
}

fn branch(branch: &Branch) -> AnyView {
    let tone = if branch.taken == 0 { "warn" } else { "ok" };
    let count = match branch.taken {
        0 => "nobody".to_owned(),
        taken => grouped(taken.into()),
    };
    let place = format!("{}, line {}, column {}", branch.text, branch.line, branch.column);
    view! {
        <li data-tone=tone>
            <code>{branch.tag.clone()} " " {branch.markup.clone()}</code>
            <span class="muted">{place}</span>
            <span class="num">{count}</span>
        </li>
    }
    .into_any()
}

fn variable(variable: &Variable) -> AnyView {
    let is_bad = variable.is_unknown || variable.missing > 0;
    view! {
        <li data-tone=if is_bad { "warn" } else { "ok" }>
            <code>{variable.path.clone()}</code>
            <span>{fate(variable)}</span>
        </li>
    }
    .into_any()
}

/// How a variable fares, in words.
fn fate(variable: &Variable) -> String {
    let mut words = Vec::new();
    if variable.is_unknown {
        words.push(match &variable.near {
            Some(near) => format!("no such column; did you mean {near}?"),
            None => "no such column".to_owned(),
        });
    }
    if variable.missing > 0 {
        words.push(format!("missing for {}", grouped(variable.missing.into())));
    }
    if variable.defaulted > 0 {
        words.push(format!("a default for {}", grouped(variable.defaulted.into())));
    }
    if words.is_empty() { "there for everybody".to_owned() } else { words.join("; ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fate_of_a_variable_is_told_in_words() {
        let variable = |missing, defaulted, near: Option<&str>| Variable {
            path: "x".into(),
            missing,
            defaulted,
            is_unknown: near.is_some(),
            near: near.filter(|near| !near.is_empty()).map(str::to_owned),
        };
        let table = [
            (variable(0, 0, None), "there for everybody"),
            (variable(1_000, 0, None), "missing for 1,000"),
            (
                variable(3, 2, Some("name")),
                "no such column; did you mean name?; missing for 3; a default for 2",
            ),
            (variable(0, 0, Some("")), "no such column"),
        ];
        for (variable, words) in table {
            assert_eq!(fate(&variable), words);
        }
    }
}
