//! How the estimated sizes are spread over the list: a bar for each step up to the limit, and one above it.

use leptos::prelude::*;
use push_qa::summary::{Spread, Summary};
use push_view::view;

use crate::ui::grouped;

/// The sizes by provider.
pub fn sizes(summary: &Summary, on_row: Callback<u32>) -> AnyView {
    let spreads = [("APNs", &summary.apns), ("FCM", &summary.fcm)];
    let drawn = spreads.into_iter().filter_map(|(name, spread)| Some(one(name, spread.as_ref()?, on_row)));
    let drawn: Vec<_> = drawn.collect();
    view! {
        <div class="sizes">
            {drawn}
            <p class="muted">"Estimated from the text: the upstream makes the payload. Room for what it adds is kept free."</p>
        </div>
    }
    .into_any()
}

fn one(name: &'static str, spread: &Spread, on_row: Callback<u32>) -> AnyView {
    let (within, beyond) = bars(&spread.steps);
    let width = spread.steps.len().max(1);
    let row = spread.max_row;
    view! {
        <figure class="sizes-figure">
            <figcaption>
                <strong>{name}</strong>
                " " <span class="num">{in_words(spread)}</span>
                " " <button type="button" class="row-link" on:click=move |_| on_row.run(row)>{format!("Row {}", grouped(row.into()))}</button>
            </figcaption>
            <svg class="sizes-bars" role="img" aria-label=format!("{name}: {}", in_words(spread))
                viewBox=format!("0 0 {width} 100") preserveAspectRatio="none">
                <path d=within></path>
                <path d=beyond data-tone="danger"></path>
            </svg>
            <p class="sizes-scale num"><span>"0"</span><span>{format!("limit {} bytes", grouped(spread.limit.into()))}</span></p>
        </figure>
    }
    .into_any()
}

/// The bars as two outlines, in columns of width 1 and to a height of 100: up to the limit, and above it. An element
/// for each bar would cost ten times as much to lay out.
fn bars(steps: &[u32]) -> (String, String) {
    let most = steps.iter().copied().max().unwrap_or_default().max(1);
    let bar = |(place, count): (usize, &u32)| match height(*count, most) {
        0 => String::new(),
        height => format!("M{place}.1 100V{}h.8V100", 100 - height),
    };
    let (last, within) = steps.split_last().map_or((None, steps), |(last, within)| (Some(last), within));
    let beyond = last.map(|last| bar((within.len(), last))).unwrap_or_default();
    (within.iter().enumerate().map(bar).collect(), beyond)
}

/// Per cent of the tallest bar; a bar of anything at all can be seen.
fn height(count: u32, most: u32) -> u32 {
    if count == 0 { 0 } else { (count * 100 / most).max(3) }
}

fn in_words(spread: &Spread) -> String {
    let figures = format!(
        "about {} to {} bytes, half of them at most {}.",
        grouped(spread.min.into()),
        grouped(spread.max.into()),
        grouped(spread.median.into())
    );
    match spread.over {
        0 => format!("{figures} All fit. The largest:"),
        1 => format!("{figures} 1 is too large. The largest:"),
        over => format!("{figures} {} are too large. The largest:", grouped(over.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_recipient_among_many_still_has_a_bar() {
        assert_eq!([height(0, 9_000), height(1, 9_000), height(9_000, 9_000)], [0, 3, 100]);
    }

    #[test]
    fn bars_stand_in_their_columns_and_those_above_the_limit_apart() {
        let (within, beyond) = bars(&[0, 10, 5, 1]);
        assert_eq!(within, "M1.1 100V0h.8V100M2.1 100V50h.8V100");
        assert_eq!(beyond, "M3.1 100V90h.8V100");
        assert_eq!(bars(&[4, 0]), ("M0.1 100V0h.8V100".to_owned(), String::new()));
        assert_eq!(bars(&[]), (String::new(), String::new()));
    }

    #[test]
    fn what_does_not_fit_is_said_in_words() {
        let spread = |over| Spread {
            recipients: 3,
            min: 100,
            median: 1_200,
            max: 5_000,
            max_row: 7,
            limit: 4_096,
            over,
            steps: vec![],
        };
        assert_eq!(
            in_words(&spread(0)),
            "about 100 to 5,000 bytes, half of them at most 1,200. All fit. The largest:"
        );
        assert!(in_words(&spread(1)).contains("1 is too large"));
        assert!(in_words(&spread(2)).contains("2 are too large"));
    }
}
