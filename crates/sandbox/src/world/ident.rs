//! Ids in the upstream's form: a prefix and 26 characters of Crockford's base 32, sortable by time.
//!
//! The characters hold time, send and place, so a record is found without an index of ids. They are
//! bound to the seed: an id of another run is not found here.

use crate::chance;

/// How an operation's id begins.
pub const OPERATION: &str = "comms_operation_";
/// The place that stands for the operation itself, beyond every notification's.
pub const WHOLE: u16 = u16::MAX;

const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 26;

/// What an id names: a send, and the place of a notification in it or [`WHOLE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Number of the send, from 1.
    pub send: u32,
    /// Place of the notification, from 0, or [`WHOLE`].
    pub index: u16,
}

/// The id of `place`, made at `created` (Unix milliseconds).
pub fn write(seed: u64, prefix: &str, created: i64, place: Place) -> String {
    let Place { send, index } = place;
    let check = chance::draw(seed, &[u64::from(send), u64::from(index), created.unsigned_abs()]) >> 32;
    let time = u128::from(created.unsigned_abs()) & 0xffff_ffff_ffff;
    let value = time << 80 | u128::from(send) << 48 | u128::from(index) << 32 | u128::from(check);
    let digits = (0..LENGTH).rev().map(|place| (value >> (5 * place)) as usize & 31);
    prefix.chars().chain(digits.map(|digit| char::from(DIGITS[digit]))).collect()
}

/// What an id with this prefix names, or `None` when it has another form. Whether it was ever given is for the
/// caller to see: write it again and compare.
pub fn read(prefix: &str, id: &str) -> Option<Place> {
    let text = id.strip_prefix(prefix).filter(|text| text.len() == LENGTH)?;
    let value = text.bytes().try_fold(0_u128, |value, byte| {
        let digit = DIGITS.iter().position(|&digit| digit == byte)?;
        Some(value << 5 | digit as u128)
    })?;
    Some(Place { send: (value >> 48) as u32, index: (value >> 32) as u16 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_gives_back_its_place() {
        for (send, index) in [(1, 0), (1, WHOLE), (u32::MAX, 19_999), (77, 3)] {
            let place = Place { send, index };
            let id = write(9, OPERATION, 1_713_622_920_000, place);
            assert_eq!(id.len(), OPERATION.len() + LENGTH);
            assert!(id.starts_with("comms_operation_01h"), "{id}");
            assert_eq!(read(OPERATION, &id), Some(place));
        }
    }

    #[test]
    fn another_seed_gives_another_id() {
        let place = Place { send: 1, index: 0 };
        assert_ne!(write(1, OPERATION, 5, place), write(2, OPERATION, 5, place));
    }

    #[test]
    fn what_is_no_id_names_nothing() {
        for text in [
            "",
            "comms_operation_",
            "comms_operation_01h2xcejqtf2nbrexx3vqjhp4",
            "comms_operation_01h2xcejqtf2nbrexx3vqjhp411",
            "comms_operation_01h2xcejqtf2nbrexx3vqjhpu1",
            "comms_operation_01H2XCEJQTF2NBREXX3VQJHP41",
            "comms_notification_01h2xcejqtf2nbrexx3vqjhp41",
            "comms_operation_ééééééééééééé",
        ] {
            assert_eq!(read(OPERATION, text), None, "{text}");
        }
    }
}
