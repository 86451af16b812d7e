//! What is kept of one notification: where its address stands, who carries it, what becomes of it.

use push_api::{Provider, Recipient};

use crate::chance;
use crate::outcome::{self, Outcome};

/// Who carries a push; unlike [`Provider`] it is one byte and never unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carrier {
    /// Firebase Cloud Messaging.
    Fcm,
    /// Apple Push Notification service.
    Apn,
}

impl Carrier {
    /// The same in the words of the API.
    pub fn provider(self) -> Provider {
        match self {
            Self::Fcm => Provider::Fcm,
            Self::Apn => Provider::Apn,
        }
    }
}

/// One notification of a send.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// Where its address begins in the text that all share, in bytes.
    pub from: u32,
    /// How long its address is, in bytes.
    pub length: u32,
    /// True when the address is a user's id.
    pub user: bool,
    /// Who carries it.
    pub carrier: Carrier,
    /// What becomes of it.
    pub outcome: Outcome,
}

/// The notifications for one recipient whose address begins at `from`: one for each device.
pub(super) fn of(seed: u64, recipient: &Recipient, from: u32) -> impl Iterator<Item = Piece> + use<> {
    let address = recipient.address();
    let carriers: &[Carrier] = match recipient {
        Recipient::Device { provider: Provider::Apn, .. } => &[Carrier::Apn],
        Recipient::Device { .. } => &[Carrier::Fcm],
        Recipient::User { user_id, .. } if outcome::has_two_devices(user_id) => &[Carrier::Fcm, Carrier::Apn],
        Recipient::User { user_id, .. } if has_android(seed, user_id) => &[Carrier::Fcm],
        Recipient::User { .. } => &[Carrier::Apn],
    };
    let (user, outcome) = (matches!(recipient, Recipient::User { .. }), outcome::of(address));
    let length = address.len() as u32;
    carriers.iter().map(move |&carrier| Piece { from, length, user, carrier, outcome })
}

/// Bound to the user and not to the send, so that everybody has the same device every time.
fn has_android(seed: u64, user_id: &str) -> bool {
    chance::draw(seed, &[chance::digest(user_id)]) & 1 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn carriers(recipient: &Recipient) -> Vec<Carrier> {
        of(1, recipient, 0).map(|piece| piece.carrier).collect()
    }

    #[test]
    fn a_device_is_carried_by_its_provider_and_a_user_by_the_users_devices() {
        assert_eq!(carriers(&Recipient::device("a", Provider::Fcm)), [Carrier::Fcm]);
        assert_eq!(carriers(&Recipient::device("two-a", Provider::Apn)), [Carrier::Apn]);
        assert_eq!(carriers(&Recipient::user("two-a")), [Carrier::Fcm, Carrier::Apn]);
        let users: Vec<_> = (0..50).map(|i| carriers(&Recipient::user(i.to_string()))).collect();
        assert!(users.contains(&vec![Carrier::Fcm]) && users.contains(&vec![Carrier::Apn]));
        assert_eq!(carriers(&Recipient::user("7")), carriers(&Recipient::user("7")));
    }

    #[test]
    fn ten_thousand_notifications_cost_twelve_bytes_each_beside_their_addresses() {
        assert_eq!(size_of::<Piece>(), 12);
    }
}
