//! What became of each send, by its idempotency key, so that no confirmed draft is ever sent twice, by any proxy.
//!
//! A row goes `reserved → dispatched → accepted | refused | unknown`, each step in a database and on disk before the
//! next one is taken: `reserved` before anything else, `dispatched` before a byte leaves for the upstream. Who dies in
//! between leaves a row that is true. A reservation holds for a time (its lease); when that is over, a row that was
//! only reserved may be taken by another try, and one that was dispatched is unknown and never sent again. Several
//! proxies share one ledger by one database. See docs/decisions/0011-the-ledger-is-a-database.md.

mod entry;
mod place;
mod row;
mod store;

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use push_api::proxy::{RecordedSend, SendProgress};

pub use entry::{BodyHash, Outcome, Reply, SendKey};
pub use place::Place;
use row::Says;
use store::{NewRow, Store};

/// Tries to read and take a row that others change at the same time; then it is theirs.
const TRIES: usize = 8;

/// How long things are kept and held.
#[derive(Debug, Clone, Copy)]
pub struct Terms {
    /// How long a finished send is remembered.
    pub age: Duration,
    /// How long a try may take, from its claim to its end: longer than any call to the upstream.
    pub lease: Duration,
}

/// The record of sends. Cheap to share.
#[derive(Debug, Clone)]
pub struct Ledger {
    store: Store,
    terms: Terms,
}

/// What a send is told when it presents its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// It is this try's own: dispatch, send, then settle.
    Granted(Grant),
    /// The send was answered before: this is the reply.
    Answered(Reply),
    /// The same send is under way.
    InFlight,
    /// The send was made, and nobody knows what became of it.
    Unknown,
    /// The key belongs to another body.
    Reused,
}

/// The right to send, for one try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    key: SendKey,
    claimant: String,
}

/// The database did not do what was asked. The text names no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault(String);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the ledger's database: {}", self.0)
    }
}

impl std::error::Error for Fault {}

impl Ledger {
    /// Opens the database and brings its tables up to date.
    ///
    /// # Errors
    /// When it cannot be opened, or was made by a newer proxy.
    pub async fn open(place: &Place, terms: Terms) -> Result<Self, Fault> {
        Ok(Self { store: Store::open(place).await?, terms })
    }

    /// Decides about a send, and reserves it when it is granted. Nothing may leave before [`Ledger::dispatch`].
    ///
    /// # Errors
    /// When the database fails: then nothing is granted.
    pub async fn claim(&self, key: &SendKey, body: &BodyHash, now: i64) -> Result<Claim, Fault> {
        let claimant = random_claimant()?;
        let lease_ms = now.saturating_add(millis(self.terms.lease));
        let new = NewRow { key, body, claimant: &claimant, now, lease_ms };
        let granted = || Claim::Granted(Grant { key: key.clone(), claimant: claimant.clone() });
        for _ in 0..TRIES {
            if self.store.insert(&new).await? {
                return Ok(granted());
            }
            let Some(row) = self.store.find(key).await? else { continue };
            match row.says(body, now, millis(self.terms.age)) {
                Says::Told(claim) => return Ok(claim),
                // Then it is read again: its try may have come back in this very moment.
                Says::Lost => self.store.lose(key, &row, now).await?,
                Says::Free => {
                    if self.store.take(&new, &row).await? {
                        return Ok(granted());
                    }
                }
            }
        }
        Ok(Claim::InFlight)
    }

    /// Puts down that the send is about to leave. False when the try no longer holds it: then nothing may leave.
    ///
    /// # Errors
    /// When the database fails: then nothing may leave.
    pub async fn dispatch(&self, grant: &Grant, now: i64) -> Result<bool, Fault> {
        let lease_ms = now.saturating_add(millis(self.terms.lease));
        self.store.dispatch(&grant.key, &grant.claimant, now, lease_ms).await
    }

    /// Puts down what became of a send that was dispatched. What is settled stays as it is, but for one that counts
    /// as unknown only because its answer was late.
    ///
    /// # Errors
    /// When the database fails: then the send will count as unknown.
    pub async fn settle(&self, grant: &Grant, outcome: &Outcome, now: i64) -> Result<(), Fault> {
        let (state, reply) = match outcome {
            Outcome::Answered(reply) => (SendProgress::Accepted, Some(reply)),
            Outcome::NotSent => (SendProgress::Refused, None),
            Outcome::Unknown => (SendProgress::Doubtful, None),
        };
        self.store.settle(&grant.key, &grant.claimant, &state, reply, now).await
    }

    /// An operator's sends, the newest first, at most `limit` of them; all, or those in one state. A send whose try is
    /// gone is told as unknown.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list(
        &self,
        operator: &str,
        state: Option<&SendProgress>,
        limit: u32,
        now: i64,
    ) -> Result<Vec<RecordedSend>, Fault> {
        self.store.list(operator, state.map_or("", SendProgress::as_str), limit, now).await
    }

    /// Forgets finished sends that are of age. Returns how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget(&self, now: i64) -> Result<u64, Fault> {
        self.store.forget(now.saturating_sub(millis(self.terms.age))).await
    }

    /// Lets go of the database; what is under way is finished first.
    pub async fn close(&self) {
        self.store.close().await;
    }
}

/// The moment, in Unix milliseconds.
pub fn now_ms() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, millis)
}

fn millis(length: Duration) -> i64 {
    i64::try_from(length.as_millis()).unwrap_or(i64::MAX)
}

/// A name that no other try has.
fn random_claimant() -> Result<String, Fault> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| Fault(format!("no random bytes: {error}")))?;
    Ok(entry::hex(&bytes))
}

#[cfg(test)]
mod tests;
