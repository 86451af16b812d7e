//! The lines that need a look: those that cannot be read, and those that repeat an earlier one.

use std::sync::Arc;

use leptos::prelude::*;
use push_api::roster::Roster;
use push_view::view;

use crate::ui::grouped;

/// Lines of each sort that are written out; the rest is counted.
const SHOWN: usize = 50;

/// One line that needs a look.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Remark {
    line: usize,
    text: String,
    what: String,
}

/// Lists the lines that need a look; nothing when there are none.
#[component]
pub fn LineList(
    /// What the pasted text was read as.
    roster: Memo<Arc<Roster>>,
) -> impl IntoView {
    let lists = move || {
        roster.with(|roster| {
            [
                ("Lines that cannot be read", problems(roster), roster.problems.len()),
                ("Lines that repeat an earlier one", repeats(roster), roster.repeats.len()),
            ]
            .map(|(name, remarks, count)| (count > 0).then(|| list(name, remarks, count)))
        })
    };
    view! { <div class="recipient-lines">{lists}</div> }.into_any()
}

fn problems(roster: &Roster) -> Vec<Remark> {
    let problems = roster.problems.iter().take(SHOWN);
    let remark = |problem: &push_api::roster::LineProblem| Remark {
        line: problem.line,
        text: problem.text.clone(),
        what: problem.message.to_owned(),
    };
    problems.map(remark).collect()
}

fn repeats(roster: &Roster) -> Vec<Remark> {
    let repeats = roster.repeats.iter().take(SHOWN);
    let remark = |repeat: &push_api::roster::Repeat| Remark {
        line: repeat.line,
        text: String::new(),
        what: format!("the same as line {}", repeat.first),
    };
    repeats.map(remark).collect()
}

fn list(name: &'static str, remarks: Vec<Remark>, count: usize) -> AnyView {
    let rest = count.saturating_sub(remarks.len());
    let rest = (rest > 0).then(|| {
        let rest = grouped(rest.try_into().unwrap_or(u64::MAX));
        view! { <p class="recipient-rest">{format!("and {rest} more")}</p> }
    });
    let rows = remarks.into_iter().map(|Remark { line, text, what }| {
        let text = (!text.is_empty()).then(|| view! { <code dir="auto">{text}</code> });
        view! { <li><span class="recipient-line num">{format!("Line {line}")}</span> {text} <span>{what}</span></li> }
    });
    // The frame scrolls, so the keyboard has to reach it.
    view! {
        <div class="recipient-list" role="region" tabindex="0" aria-label=name>
            <h3>{name}</h3>
            <ul>{rows.collect::<Vec<_>>()}</ul>
            {rest}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_lines_are_named_by_number_and_no_more_than_fit() {
        let text = "bad line\nt,FCM\nt,FCM\n".to_owned() + &"two words\n".repeat(100);
        let roster = Roster::read(&text);
        let problems = problems(&roster);
        assert_eq!((problems.len(), problems[0].line, problems[1].line), (SHOWN, 1, 4));
        assert_eq!(problems[0].text, "bad line");
        let repeats = repeats(&roster);
        assert_eq!((repeats[0].line, repeats[0].what.as_str()), (3, "the same as line 2"));
    }
}
