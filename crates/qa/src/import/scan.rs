//! Finds the bytes that matter in a CSV file, eight at a time: separators, quotes and control characters.

const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
const ONES: u64 = 0x0101_0101_0101_0101;

/// Where the bytes that matter are, in order.
#[derive(Debug)]
pub(super) struct Scan<'t> {
    bytes: &'t [u8],
    delimiters: u64,
    /// The first byte of the eight that were looked at last.
    base: usize,
    /// The highest bit of each of these eight that matters and was not told yet.
    left: u64,
}

impl<'t> Scan<'t> {
    /// From a byte on.
    pub fn new(text: &'t str, delimiter: u8, from: usize) -> Self {
        let bytes = text.as_bytes();
        let mut scan = Self { bytes, delimiters: u64::from(delimiter) * ONES, base: from & !7, left: 0 };
        let before = (from & 7) as u32 * 8;
        scan.left = scan.matches(scan.base) >> before << before;
        scan
    }

    /// The place of the next separator, quote or control character below 0x0E (line breaks are among them).
    #[inline]
    pub fn next(&mut self) -> Option<usize> {
        while self.left == 0 {
            self.base += 8;
            if self.base >= self.bytes.len() {
                return None;
            }
            self.left = self.matches(self.base);
        }
        let at = self.base + (self.left.trailing_zeros() / 8) as usize;
        self.left &= self.left - 1;
        Some(at)
    }

    /// The highest bit of each of eight bytes that matters.
    #[inline]
    fn matches(&self, base: usize) -> u64 {
        let word = match self.bytes.get(base..).and_then(<[u8]>::first_chunk::<8>) {
            Some(word) => u64::from_le_bytes(*word),
            None => self.last(base),
        };
        // In each of these a byte's highest bit is clear exactly when the byte is the one that is looked for: nothing
        // is carried into the next byte.
        let unlike = |pattern: u64| {
            let differs = word ^ pattern;
            ((differs & LOW) + LOW) | differs
        };
        let above_controls = ((word & LOW) + u64::from(0x80_u8 - 0x0e) * ONES) | word;
        !(unlike(self.delimiters) & unlike(u64::from(b'"') * ONES) & above_controls) & !LOW
    }

    /// The last, incomplete eight, filled up with a byte that does not matter.
    #[cold]
    fn last(&self, base: usize) -> u64 {
        let mut word = [b'.'; 8];
        let rest = self.bytes.get(base..).unwrap_or_default();
        word.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        u64::from_le_bytes(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_that_matters_is_found_from_any_place() {
        let text: String = (0..200_u32).chain([44, 34, 10, 13, 59, 9]).filter_map(char::from_u32).collect();
        for delimiter in [b',', b';', b'\t', b'|'] {
            let matters = |byte: u8| byte == delimiter || byte == b'"' || byte < 0x0e;
            for from in 0..=text.len() {
                let expected: Vec<usize> =
                    (from..text.len()).filter(|&at| matters(text.as_bytes()[at])).collect();
                let mut scan = Scan::new(&text, delimiter, from);
                let found: Vec<usize> = std::iter::from_fn(|| scan.next()).collect();
                assert_eq!(found, expected, "from {from}");
            }
        }
    }
}
