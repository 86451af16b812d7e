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
    let most = spread.steps.iter().copied().max().unwrap_or_default().max(1);
    let last = spread.steps.len().saturating_sub(1);
    let bars = spread.steps.iter().enumerate().map(|(place, count)| {
        let share = format!("{}%", height(*count, most));
        let tone = if place == last && *count > 0 { "danger" } else { "accent" };
        view! { <span class="sizes-bar" data-tone=tone style:height=share></span> }
    });
    let row = spread.max_row;
    view! {
        <figure class="sizes-figure">
            <figcaption>
                <strong>{name}</strong>
                " " <span class="num">{in_words(spread)}</span>
                " " <button type="button" class="row-link" on:click=move |_| on_row.run(row)>{format!("Row {}", grouped(row.into()))}</button>
            </figcaption>
            <div class="sizes-bars" role="img" aria-label=format!("{name}: {}", in_words(spread))>{bars.collect::<Vec<_>>()}</div>
            <p class="sizes-scale num"><span>"0"</span><span>{format!("limit {} bytes", grouped(spread.limit.into()))}</span></p>
        </figure>
    }
    .into_any()
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
