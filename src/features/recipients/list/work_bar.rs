//! An import on its way: how far it is, how long it will take, and a button that stops it.

use leptos::prelude::*;
use push_view::view;

use crate::audience::Work;
use crate::ui::{Button, grouped};

/// The bar; nothing while nothing is on its way. `what` is what is being done, such as `Reading the list`.
pub fn work_bar(what: &'static str, work: Signal<Option<Work>>, on_cancel: Callback<()>) -> AnyView {
    let is_on = Memo::new(move |_| work.read().is_some());
    let share = move || {
        work.get().filter(|work| work.of > 0).map(|work| (work.done as f64 / work.of as f64).to_string())
    };
    let words = move || work.get().map(|work| in_words(&work));
    move_or_nothing(is_on, move || {
        view! {
            <div class="work">
                <progress class="work-bar" aria-label=what max="1" value=share></progress>
                <p class="work-words num">{what} " … " {words}</p>
                <Button on_click=move |()| on_cancel.run(())>"Cancel"</Button>
            </div>
        }
        .into_any()
    })
}

fn move_or_nothing(is_on: Memo<bool>, draw: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    (move || is_on.get().then(&draw)).into_any()
}

fn in_words(work: &Work) -> String {
    let rows = format!("{} rows", grouped(work.rows.into()));
    match work.seconds_left() {
        Some(seconds) => format!("{rows}, about {} s left", grouped(seconds)),
        None => rows,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_the_time_left_are_told() {
        let work = Work { done: 25, of: 100, rows: 2_500, begun_at: 0, now: 1_000 };
        assert_eq!(in_words(&work), "2,500 rows, about 3 s left");
        assert_eq!(in_words(&Work::begun(0)), "0 rows");
    }
}
