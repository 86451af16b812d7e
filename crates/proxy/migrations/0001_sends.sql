-- What became of each send, by operator and idempotency key. The same text runs on SQLite and on PostgreSQL.
CREATE TABLE sends (
    operator TEXT NOT NULL,
    send_key TEXT NOT NULL,
    -- SHA-256 of the body, in hexadecimal digits: no recipient is kept.
    body_hash TEXT NOT NULL,
    -- reserved: nothing has left. dispatched: it may have left. accepted, refused, unknown: how it ended.
    state TEXT NOT NULL CHECK (state IN ('reserved', 'dispatched', 'accepted', 'refused', 'unknown')),
    -- Which try of which proxy holds it.
    claimant TEXT NOT NULL,
    -- The upstream's answer, when it took the send.
    status BIGINT,
    reply TEXT,
    operation_id TEXT,
    -- Unix milliseconds. After lease_ms nobody is at work on it any more.
    begun_ms BIGINT NOT NULL,
    changed_ms BIGINT NOT NULL,
    lease_ms BIGINT NOT NULL,
    PRIMARY KEY (operator, send_key)
);

CREATE INDEX sends_by_change ON sends (changed_ms);

CREATE INDEX sends_by_begin ON sends (operator, begun_ms);
