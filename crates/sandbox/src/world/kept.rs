//! One accepted send as it is kept: compactly, and with everything that can be derived left out.
//!
//! Ten thousand recipients are one text and ten thousand entries of 12 bytes. Variables are not kept: nothing
//! here renders them.

use push_api::{Content, Credentials, OperationId, OperationStatus, Priority};
use std::collections::BTreeMap;

use super::ident::{self, Place, WHOLE};
use super::piece::{self, Carrier, Piece};
use super::schedule::{SHORTEST_OPERATION_MS, Standing, Timeline};
use super::tally::Tally;
use crate::validate::Checked;

/// One accepted send.
#[derive(Debug)]
pub struct Kept {
    seed: u64,
    /// Its number, from 1, in the order of acceptance.
    pub number: u32,
    /// When it was accepted, in Unix milliseconds.
    pub created: i64,
    /// When its notifications may leave: at once, or at the scheduled moment.
    pub start: i64,
    ended: i64,
    /// Entries of `to`.
    pub recipients: u32,
    /// Credentials, when the sender named any.
    pub from: Option<Credentials>,
    /// Priority, when the sender named one.
    pub priority: Option<Priority>,
    /// Sound, when the sender named one.
    pub sound: Option<String>,
    /// Labels.
    pub tags: BTreeMap<String, String>,
    /// JSON: the content may hold fields that this code does not know, which are small only as text.
    content: Box<str>,
    addresses: Box<str>,
    pieces: Box<[Piece]>,
    at_end: Tally,
}

/// Where an operation stands at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Its status.
    pub status: OperationStatus,
    /// Its notifications by phase.
    pub tally: Tally,
    /// When it last changed, in Unix milliseconds.
    pub changed: i64,
}

/// One notification of a kept send.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// The send.
    pub send: &'a Kept,
    /// Its place in the send, from 0.
    pub index: u16,
    piece: &'a Piece,
}

impl Kept {
    /// Keeps a send that was accepted at `now`.
    pub fn new(seed: u64, number: u32, now: i64, request: Checked) -> Self {
        let request = request.into_inner();
        let at = request.schedule.as_ref().and_then(|s| s.send_at.first()?.unix_ms());
        let mut addresses = String::new();
        let mut pieces = Vec::with_capacity(request.to.len());
        for recipient in &request.to {
            pieces.extend(piece::of(seed, recipient, addresses.len() as u32));
            addresses.push_str(recipient.address());
        }
        let mut kept = Self {
            seed,
            number,
            created: now,
            start: at.map_or(now, |at| at.max(now)),
            ended: 0,
            recipients: request.to.len() as u32,
            from: request.from,
            priority: request.priority,
            sound: request.sound,
            tags: request.tags,
            content: serde_json::to_string(&request.content).unwrap_or_default().into(),
            addresses: addresses.into(),
            pieces: pieces.into(),
            at_end: Tally::default(),
        };
        let timelines = kept.items().map(|item| item.timeline());
        let last = timelines.map(|timeline| timeline.ended()).max().unwrap_or_default();
        kept.ended = last.max(kept.start + SHORTEST_OPERATION_MS);
        kept.at_end = kept.tally(kept.ended).0;
        kept
    }

    /// The operation's id.
    pub fn id(&self) -> OperationId {
        let place = Place { send: self.number, index: WHOLE };
        OperationId::new(ident::write(self.seed, ident::OPERATION, self.created, place))
    }

    /// What was sent, as it was sent.
    pub fn content(&self) -> Option<Content> {
        serde_json::from_str(&self.content).ok()
    }

    /// How many notifications it has.
    pub fn notifications(&self) -> usize {
        self.pieces.len()
    }

    /// Bytes of text that it holds, and of what is kept beside each notification.
    pub fn weight(&self) -> usize {
        let tags: usize = self.tags.iter().map(|(key, value)| key.len() + value.len()).sum();
        let from = self.from.iter().flat_map(|from| [&from.fcm, &from.apn]);
        let names: usize = from.chain([&self.sound]).flatten().map(String::len).sum();
        let texts = self.content.len() + self.addresses.len() + names;
        size_of::<Self>() + texts + tags + self.pieces.len() * size_of::<Piece>()
    }

    /// One notification.
    pub fn item(&self, index: usize) -> Option<Item<'_>> {
        Some(Item { send: self, index: u16::try_from(index).ok()?, piece: self.pieces.get(index)? })
    }

    /// Every notification, in the order of `to`.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        (0_u16..).zip(&self.pieces).map(|(index, piece)| Item { send: self, index, piece })
    }

    /// The tally that will not change again, once it is reached.
    pub fn final_tally(&self, now: i64) -> Option<&Tally> {
        (now >= self.ended).then_some(&self.at_end)
    }

    /// Its status, without a look at its notifications.
    pub fn status(&self, now: i64) -> OperationStatus {
        match now {
            _ if now < self.start => OperationStatus::Scheduled,
            _ if now < self.ended => OperationStatus::Processing,
            _ => OperationStatus::Completed,
        }
    }

    /// Where it stands at `now`.
    pub fn progress(&self, now: i64) -> Progress {
        let (tally, changed) = match self.final_tally(now) {
            Some(tally) => (*tally, self.ended),
            None => self.tally(now),
        };
        Progress { status: self.status(now), tally, changed }
    }

    /// The tally at `now`, and when it last changed.
    fn tally(&self, now: i64) -> (Tally, i64) {
        let mut tally = Tally::default();
        let mut changed = self.created;
        for item in self.items() {
            let standing = item.standing(now);
            tally.add(&standing);
            changed = changed.max(standing.since);
        }
        (tally, changed)
    }
}

impl<'a> Item<'a> {
    /// Its id, with the prefix that the shape gives it.
    pub fn id(&self, prefix: &str) -> String {
        let place = Place { send: self.send.number, index: self.index };
        ident::write(self.send.seed, prefix, self.send.created, place)
    }

    /// The token or user id that it goes to.
    pub fn address(&self) -> &'a str {
        let from = self.piece.from as usize;
        self.send.addresses.get(from..from + self.piece.length as usize).unwrap_or_default()
    }

    /// True when the address is a user's id.
    pub fn is_user(&self) -> bool {
        self.piece.user
    }

    /// Who carries it.
    pub fn carrier(&self) -> Carrier {
        self.piece.carrier
    }

    /// Where it stands at `now`.
    pub fn standing(&self, now: i64) -> Standing {
        self.timeline().at(now)
    }

    fn timeline(&self) -> Timeline {
        let path = [u64::from(self.send.number), u64::from(self.index)];
        Timeline::new(self.send.seed, path, self.send.created, self.send.start, self.piece.outcome)
    }
}
