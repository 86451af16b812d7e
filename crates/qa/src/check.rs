//! Renders a push for every recipient of a list and says what is wrong with it, before anything is sent.
//!
//! A [`Message`] is parsed once, a [`Checker`] goes through the list a few rows at a time, and a [`Check`] keeps a
//! [`Summary`] and a few bytes for each recipient; what exactly was found for one of them is found again when somebody
//! looks ([`render_one`]). Nothing depends on a clock, on chance or on the order of a hash: the same list and message
//! give the same check anywhere. Sizes are estimates; [`envelope`] says of what.

mod checker;
mod clusters;
mod detail;
pub mod envelope;
mod gallery;
mod length;
mod lints;
mod message;
mod near;
mod proof;
mod scan;
mod spread;
mod tally;

pub use checker::Checker;
pub use message::{Message, TemplateFault};

use push_api::Recipient;

use clusters::Clusters;
use detail::{Detail, Found};
use envelope::Service;
use gallery::Gallery;
use proof::{Proof, Services};

use crate::finding::{Finding, FindingKind, Weight};
use crate::list::{List, Row};
use crate::protocol::CheckSettings;
use crate::rendered::Rendered;
use crate::summary::{CLUSTERS_KEPT, Cluster, Exhibit, Spread, Summary};

/// A list that was checked.
#[derive(Debug)]
pub struct Check {
    summary: Summary,
    facts: Vec<Fact>,
    message: Message,
    settings: CheckSettings,
}

/// What is kept of a recipient.
#[derive(Debug, Clone, Copy, Default)]
struct Fact {
    /// The bits of what was found.
    found: u32,
    /// Bytes of title and body within the quotes of JSON; none when they could not be rendered.
    json_bytes: Option<u32>,
    /// The number of the text, among those that differ.
    cluster: Option<u32>,
    services: Services,
}

impl Fact {
    fn has(&self, kind: FindingKind) -> bool {
        self.found & kind.bit() != 0
    }
}

/// The bits of all findings of a weight.
fn bits(weight: Weight) -> u32 {
    FindingKind::ALL.iter().filter(|kind| kind.weight() == weight).fold(0, |all, kind| all | kind.bit())
}

/// Checks a whole list in one go.
pub fn run(list: &List, message: &Message, settings: CheckSettings) -> Check {
    Checker::new(message.clone(), settings).finish(list)
}

/// The push of the recipient at this place of the list, with all that is found in it; none beyond the end of the list.
/// Of a row that cannot be sent to, the text is shown and nothing else is looked at.
pub fn render_one(list: &List, message: &Message, settings: CheckSettings, index: usize) -> Option<Rendered> {
    let row = list.row(index)?;
    let mut proof = Proof::new(message);
    let services = Services::of(row.provider().as_ref());
    let measures = proof.read(message, settings, &row, services);
    if !row.is_sendable() {
        proof.found = vec![Found { kind: FindingKind::BadRow, detail: Detail::None }];
    }
    proof.found.sort();
    let bytes = |service| {
        let is_sent = row.is_sendable() && services.has(service);
        let measures = measures.filter(|_| is_sent)?;
        Some(message.envelope().bytes(service, measures.json_bytes).saturating_add(settings.reserve))
    };
    let in_words = |found: &Found| Finding { kind: found.kind, detail: found.detail.words(message) };
    Some(Rendered {
        index: index as u32,
        row: row.number(),
        address: row.address().to_owned(),
        provider: row.provider().map(|provider| provider.to_string()).unwrap_or_default(),
        title: proof.title().to_owned(),
        body: proof.body().to_owned(),
        tags: proof.tags().map(|(key, value)| (key.to_owned(), value.to_owned())).collect(),
        variables: variables(row),
        apns_bytes: bytes(Service::Apns),
        fcm_bytes: bytes(Service::Fcm),
        findings: proof.found.iter().map(in_words).collect(),
    })
}

/// The variables of a row as they are sent: name and JSON.
fn variables(row: Row<'_>) -> Vec<(String, String)> {
    let Some(Recipient::Device { variables, .. } | Recipient::User { variables, .. }) = row.recipient()
    else {
        return Vec::new();
    };
    variables.iter().map(|(name, value)| (name.clone(), value.to_string())).collect()
}

impl Check {
    /// The whole list at a glance.
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// What was checked.
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// With what it was checked.
    pub fn settings(&self) -> CheckSettings {
        self.settings
    }

    /// What was found for the recipient at this place of the list, worst first; nothing beyond its end.
    pub fn findings(&self, index: usize) -> impl Iterator<Item = FindingKind> + use<> {
        let fact = self.facts.get(index).copied().unwrap_or_default();
        FindingKind::ALL.into_iter().filter(move |kind| fact.has(*kind))
    }

    /// True when something of at least this weight was found for the recipient at this place of the list.
    pub fn weighs(&self, index: usize, weight: Weight) -> bool {
        self.findings(index).any(|kind| kind.weight() >= weight)
    }

    /// The places in the list of all recipients for whom this was found, in order.
    pub fn indices(&self, kind: FindingKind) -> impl Iterator<Item = u32> {
        (0..).zip(&self.facts).filter(move |(_, fact)| fact.has(kind)).map(|(index, _)| index)
    }

    /// The number of the recipient's text among those that differ, from 0 in the order in which they are first met;
    /// none when it could not be rendered.
    pub fn text_number(&self, index: usize) -> Option<u32> {
        self.facts.get(index)?.cluster
    }

    /// The estimated bytes of the recipient's payload, reserve included; none when it does not go by this service.
    pub fn bytes(&self, index: usize, service: Service) -> Option<u32> {
        self.facts.get(index).and_then(|fact| self.bytes_of(fact, service))
    }

    fn bytes_of(&self, fact: &Fact, service: Service) -> Option<u32> {
        let json_bytes = fact.json_bytes.filter(|_| fact.services.has(service))?;
        Some(self.message.envelope().bytes(service, json_bytes).saturating_add(self.settings.reserve))
    }

    /// Fills in what is known from the facts, and the texts that are shown.
    fn summarise(&mut self, list: &List, clusters: &Clusters, gallery: &Gallery) {
        let mut proof = Proof::new(&self.message);
        let mut texts = |index: u32| {
            let row = list.row(index as usize);
            if let Some(row) = row {
                proof.render(&self.message, self.settings, &row);
            }
            (row.map_or(0, |row| row.number()), proof.title().to_owned(), proof.body().to_owned())
        };
        let clusters_shown = clusters.largest(CLUSTERS_KEPT).into_iter().map(|alike| {
            let (first_row, title, body) = texts(alike.first);
            Cluster { recipients: alike.recipients, first_row, title, body }
        });
        let clusters_shown = clusters_shown.collect();
        let exhibits = gallery.shown().map(|(why, index)| {
            let (row, title, body) = texts(index);
            Exhibit { why, row, title, body }
        });
        let gallery = exhibits.collect();
        let (blocking, warning) = (bits(Weight::Blocking), bits(Weight::Warning));
        let blocked = self.facts.iter().filter(|fact| fact.found & blocking != 0);
        let warned = self.facts.iter().filter(|fact| fact.found & blocking == 0 && fact.found & warning != 0);
        self.summary = Summary {
            recipients: self.facts.len() as u32,
            blocked: blocked.count() as u32,
            warned: warned.count() as u32,
            apns: self.spread(list, Service::Apns),
            fcm: self.spread(list, Service::Fcm),
            texts: clusters.texts(),
            clusters: clusters_shown,
            gallery,
            ..Summary::default()
        };
    }

    fn spread(&self, list: &List, service: Service) -> Option<Spread> {
        let sizes = self
            .facts
            .iter()
            .zip(0..)
            .filter_map(|(fact, index)| Some((self.bytes_of(fact, service)?, index)));
        let row = |index: u32| list.row(index as usize).map_or(0, |row| row.number());
        spread::of(service, sizes, row)
    }
}
