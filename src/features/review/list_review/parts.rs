//! The sends of a list: which rows each holds, how many bytes, and what became of it.

use leptos::prelude::*;
use push_api::history::SendState;
use push_api::run::{Run, Tally};
use push_qa::batch::Batch;
use push_view::view;

use crate::route::Route;
use crate::ui::{Badge, Progress, Segment, Tone, grouped};

/// The sends, by the run when it has begun, by the split before.
pub fn run_view(run: Option<&Run>, batches: &[Batch]) -> AnyView {
    let progress = run.map(|run| {
        let segments = segments(&run.tally());
        view! { <Progress label="Recipients by what became of their send" segments=segments /> }
    });
    let rows = batches.iter().enumerate().map(|(place, batch)| {
        let state = run.and_then(|run| run.parts.get(place)).and_then(|part| part.state.as_ref());
        view! {
            <tr>
                <th scope="row" class="num">{grouped(place as u64 + 1)}</th>
                <td class="num">{format!("{}–{}", grouped(batch.first_row.into()), grouped(batch.last_row.into()))}</td>
                <td class="num">{grouped(batch.count.into())}</td>
                <td class="num">{grouped(batch.bytes.into())}</td>
                <td>{state_view(state)}</td>
            </tr>
        }
    });
    view! {
        {progress}
        <div class="list-frame" role="region" tabindex="0" aria-label="Sends of the list">
            <table class="list-table" aria-label="Sends">
                <thead>
                    <tr><th scope="col" class="num">{"Send"}</th><th scope="col" class="num">{"Rows"}</th>
                        <th scope="col" class="num">{"Recipients"}</th><th scope="col" class="num">{"Bytes"}</th><th scope="col">{"State"}</th></tr>
                </thead>
                <tbody>{rows.collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn segments(tally: &Tally) -> Vec<Segment> {
    let tones = [Tone::Ok, Tone::Accent, Tone::Danger, Tone::Warn, Tone::Neutral];
    let shares = tally.shares().into_iter().zip(tones);
    shares.map(|((label, share), tone)| Segment::new(label, share.recipients.into(), tone)).collect()
}

fn state_view(state: Option<&SendState>) -> AnyView {
    match state {
        None => view! { <Badge>"Not sent yet"</Badge> }.into_any(),
        Some(SendState::Leaving) => view! { <Badge tone=Tone::Accent>"On its way"</Badge> }.into_any(),
        Some(SendState::Accepted { operation_id }) => {
            let href = Route::operation(operation_id.clone()).href();
            view! { <Badge tone=Tone::Ok>"Accepted"</Badge> " " <a href=href>"Operation"</a> }.into_any()
        }
        Some(SendState::Refused { reason }) => {
            view! { <Badge tone=Tone::Danger>"Refused"</Badge> " " <span class="muted">{reason.clone()}</span> }.into_any()
        }
        Some(SendState::Unknown { reason }) => {
            view! {
                <Badge tone=Tone::Warn>"Unknown"</Badge> " "
                <span class="muted">{reason.clone()} " It may have been sent and is not sent again. Look in Operations."</span>
            }
            .into_any()
        }
    }
}
