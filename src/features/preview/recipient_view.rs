//! One recipient of a list: what they read, what was found, what is sent of them.

use leptos::prelude::*;
use push_qa::finding::Weight;
use push_qa::rendered::Rendered;
use push_view::view;

use super::surfaces::surfaces;
use crate::ui::{Disclosure, Glyph, Icon, grouped};

/// The recipient.
pub fn recipient_view(rendered: &Rendered) -> AnyView {
    let findings = rendered.findings.iter().map(|finding| {
        let (tone, glyph) = match finding.kind.weight() {
            Weight::Blocking => ("danger", Glyph::Stop),
            Weight::Warning => ("warn", Glyph::Warning),
            Weight::Note => ("info", Glyph::Info),
        };
        let detail = (!finding.detail.is_empty())
            .then(|| view! { ": " <span dir="auto">{finding.detail.clone()}</span> });
        view! { <li data-tone=tone><Icon glyph /> <span>{finding.kind.title()}{detail}</span></li> }
    });
    let variables = rendered.variables.iter().map(|(name, value)| {
        view! { <div><dt>{name.clone()}</dt><dd><code dir="auto">{value.clone()}</code></dd></div> }
    });
    let variables: Vec<_> = variables.collect();
    view! {
        <p class="walk-who num">{format!("Row {}", grouped(rendered.row.into()))} " · " <code>{rendered.address.clone()}</code> " " {rendered.provider.clone()}</p>
        <p class="muted num">{bytes_in_words(rendered)}</p>
        <ul class="walk-findings" aria-label="Findings for this recipient">{findings.collect::<Vec<_>>()}</ul>
        {surfaces(&rendered.title, &rendered.body)}
        <Disclosure summary="Variables as they are sent"><dl class="walk-variables">{variables}</dl></Disclosure>
    }
    .into_any()
}

fn bytes_in_words(rendered: &Rendered) -> String {
    let parts = [("APNs", rendered.apns_bytes), ("FCM", rendered.fcm_bytes)];
    let parts: Vec<String> = parts
        .into_iter()
        .filter_map(|(name, bytes)| Some(format!("about {} bytes by {name}", grouped(bytes?.into()))))
        .collect();
    parts.join(", ")
}
