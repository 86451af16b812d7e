//! Finds addresses that came before, by an open table of rows. The addresses themselves stay where they are.

/// Rows by the hash of their address: in each slot some bits of the hash, and the row plus one.
#[derive(Debug)]
pub(crate) struct Repeats {
    slots: Vec<u32>,
}

/// Bits of a slot that hold the row: enough for every row that a list may have.
const ROW_BITS: u32 = 20;
const ROW_MASK: u32 = (1 << ROW_BITS) - 1;

impl Repeats {
    /// For at most this many rows, which is below 2^20.
    pub fn new(rows: usize) -> Self {
        Self { slots: vec![0; (rows * 2).next_power_of_two()] }
    }

    /// The earlier row with this address; when there is none, this row is remembered. `address_of` gives the
    /// address of an earlier row.
    pub fn earlier<'a>(
        &mut self,
        row: usize,
        address: &str,
        address_of: impl Fn(usize) -> &'a str,
    ) -> Option<usize> {
        let hash = hash(address.as_bytes());
        let tag = (hash >> 32) as u32 & !ROW_MASK;
        let mut at = hash as usize & (self.slots.len() - 1);
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                self.slots[at] = tag | (row as u32 + 1);
                return None;
            }
            // The tag first: an address is far away in memory.
            if slot & !ROW_MASK == tag {
                let earlier = (slot & ROW_MASK) as usize - 1;
                if address_of(earlier) == address {
                    return Some(earlier);
                }
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}

/// A fast hash with no secret: eight bytes at a time, multiplied and turned.
fn hash(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |hash: u64, word: u64| (hash.rotate_left(23) ^ word).wrapping_mul(FACTOR);
    let (words, rest) = bytes.as_chunks::<8>();
    let hash = words.iter().fold(bytes.len() as u64, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    let last = rest.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
    let hash = mix(hash, last);
    // The low bits of a product know only the low bits of its factors.
    (hash ^ hash >> 29).wrapping_mul(FACTOR).rotate_left(27)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_again_and_no_other() {
        let addresses: Vec<String> = (0..5_000).map(|at| format!("token-{}", at % 3_000)).collect();
        let mut repeats = Repeats::new(addresses.len());
        for (row, address) in addresses.iter().enumerate() {
            let earlier = repeats.earlier(row, address, |row| addresses[row].as_str());
            assert_eq!(earlier, row.checked_sub(3_000), "{address}");
        }
    }

    #[test]
    fn addresses_that_differ_in_any_byte_have_different_hashes() {
        let hashes: std::collections::HashSet<u64> = (0..=64)
            .flat_map(|length| {
                (0..length).map(move |at| {
                    let mut bytes = vec![b'a'; length];
                    bytes[at] = b'b';
                    hash(&bytes)
                })
            })
            .collect();
        assert_eq!(hashes.len(), 64 * 65 / 2);
    }
}
