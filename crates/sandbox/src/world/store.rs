//! Every send that is kept, newest last, within bounds that are never passed.
//!
//! Beyond them the oldest sends are forgotten first, whole and even if they are not done. A send is also
//! forgotten seven days after its start. Nothing else is ever removed.

use push_api::limits;
use std::collections::VecDeque;

use super::ident::{self, Place, WHOLE};
use super::kept::{Item, Kept};
use crate::filter::{NotificationFilter, OperationFilter};
use crate::paging::Position;
use crate::validate::Checked;

/// Most notifications that are kept in all.
pub const KEPT_NOTIFICATIONS: usize = 250_000;
/// Most bytes that are kept in all: addresses, content, tags, and what stands beside each notification.
pub const KEPT_BYTES: usize = 128 * 1024 * 1024;
/// How long a send is kept after its start, in milliseconds.
const RECORD_MS: i64 = limits::RECORD_DAYS * 86_400_000;

/// What is kept at most.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Notifications in all.
    pub notifications: usize,
    /// Bytes in all.
    pub bytes: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { notifications: KEPT_NOTIFICATIONS, bytes: KEPT_BYTES }
    }
}

/// Every send that is kept.
#[derive(Debug)]
pub struct Store {
    seed: u64,
    bounds: Bounds,
    sends: VecDeque<Kept>,
    accepted: u32,
    notifications: usize,
    bytes: usize,
    /// No send expires before this moment.
    next_expiry: i64,
}

/// Part of a list, and where it goes on.
#[derive(Debug)]
pub struct Found<T> {
    /// The items, newest send first.
    pub items: Vec<T>,
    /// Where this part begins. Stands still when newer sends arrive.
    pub this: Position,
    /// Where the next part begins, if there is more.
    pub next: Option<Position>,
}

impl Store {
    /// Nothing kept yet.
    pub fn new(seed: u64, bounds: Bounds) -> Self {
        let (sends, next_expiry) = (VecDeque::new(), i64::MAX);
        Self { seed, bounds, sends, accepted: 0, notifications: 0, bytes: 0, next_expiry }
    }

    /// How many sends were accepted since the start, forgotten ones too.
    pub fn accepted(&self) -> u32 {
        self.accepted
    }

    /// Keeps a send accepted at `now`, and forgets the oldest ones beyond the bounds, but never this one.
    pub fn commit(&mut self, now: i64, request: Checked) -> &Kept {
        self.accepted = self.accepted.saturating_add(1);
        let kept = Kept::new(self.seed, self.accepted, now, request);
        self.notifications += kept.notifications();
        self.bytes += kept.weight();
        self.next_expiry = self.next_expiry.min(expiry(&kept));
        while self.notifications > self.bounds.notifications || self.bytes > self.bounds.bytes {
            let Some(oldest) = self.sends.pop_front() else { break };
            self.notifications -= oldest.notifications();
            self.bytes -= oldest.weight();
        }
        self.sends.push_back(kept);
        &self.sends[self.sends.len() - 1]
    }

    /// Forgets what has expired at `now`.
    pub fn forget(&mut self, now: i64) {
        if now < self.next_expiry {
            return;
        }
        self.sends.retain(|send| now < expiry(send));
        self.notifications = self.sends.iter().map(Kept::notifications).sum();
        self.bytes = self.sends.iter().map(Kept::weight).sum();
        self.next_expiry = self.sends.iter().map(expiry).min().unwrap_or(i64::MAX);
    }

    /// The send with this operation id.
    pub fn operation(&self, id: &str) -> Option<&Kept> {
        let place = ident::read(ident::OPERATION, id).filter(|place| place.index == WHOLE)?;
        self.send(place).filter(|send| send.id().as_str() == id)
    }

    /// The notification with this id, whose prefix is the shape's.
    pub fn notification(&self, prefix: &str, id: &str) -> Option<Item<'_>> {
        let place = ident::read(prefix, id)?;
        let item = self.send(place)?.item(place.index.into())?;
        (item.id(prefix) == id).then_some(item)
    }

    fn send(&self, place: Place) -> Option<&Kept> {
        let at = self.sends.binary_search_by_key(&place.send, |send| send.number).ok()?;
        self.sends.get(at)
    }

    /// Up to `size` operations that the filter lets pass, from `from` on.
    pub fn operations(
        &self,
        filter: &OperationFilter,
        from: Position,
        size: usize,
        now: i64,
    ) -> Found<&Kept> {
        let mut found = self.found(from);
        for send in self.from(from).filter(|send| filter.admits(send, now)) {
            if found.items.len() == size {
                found.next = Some(Position { send: send.number, index: 0 });
                break;
            }
            found.items.push(send);
        }
        found
    }

    /// Up to `size` notifications that the filter lets pass, from `from` on.
    pub fn notifications(
        &self,
        filter: &NotificationFilter,
        from: Position,
        size: usize,
        now: i64,
    ) -> Found<Item<'_>> {
        let mut found = self.found(from);
        let only = filter.operation.as_deref().map(|id| self.operation(id).map(|send| send.number));
        let sends = self.from(from).filter(|send| only.is_none_or(|number| number == Some(send.number)));
        for send in sends.filter(|send| filter.admits_send(send, now)) {
            let first = if send.number == from.send { from.index } else { 0 };
            for item in send.items().skip(first as usize).filter(|item| filter.admits(item, now)) {
                if found.items.len() == size {
                    found.next = Some(Position { send: send.number, index: item.index.into() });
                    return found;
                }
                found.items.push(item);
            }
        }
        found
    }

    /// Sends from a position on, newest first.
    fn from(&self, from: Position) -> impl Iterator<Item = &Kept> {
        let end = self.sends.partition_point(|send| send.number <= from.send);
        self.sends.range(..end).rev()
    }

    fn found<T>(&self, from: Position) -> Found<T> {
        let this = Position { send: from.send.min(self.accepted), ..from };
        Found { items: Vec::new(), this, next: None }
    }
}

fn expiry(send: &Kept) -> i64 {
    send.start.saturating_add(RECORD_MS)
}
