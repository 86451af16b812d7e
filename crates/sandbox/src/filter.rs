//! What a list is asked for: reading the query string, and deciding what passes.
//!
//! Strict: an unknown or repeated parameter, or a value that means nothing, is refused and never ignored.

use push_api::query::{NOTIFICATION_PARAMETERS, OPERATION_PARAMETERS, Parameter};
use push_api::{NotificationStatus, OperationStatus, Provider, Timestamp, limits};

use crate::chance;
use crate::refusal::Refusals;
use crate::shape::Shape;
use crate::world::kept::{Item, Kept};
use crate::world::piece::Carrier;
use crate::world::schedule::Phase;

mod pairs;

/// A query that was read: what to let pass, and which page of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked<F> {
    /// What to let pass.
    pub filter: F,
    /// Which page; none is the first.
    pub token: Option<String>,
    /// Items on a page.
    pub size: usize,
    /// The parameters as they came, the page token left out.
    pub pairs: Vec<(Parameter, String)>,
}

impl<F> Asked<F> {
    /// One number for the filter, to bind page tokens to. The page size is no part of it.
    pub fn digest(&self) -> u64 {
        let mut kept: Vec<_> = self.pairs.iter().filter(|(name, _)| *name != Parameter::PageSize).collect();
        kept.sort();
        let steps = kept.into_iter().flat_map(|(name, value)| [name.as_str(), value.as_str()]);
        chance::draw(0, &steps.map(chance::digest).collect::<Vec<_>>())
    }
}

/// Moments between which a send was made, in Unix milliseconds; an absent one is no bound.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// At this moment or later.
    pub start: Option<i64>,
    /// Before this moment.
    pub end: Option<i64>,
}

impl Span {
    fn holds(&self, at: i64) -> bool {
        self.start.is_none_or(|start| at >= start) && self.end.is_none_or(|end| at < end)
    }
}

/// What the list of operations lets pass.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OperationFilter {
    /// Only those in this status.
    pub status: Option<OperationStatus>,
    /// Only those made then.
    pub span: Span,
}

impl OperationFilter {
    /// Reads a query string.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(query: &str) -> Result<Asked<Self>, Refusals> {
        let mut pairs = pairs::Pairs::read(query, &OPERATION_PARAMETERS);
        let filter = Self { status: pairs.take(Parameter::Status, operation_status), span: pairs.span() };
        pairs.finish(filter)
    }

    /// True when an operation passes.
    pub fn admits(&self, send: &Kept, now: i64) -> bool {
        self.span.holds(send.created) && self.status.as_ref().is_none_or(|status| *status == send.status(now))
    }
}

/// What the list of notifications lets pass.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NotificationFilter {
    /// Only those of this operation.
    pub operation: Option<String>,
    /// Only those in one of these phases.
    pub phases: Option<&'static [Phase]>,
    /// Only those with all of these tags.
    pub tags: Vec<(String, String)>,
    /// Only those made then.
    pub span: Span,
    /// Only those to this user.
    pub user: Option<String>,
    /// Only those carried so.
    pub carrier: Option<Carrier>,
}

impl NotificationFilter {
    /// Reads a query string. Which statuses there are depends on the shape.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(query: &str, shape: Shape) -> Result<Asked<Self>, Refusals> {
        let mut pairs = pairs::Pairs::read(query, &NOTIFICATION_PARAMETERS);
        let filter = Self {
            operation: pairs.take(Parameter::OperationId, some_text),
            phases: pairs.take(Parameter::Status, |text| notification_phases(text, shape)),
            tags: pairs.take(Parameter::Tags, tags).unwrap_or_default(),
            span: pairs.span(),
            user: pairs.take(Parameter::User, some_text),
            carrier: pairs.take(Parameter::Provider, carrier),
        };
        pairs.finish(filter)
    }

    /// True when a notification of this send may pass. Spares looking at ten thousand of them in vain.
    pub fn admits_send(&self, send: &Kept, now: i64) -> bool {
        let tagged = self.tags.iter().all(|(key, value)| send.tags.get(key) == Some(value));
        let reached = match (self.phases, send.final_tally(now)) {
            (Some(phases), Some(tally)) => tally.of(phases) > 0,
            _ => true,
        };
        tagged && reached && self.span.holds(send.created)
    }

    /// True when a notification of an admitted send passes.
    pub fn admits(&self, item: &Item<'_>, now: i64) -> bool {
        self.carrier.is_none_or(|carrier| carrier == item.carrier())
            && self.user.as_deref().is_none_or(|user| item.is_user() && item.address() == user)
            && self.phases.is_none_or(|phases| phases.contains(&item.standing(now).phase))
    }
}

fn some_text(text: &str) -> Result<String, String> {
    if text.is_empty() { Err("It is empty.".into()) } else { Ok(text.to_owned()) }
}

fn operation_status(text: &str) -> Result<OperationStatus, String> {
    match OperationStatus::from(text) {
        OperationStatus::Unknown(_) => {
            Err(one_of(OperationStatus::KNOWN.iter().map(OperationStatus::as_str)))
        }
        status => Ok(status),
    }
}

fn notification_phases(text: &str, shape: Shape) -> Result<&'static [Phase], String> {
    shape.phases(&text.into()).ok_or_else(|| {
        let known = NotificationStatus::KNOWN.iter().filter(|status| shape.phases(status).is_some());
        one_of(known.map(NotificationStatus::as_str))
    })
}

fn carrier(text: &str) -> Result<Carrier, String> {
    match Provider::from(text) {
        Provider::Fcm => Ok(Carrier::Fcm),
        Provider::Apn => Ok(Carrier::Apn),
        Provider::Unknown(_) => Err(one_of(Provider::KNOWN.iter().map(Provider::as_str))),
    }
}

/// Pairs in the form `key_1:value;key_2:value;`. A value may hold colons.
fn tags(text: &str) -> Result<Vec<(String, String)>, String> {
    let parts = text.split(';').filter(|part| !part.is_empty());
    let pairs: Option<Vec<_>> = parts
        .map(|part| part.split_once(':').filter(|(key, _)| !key.is_empty()))
        .map(|pair| pair.map(|(key, value)| (key.to_owned(), value.to_owned())))
        .collect();
    match pairs {
        Some(pairs) if (1..=limits::MAX_TAGS).contains(&pairs.len()) => Ok(pairs),
        _ => Err(format!("Write 1 to {} tags as key:value;key:value;", limits::MAX_TAGS)),
    }
}

fn moment(text: &str) -> Result<i64, String> {
    let at = Timestamp::new(text).unix_ms();
    at.ok_or_else(|| "Write a moment as RFC 3339 has it, for example 2026-01-31T09:00:00Z.".into())
}

fn one_of<'a>(words: impl Iterator<Item = &'a str>) -> String {
    format!("It has to be one of {}.", words.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests;
