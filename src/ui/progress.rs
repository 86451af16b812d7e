//! How a whole is divided: a bar of segments with a legend that says the same in words.

use leptos::prelude::*;
use push_view::view;

use super::number::grouped;
use super::tone::Tone;

/// One part of the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// What it is, such as *Delivered*.
    pub label: String,
    /// How many.
    pub count: u64,
    /// What its colour means.
    pub tone: Tone,
}

impl Segment {
    /// A part named `label`, `count` strong.
    pub fn new(label: impl Into<String>, count: u64, tone: Tone) -> Self {
        Self { label: label.into(), count, tone }
    }
}

/// A stacked bar. Segments of nothing keep their place in the legend and take no room in the bar.
#[component]
pub fn Progress(
    /// Its name, such as *Notifications by state*.
    #[prop(into)]
    label: Signal<String>,
    /// The parts in order.
    #[prop(into)]
    segments: Signal<Vec<Segment>>,
) -> impl IntoView {
    let words = move || {
        let part = |part: &Segment| [part.label.as_str(), &grouped(part.count)].join(" ");
        let parts: Vec<String> = segments.with(|segments| segments.iter().map(part).collect());
        [label.get(), parts.join(", ")].join(": ")
    };
    let bar =
        move || segments.get().into_iter().filter(|part| part.count > 0).map(bar_part).collect::<Vec<_>>();
    let legend = move || segments.get().into_iter().map(legend_part).collect::<Vec<_>>();
    view! {
        <div class="progress">
            <div class="progress-bar" role="img" aria-label=words>
                {bar}
            </div>
            <dl class="progress-legend">{legend}</dl>
        </div>
    }
    .into_any()
}

fn bar_part(part: Segment) -> AnyView {
    view! { <span class="progress-part" data-tone=part.tone.name() style:flex-grow=part.count.to_string()></span> }
        .into_any()
}

fn legend_part(part: Segment) -> AnyView {
    view! {
        <div class="progress-item" data-tone=part.tone.name()>
            <dt>{part.label}</dt>
            <dd>{grouped(part.count)}</dd>
        </div>
    }
    .into_any()
}
