//! What becomes of a notification, chosen by how its token or user id begins. A table, and nothing else.
//!
//! No outcome is ever left to chance: whoever writes the recipients knows what will happen.

/// What becomes of one notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Handed over at the first attempt, and delivered.
    Delivered,
    /// Delivered, but about twenty seconds late.
    Late,
    /// Handed over at the second attempt, and delivered.
    Retried,
    /// Handed over, and never confirmed: undelivered in the guide, sent in the reference.
    Undelivered,
    /// Refused by the provider at the first attempt.
    Failed,
    /// No device to reach: failed without any attempt.
    Unaddressable,
}

/// One row of the table.
#[derive(Debug)]
pub struct Row {
    /// How the token or user id begins.
    pub prefix: &'static str,
    /// What becomes of it.
    pub outcome: Outcome,
    /// The same for a person.
    pub meaning: &'static str,
}

/// Every prefix with a meaning; whatever begins otherwise is delivered.
pub static ROWS: [Row; 5] = [
    Row { prefix: "fail-", outcome: Outcome::Failed, meaning: "the provider refuses it: FAILED" },
    Row { prefix: "slow-", outcome: Outcome::Late, meaning: "delivered about 20 s late" },
    Row {
        prefix: "unknown-",
        outcome: Outcome::Unaddressable,
        meaning: "no device to reach: FAILED, never tried",
    },
    Row {
        prefix: "undelivered-",
        outcome: Outcome::Undelivered,
        meaning: "handed over, never confirmed: UNDELIVERED",
    },
    Row { prefix: "retry-", outcome: Outcome::Retried, meaning: "delivered at the second attempt" },
];

/// A user id that begins so has two devices, one for each provider; any other user has one device.
pub const TWO_DEVICES: &str = "two-";
/// How real user ids begin; the prefixes above are looked for after it.
const USER_IDS: [&str; 2] = ["comms_pushnotificationuser_", "comms_user_"];

/// The outcome for a token or user id.
pub fn of(address: &str) -> Outcome {
    let told = telling(address);
    ROWS.iter().find(|row| told.starts_with(row.prefix)).map_or(Outcome::Delivered, |row| row.outcome)
}

/// True for a user with two devices.
pub fn has_two_devices(user_id: &str) -> bool {
    telling(user_id).starts_with(TWO_DEVICES)
}

fn telling(address: &str) -> &str {
    USER_IDS.iter().find_map(|prefix| address.strip_prefix(prefix)).unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_an_address_decides() {
        for (address, outcome) in [
            ("fail-1", Outcome::Failed),
            ("slow-", Outcome::Late),
            ("unknown-é", Outcome::Unaddressable),
            ("undelivered-x", Outcome::Undelivered),
            ("retry-x", Outcome::Retried),
            ("two-x", Outcome::Delivered),
            ("fail", Outcome::Delivered),
            ("Fail-1", Outcome::Delivered),
            ("a-fail-1", Outcome::Delivered),
            ("", Outcome::Delivered),
            ("comms_pushnotificationuser_fail-1", Outcome::Failed),
            ("comms_user_slow-1", Outcome::Late),
        ] {
            assert_eq!(of(address), outcome, "{address}");
        }
    }

    #[test]
    fn only_a_user_marked_so_has_two_devices() {
        for (user, two) in
            [("two-1", true), ("comms_user_two-1", true), ("comms_user_1", false), ("x-two-", false)]
        {
            assert_eq!(has_two_devices(user), two, "{user}");
        }
    }
}
