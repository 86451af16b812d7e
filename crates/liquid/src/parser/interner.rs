//! A number for each different text, in time that grows with the lengths of the texts and no faster, whatever they are.
//!
//! A tree of half bytes, and not hashes: a template could be made of names whose hashes are alike.

/// The texts so far, by their numbers.
#[derive(Debug)]
pub(super) struct Interner {
    texts: Vec<Box<str>>,
    /// The first is where every text begins.
    places: Vec<Place>,
}

/// A place that some texts pass, half a byte behind the one before.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    half: u8,
    /// The next one with the same place before it; 0 for none.
    sibling: usize,
    /// One of those behind it; 0 for none.
    child: usize,
    /// The text that ends here.
    number: Option<usize>,
}

impl Default for Interner {
    fn default() -> Self {
        Self { texts: Vec::new(), places: vec![Place::default()] }
    }
}

impl Interner {
    /// The number of a text; a new one for a new text.
    pub fn number(&mut self, text: &str) -> usize {
        let halves = text.bytes().flat_map(|byte| [byte >> 4, byte & 15]);
        let end = halves.fold(0, |at, half| self.behind(at, half));
        if let Some(known) = self.places[end].number {
            return known;
        }
        self.places[end].number = Some(self.texts.len());
        self.texts.push(text.into());
        self.texts.len() - 1
    }

    /// The place half a byte further; a new one when no text has passed it.
    fn behind(&mut self, at: usize, half: u8) -> usize {
        let first = self.places[at].child;
        let mut child = first;
        while child > 0 {
            if self.places[child].half == half {
                return child;
            }
            child = self.places[child].sibling;
        }
        let new = self.places.len();
        self.places.push(Place { half, sibling: first, ..Place::default() });
        self.places[at].child = new;
        new
    }

    /// All texts in the order of their numbers.
    pub fn texts(self) -> Vec<Box<str>> {
        self.texts
    }

    pub fn len(&self) -> usize {
        self.texts.len()
    }
}
