//! What the dialog says after a try that did not end well: certainly not sent, or not known.

use leptos::prelude::*;
use push_api::history::SendRecord;
use push_view::view;

use super::stage::Stage;
use super::unknown_sends::{UNKNOWN_TITLE, in_words};
use crate::platform::clock;
use crate::route::{OperationsView, Route};
use crate::ui::{Banner, Disclosure, ErrorPanel, ErrorView, Tone};

/// What became of the last try; nothing while there is nothing to say.
pub fn aftermath(stage: &Stage) -> Option<AnyView> {
    match stage {
        Stage::Ready | Stage::InFlight | Stage::Accepted(_) => None,
        Stage::NotSent { why, .. } => {
            let why = why.clone();
            Some(
                view! { <p class="review-verdict">"Nothing was sent."</p> <ErrorPanel error=why /> }
                    .into_any(),
            )
        }
        Stage::Unknown { record, why } => Some(unknown(record, why.clone())),
    }
}

fn unknown(record: &SendRecord, why: ErrorView) -> AnyView {
    let what = in_words(record);
    let key = record.key.clone();
    let detail = why.detail.map(|detail| {
        view! {
            <Disclosure summary="Detail">
                <p class="error-detail">{detail}</p>
            </Disclosure>
        }
    });
    view! {
        <Banner tone=Tone::Danger urgent=true title=UNKNOWN_TITLE>
            <p>{what}</p>
            <p>{why.title} ": " {why.meaning}</p>
            <p>
                "Before you send it again, look in "
                <a href=Route::Operations(OperationsView::default()).href()>"Operations"</a>
                " for one of that time. The console never repeats a send by itself."
            </p>
            <p>"Its key: " <code>{key}</code></p>
            {detail}
        </Banner>
    }
    .into_any()
}

/// What is said before these very bytes are tried once more. `record` is that of the earlier try.
pub fn tried_before(record: &SendRecord) -> Option<AnyView> {
    record.is_unknown().then(|| {
        let when = clock::show_ms(record.confirmed_at);
        view! {
            <Banner tone=Tone::Warn title="This very push was confirmed before">
                <p>
                    {format!("Its outcome is unknown: it may have been sent on {when}. ")}
                    "Sending now uses the same key again, so a proxy that remembers it does not send twice. Look in Operations first all the same."
                </p>
            </Banner>
        }
        .into_any()
    })
}
