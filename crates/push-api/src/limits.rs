//! Every limit that a draft is held to, with its source.
//!
//! *Limits* stop a send. *Display lengths* are only ever warnings: what fits differs per device.

/// Most recipients in one send. Source: v1 reference, `to`.
pub const MAX_RECIPIENTS: usize = 10_000;
/// Most tags on one send. Source: v1 reference, `tags`.
pub const MAX_TAGS: usize = 10;
/// Longest tag key in characters. Source: v1 reference, `tags`.
pub const MAX_TAG_KEY_CHARS: usize = 128;
/// Longest tag value in characters. Source: v1 reference, `tags`.
pub const MAX_TAG_VALUE_CHARS: usize = 256;
/// Largest APNs payload in bytes. Source: Apple, "Generating a remote notification".
pub const APNS_PAYLOAD_BYTES: usize = 4096;
/// Largest FCM message in bytes. Source: Firebase, "About FCM messages".
pub const FCM_PAYLOAD_BYTES: usize = 4096;
/// Smallest and largest page size. Source: paging of the sibling Messages API.
pub const PAGE_SIZE: std::ops::RangeInclusive<u32> = 1..=1000;
/// Page size when none is asked for. Source: paging of the sibling Messages API.
pub const DEFAULT_PAGE_SIZE: u32 = 50;
/// Days after which the upstream forgets operations and notifications. Source: product guide.
pub const RECORD_DAYS: i64 = 7;
/// Characters of a title that an iOS lock screen shows. A warning, never a limit.
pub const IOS_TITLE_CHARS: usize = 50;
/// Characters of a body that an iOS lock screen shows. A warning, never a limit.
pub const IOS_BODY_CHARS: usize = 178;
/// Characters of a title that Android shows. A warning, never a limit.
pub const ANDROID_TITLE_CHARS: usize = 65;
/// Characters of a body that Android shows when expanded. A warning, never a limit.
pub const ANDROID_BODY_CHARS: usize = 240;
