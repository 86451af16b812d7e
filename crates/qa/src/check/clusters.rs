//! Recipients who get exactly the same title and body. Texts are told apart by a hash of 128 bits, so that none of
//! them has to be kept.

use std::collections::HashMap;
use std::hash::Hasher;

use siphasher::sip128::{Hasher128, SipHasher13};

/// The different texts of a list in the order in which they are first met.
#[derive(Debug, Default)]
pub(super) struct Clusters {
    numbers: HashMap<(u64, u64), u32>,
    all: Vec<Alike>,
}

/// Recipients with one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Alike {
    /// How many.
    pub recipients: u32,
    /// The first of them, by the place in the list.
    pub first: u32,
}

impl Clusters {
    /// Adds a recipient and gives the number of their text.
    pub fn add(&mut self, title: &str, body: &str, index: u32) -> u32 {
        let mut hasher = SipHasher13::new();
        hasher.write(title.as_bytes());
        // No text holds this byte, so that the end of one cannot be the beginning of the other.
        hasher.write_u8(0xFF);
        hasher.write(body.as_bytes());
        let hash = hasher.finish128();
        let number = *self.numbers.entry((hash.h1, hash.h2)).or_insert_with(|| {
            self.all.push(Alike { recipients: 0, first: index });
            (self.all.len() - 1) as u32
        });
        if let Some(alike) = self.all.get_mut(number as usize) {
            alike.recipients += 1;
        }
        number
    }

    /// How many different texts there are.
    pub fn texts(&self) -> u32 {
        self.all.len() as u32
    }

    /// The largest, at most so many; of two that are as large, the one that is met first.
    pub fn largest(&self, most: usize) -> Vec<Alike> {
        let rank = |alike: &Alike| (u32::MAX - alike.recipients, alike.first);
        let mut all = self.all.clone();
        // A list may have a million different texts, of which a few are shown.
        if all.len() > most {
            all.select_nth_unstable_by_key(most, rank);
            all.truncate(most);
        }
        all.sort_by_key(rank);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_are_exactly_alike_are_one() {
        let mut clusters = Clusters::default();
        let texts = [("A", "b"), ("", "Ab"), ("A", "b "), ("Ab", ""), ("", "Ab"), ("A", "b")];
        let numbers: Vec<u32> =
            texts.iter().zip(0..).map(|((title, body), index)| clusters.add(title, body, index)).collect();
        assert_eq!(numbers, [0, 1, 2, 3, 1, 0]);
        assert_eq!(clusters.texts(), 4);
        let largest = clusters.largest(3);
        assert_eq!(
            largest.iter().map(|it| (it.recipients, it.first)).collect::<Vec<_>>(),
            [(2, 0), (2, 1), (1, 2)]
        );
    }
}
