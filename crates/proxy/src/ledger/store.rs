//! The ledger's statements. Each is one statement of its own, whole or not at all, and says by its count of rows
//! whether it met the row that it was made for: whoever loses a race changes nothing.

use std::time::Duration;

use push_api::proxy::{RecordedSend, SendProgress};
use push_api::{OperationId, Timestamp};
use sqlx::any::{AnyPoolOptions, AnyRow, install_default_drivers};
use sqlx::{AnyPool, Executor as _, Row as _};

use super::row::Row;
use super::{BodyHash, Fault, Place, Reply, SendKey};

/// Connections to PostgreSQL at most. SQLite has one: it lets one write at a time.
const CONNECTIONS: u32 = 8;
/// Longest wait for a connection.
const ACQUIRE: Duration = Duration::from_secs(5);

/// The database.
#[derive(Debug, Clone)]
pub struct Store(AnyPool);

/// A reservation that is to be written.
pub struct NewRow<'r> {
    /// Whose send.
    pub key: &'r SendKey,
    /// Of which body.
    pub body: &'r BodyHash,
    /// For which try.
    pub claimant: &'r str,
    /// When, in Unix milliseconds.
    pub now: i64,
    /// Until when.
    pub lease_ms: i64,
}

impl From<sqlx::Error> for Fault {
    fn from(error: sqlx::Error) -> Self {
        Self(error.to_string())
    }
}

impl Store {
    /// Opens the database, and makes or changes its tables as the migrations say.
    pub async fn open(place: &Place) -> Result<Self, Fault> {
        install_default_drivers();
        let options = AnyPoolOptions::new().acquire_timeout(ACQUIRE);
        let pool = match place {
            Place::Sqlite(file) => {
                // For good: a database in memory ends with its only connection.
                let options = options.max_connections(1).idle_timeout(None).max_lifetime(None);
                let settings = options.after_connect(|connection, _| {
                    Box::pin(async move {
                        // On disk before a statement is done, also when the power goes.
                        connection.execute("PRAGMA journal_mode = WAL").await?;
                        connection.execute("PRAGMA synchronous = FULL").await?;
                        connection.execute("PRAGMA busy_timeout = 5000").await?;
                        Ok(())
                    })
                });
                let mode = if file == ":memory:" { "" } else { "?mode=rwc" };
                settings.connect(&format!("sqlite:{file}{mode}")).await?
            }
            Place::Postgres(address) => {
                options.max_connections(CONNECTIONS).connect(address.expose()).await?
            }
        };
        sqlx::migrate!().run(&pool).await.map_err(|error| Fault(error.to_string()))?;
        Ok(Self(pool))
    }

    /// Writes a reservation; false when there is a row of this key.
    pub async fn insert(&self, new: &NewRow<'_>) -> Result<bool, Fault> {
        let done = sqlx::query(
            "INSERT INTO sends (operator, send_key, body_hash, state, claimant, begun_ms, changed_ms, lease_ms) \
             VALUES ($1, $2, $3, 'reserved', $4, $5, $6, $7) ON CONFLICT (operator, send_key) DO NOTHING",
        )
        .bind(&new.key.operator)
        .bind(&new.key.key)
        .bind(new.body.as_str())
        .bind(new.claimant)
        .bind(new.now)
        .bind(new.now)
        .bind(new.lease_ms)
        .execute(&self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// The row of a key.
    pub async fn find(&self, key: &SendKey) -> Result<Option<Row>, Fault> {
        let row = sqlx::query(
            "SELECT body_hash, state, claimant, status, reply, operation_id, changed_ms, lease_ms \
             FROM sends WHERE operator = $1 AND send_key = $2",
        )
        .bind(&key.operator)
        .bind(&key.key)
        .fetch_optional(&self.0)
        .await?;
        row.map(|row| read(&row)).transpose()
    }

    /// Rows of an operator, the newest first; an empty `state` stands for all.
    pub async fn list(
        &self,
        operator: &str,
        state: &str,
        limit: u32,
        now: i64,
    ) -> Result<Vec<RecordedSend>, Fault> {
        let rows = sqlx::query(
            "SELECT send_key, shown, status, operation_id, begun_ms, changed_ms FROM (\
             SELECT send_key, status, operation_id, begun_ms, changed_ms, \
             CASE WHEN state = 'dispatched' AND lease_ms <= $1 THEN 'unknown' ELSE state END AS shown \
             FROM sends WHERE operator = $2) AS seen \
             WHERE $3 = '' OR shown = $3 ORDER BY begun_ms DESC, send_key LIMIT $4",
        )
        .bind(now)
        .bind(operator)
        .bind(state)
        .bind(i64::from(limit))
        .fetch_all(&self.0)
        .await?;
        rows.iter().map(listed).collect()
    }

    /// Takes a row over as a new reservation, if it is still as it was read.
    pub async fn take(&self, new: &NewRow<'_>, old: &Row) -> Result<bool, Fault> {
        let done = sqlx::query(
            "UPDATE sends SET body_hash = $1, state = 'reserved', claimant = $2, begun_ms = $3, changed_ms = $4, \
             lease_ms = $5, status = NULL, reply = NULL, operation_id = NULL \
             WHERE operator = $6 AND send_key = $7 AND claimant = $8 AND state = $9",
        )
        .bind(new.body.as_str())
        .bind(new.claimant)
        .bind(new.now)
        .bind(new.now)
        .bind(new.lease_ms)
        .bind(&new.key.operator)
        .bind(&new.key.key)
        .bind(&old.claimant)
        .bind(old.state.as_str())
        .execute(&self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// Makes a dispatched row unknown, whose try is gone.
    pub async fn lose(&self, key: &SendKey, old: &Row, now: i64) -> Result<(), Fault> {
        sqlx::query(
            "UPDATE sends SET state = 'unknown', changed_ms = $1 \
             WHERE operator = $2 AND send_key = $3 AND claimant = $4 AND state = 'dispatched'",
        )
        .bind(now)
        .bind(&key.operator)
        .bind(&key.key)
        .bind(&old.claimant)
        .execute(&self.0)
        .await?;
        Ok(())
    }

    /// A reservation is about to leave; false when the try does not hold it any more.
    pub async fn dispatch(
        &self,
        key: &SendKey,
        claimant: &str,
        now: i64,
        lease_ms: i64,
    ) -> Result<bool, Fault> {
        let done = sqlx::query(
            "UPDATE sends SET state = 'dispatched', changed_ms = $1, lease_ms = $2 \
             WHERE operator = $3 AND send_key = $4 AND claimant = $5 AND state = 'reserved'",
        )
        .bind(now)
        .bind(lease_ms)
        .bind(&key.operator)
        .bind(&key.key)
        .bind(claimant)
        .execute(&self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// Puts down how a dispatched send ended, also when it was given up as unknown meanwhile.
    pub async fn settle(
        &self,
        key: &SendKey,
        claimant: &str,
        state: &SendProgress,
        reply: Option<&Reply>,
        now: i64,
    ) -> Result<(), Fault> {
        let body = reply.map(|reply| String::from_utf8_lossy(&reply.body).into_owned());
        sqlx::query(
            "UPDATE sends SET state = $1, status = $2, reply = $3, operation_id = $4, changed_ms = $5 \
             WHERE operator = $6 AND send_key = $7 AND claimant = $8 AND state IN ('dispatched', 'unknown')",
        )
        .bind(state.as_str())
        .bind(reply.map(|reply| i64::from(reply.status.as_u16())))
        .bind(body)
        .bind(reply.and_then(|reply| reply.operation_id.clone()))
        .bind(now)
        .bind(&key.operator)
        .bind(&key.key)
        .bind(claimant)
        .execute(&self.0)
        .await?;
        Ok(())
    }

    /// Deletes what was finished before this moment.
    pub async fn forget(&self, before: i64) -> Result<u64, Fault> {
        let done = sqlx::query(
            "DELETE FROM sends WHERE changed_ms <= $1 AND state IN ('accepted', 'refused', 'unknown')",
        )
        .bind(before)
        .execute(&self.0)
        .await?;
        Ok(done.rows_affected())
    }

    /// Closes every connection.
    pub async fn close(&self) {
        self.0.close().await;
    }
}

fn read(row: &AnyRow) -> Result<Row, Fault> {
    Ok(Row {
        body_hash: row.try_get("body_hash")?,
        state: SendProgress::from(row.try_get::<String, _>("state")?),
        claimant: row.try_get("claimant")?,
        status: row.try_get("status")?,
        reply: row.try_get("reply")?,
        operation_id: row.try_get("operation_id")?,
        changed_ms: row.try_get("changed_ms")?,
        lease_ms: row.try_get("lease_ms")?,
    })
}

fn listed(row: &AnyRow) -> Result<RecordedSend, Fault> {
    let moment = |name| Ok::<_, Fault>(Timestamp::from_unix_ms(row.try_get(name)?));
    let status: Option<i64> = row.try_get("status")?;
    Ok(RecordedSend {
        key: row.try_get("send_key")?,
        state: SendProgress::from(row.try_get::<String, _>("shown")?),
        status: status.and_then(|status| u16::try_from(status).ok()),
        operation_id: row.try_get::<Option<String>, _>("operation_id")?.map(OperationId::new),
        begun_at: moment("begun_ms")?,
        changed_at: moment("changed_ms")?,
    })
}
