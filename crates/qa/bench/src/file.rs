//! A made-up CSV file, the same one every time.

use std::fmt::Write as _;

const NAMES: [&str; 8] = ["Ada", "Grace", "Linus", "Edsger", "Bárbara", "Alan", "Margaret", "José"];
const CITIES: [&str; 6] = ["Oslo", "Bern", "Zürich", "Rome", "\"Washington, DC\"", "Porto"];
const OFFERS: [&str; 4] = ["10 % off", "\"Tea, and cake\"", "\"The \"\"big\"\" one\"", ""];

/// The names of its columns.
pub const COLUMNS: [&str; 9] =
    ["token", "provider", "first_name", "city", "zip", "points", "balance", "newsletter", "offer"];

/// A file of so many rows and a header. Of a hundred rows about one repeats the recipient of the row before.
pub fn file(rows: usize) -> String {
    let mut dice = Dice(0x5eed);
    let mut file = COLUMNS.join(",");
    file.push('\n');
    let mut token = dice.token();
    for _ in 0..rows {
        if dice.below(100) != 0 {
            token = dice.token();
        }
        let provider = if token.contains(':') { "FCM" } else { "APN" };
        let (name, city, offer) = (dice.one_of(&NAMES), dice.one_of(&CITIES), dice.one_of(&OFFERS));
        let (zip, points) = (dice.below(100_000), dice.below(5_000));
        let (whole, part) = (dice.below(900), 1 + dice.below(9));
        let newsletter = dice.below(2) == 0;
        // Writing to a text cannot fail.
        let _ = writeln!(
            file,
            "{token},{provider},{name},{city},{zip:05},{points},{whole}.{part},{newsletter},{offer}"
        );
    }
    file
}

/// SplitMix64: small, and the same on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    fn one_of(&mut self, words: &[&'static str]) -> &'static str {
        let index = usize::try_from(self.below(words.len() as u64)).unwrap_or_default();
        words.get(index).copied().unwrap_or_default()
    }

    /// Two of three by FCM, with 163 characters, the others by APNs with 64 hexadecimal digits.
    fn token(&mut self) -> String {
        if self.below(3) == 0 {
            return (0..4).map(|_| format!("{:016x}", self.next())).collect();
        }
        let letters = |dice: &mut Self, count: usize| -> String {
            const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
            (0..count).map(|_| char::from(LETTERS[(dice.next() & 63) as usize])).collect()
        };
        format!("{}:APA91b{}", letters(self, 22), letters(self, 134))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use push_qa::column::{CellType, Role};
    use push_qa::problem::ProblemKind;

    #[test]
    fn it_is_the_same_every_time_and_holds_what_an_importer_has_to_do() {
        assert_eq!(file(100), file(100));
        let list = push_qa::import::read("bench.csv", file(2_000).into_bytes()).unwrap();
        let columns = list.columns();
        assert_eq!((columns[0].role, columns[1].role, list.len()), (Role::Token, Role::Provider, 2_000));
        let types: Vec<CellType> = columns[4..8].iter().map(|column| column.cells).collect();
        assert_eq!(types, [CellType::Text, CellType::Number, CellType::Number, CellType::Boolean]);
        let kinds: Vec<ProblemKind> = list.problems().iter().map(|problem| problem.kind).collect();
        assert_eq!(kinds, [ProblemKind::Duplicate]);
        assert!(list.kinds().fcm > list.kinds().apn && list.kinds().apn > 500);
    }
}
