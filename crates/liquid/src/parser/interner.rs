//! A number for each different text, found quickly also among thousands.

const BUCKETS: usize = 256;

/// The texts so far, by their numbers.
#[derive(Debug)]
pub(super) struct Interner {
    texts: Vec<Box<str>>,
    buckets: Vec<Vec<usize>>,
}

impl Default for Interner {
    fn default() -> Self {
        Self { texts: Vec::new(), buckets: vec![Vec::new(); BUCKETS] }
    }
}

impl Interner {
    /// The number of a text; a new one for a new text.
    pub fn number(&mut self, text: &str) -> usize {
        // FNV-1a.
        let mixed = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        let sum = text.bytes().fold(0x811c_9dc5, mixed);
        let bucket = &mut self.buckets[sum as usize % BUCKETS];
        if let Some(known) = bucket.iter().find(|known| *self.texts[**known] == *text) {
            return *known;
        }
        bucket.push(self.texts.len());
        self.texts.push(text.into());
        self.texts.len() - 1
    }

    /// All texts in the order of their numbers.
    pub fn texts(self) -> Vec<Box<str>> {
        self.texts
    }

    pub fn len(&self) -> usize {
        self.texts.len()
    }
}
