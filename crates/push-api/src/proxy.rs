//! What the proxy itself says: the session it describes to the console, and the one shape of its errors.
//!
//! Shared by the proxy, which writes it, and the console, which reads it. Nothing secret has a field here.

use serde::{Deserialize, Serialize};

use crate::text_enum::text_enum;
use crate::{OperationId, Timestamp};

/// Path of the call that describes the session, below the proxy's origin.
pub const SESSION_PATH: &str = "/console/session";
/// Header that names one confirmed draft, so that a repeat is answered and never sent again.
pub const IDEMPOTENCY_KEY: &str = "Idempotency-Key";
/// Header on an answer that was given before and is given again.
pub const IDEMPOTENCY_REPLAYED: &str = "Idempotency-Replayed";
/// Header that carries the id under which the proxy logged the request.
pub const REQUEST_ID: &str = "X-Request-Id";
/// Longest idempotency key that the proxy takes, in bytes of visible ASCII.
pub const IDEMPOTENCY_KEY_BYTES: usize = 200;

text_enum! {
    /// Whether a send reaches real devices.
    Mode {
        /// The embedded sandbox: nothing leaves the machine.
        Sandbox = "sandbox",
        /// The real upstream.
        Live = "live",
    }
}

text_enum! {
    /// Which generation of JSON the upstream speaks.
    ApiShape {
        /// The older product guide: `notifications`, `to` as a list, delivery counters.
        Guide = "guide",
        /// The newer v1 reference: `pushNotifications`, `to` as one object.
        Reference = "reference",
    }
}

text_enum! {
    /// What an operator token may do.
    Scope {
        /// List and fetch.
        Read = "read",
        /// Submit a push.
        Send = "send",
    }
}

/// Answer of `GET /console/session`: what the console is talking to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// Sandbox or live.
    pub mode: Mode,
    /// Generation of the upstream's JSON; unknown until it is known.
    #[serde(default = "ApiShape::unknown")]
    pub api_shape: ApiShape,
    /// Address of the upstream, without any credential.
    #[serde(default)]
    pub upstream: String,
    /// What the presented operator token may do.
    #[serde(default)]
    pub scopes: Vec<Scope>,
    /// Limits that the proxy enforces.
    pub limits: SessionLimits,
    /// Whether the upstream lists an account's operations.
    #[serde(default)]
    pub operations_list: bool,
    /// Version of the proxy.
    #[serde(default)]
    pub version: String,
}

impl Session {
    /// True when the presented token may submit a push.
    pub fn may_send(&self) -> bool {
        self.scopes.contains(&Scope::Send)
    }
}

impl ApiShape {
    /// The value for "not known".
    pub fn unknown() -> Self {
        Self::Unknown("unknown".into())
    }
}

/// Limits that the proxy enforces on a send.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionLimits {
    /// Recipients in one request.
    pub recipients: usize,
    /// Bytes of one send's body.
    pub send_body_bytes: usize,
}

text_enum! {
    /// How far a send has come, as the proxy's ledger knows it.
    SendProgress {
        /// Nothing has left.
        Reserved = "reserved",
        /// It is on its way.
        Dispatched = "dispatched",
        /// The upstream took it.
        Accepted = "accepted",
        /// It was certainly not taken.
        Refused = "refused",
        /// It may have been taken. It is never sent again.
        Doubtful = "unknown",
    }
}

/// Answer of `GET /console/sends`: an operator's own sends, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedSends {
    /// The sends.
    pub sends: Vec<RecordedSend>,
}

/// One send as the proxy's ledger knows it. No recipient and no text is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecordedSend {
    /// Its idempotency key.
    pub key: String,
    /// How far it has come.
    pub state: SendProgress,
    /// Status of the upstream's answer, when it took the send.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The operation that it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation_id: Option<OperationId>,
    /// When it was claimed.
    pub begun_at: Timestamp,
    /// When it changed last.
    pub changed_at: Timestamp,
}

/// Body of every error answer of the proxy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorBody {
    /// The one error.
    pub error: ErrorDetail,
}

/// What went wrong, in the proxy's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorDetail {
    /// Stable name of the error.
    pub code: ErrorCode,
    /// A sentence for a person.
    pub message: String,
    /// True when the very same request may be repeated without harm.
    pub retryable: bool,
    /// Id under which the request was logged.
    #[serde(default)]
    pub request_id: String,
}

text_enum! {
    /// Stable names of the proxy's errors.
    ErrorCode {
        /// The `Host` header is not on the list.
        HostNotAllowed = "host_not_allowed",
        /// The `Origin` is not on the list.
        OriginNotAllowed = "origin_not_allowed",
        /// No operator token came with the request.
        TokenMissing = "token_missing",
        /// The operator token is not one that the proxy knows.
        TokenWrong = "token_wrong",
        /// The path holds something that no route has.
        BadPath = "bad_path",
        /// No such route, or nothing with that id.
        NotFound = "not_found",
        /// The route exists, for another method.
        MethodNotAllowed = "method_not_allowed",
        /// A send came without its key.
        IdempotencyKeyMissing = "idempotency_key_missing",
        /// The key was used for another body.
        IdempotencyKeyReused = "idempotency_key_reused",
        /// The same send is still under way.
        SendInFlight = "send_in_flight",
        /// The body is over the limit.
        BodyTooLarge = "body_too_large",
        /// A write that is not JSON.
        NotJson = "not_json",
        /// The request cannot be read.
        BadRequest = "bad_request",
        /// The upstream refused the request; its own words are in the message.
        UpstreamRejected = "upstream_rejected",
        /// The upstream refused the proxy's credential.
        UpstreamCredentialRejected = "upstream_credential_rejected",
        /// The upstream says that the account may not do this.
        UpstreamForbidden = "upstream_forbidden",
        /// Too many requests; wait as `Retry-After` says.
        RateLimited = "rate_limited",
        /// The upstream could not be reached; nothing was sent.
        UpstreamUnavailable = "upstream_unavailable",
        /// The upstream failed on a read.
        UpstreamFailed = "upstream_failed",
        /// The upstream answered with a redirect, which is never followed.
        UpstreamRedirected = "upstream_redirected",
        /// The upstream answered with something that is not JSON.
        UpstreamNotJson = "upstream_not_json",
        /// The upstream took too long on a read.
        UpstreamTimeout = "upstream_timeout",
        /// A send left, and whether the upstream took it is not known. Never repeat it.
        SendOutcomeUnknown = "send_outcome_unknown",
        /// The proxy itself failed.
        Internal = "internal",
    }
}
