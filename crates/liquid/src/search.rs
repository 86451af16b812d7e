//! Finding a text within another, in time that grows with their lengths and no faster.
//!
//! By Knuth, Morris and Pratt. The standard library's search is quicker on long texts, and three kilobytes heavier
//! in a page; texts are short here.

/// Every place at which `part` begins in `text`, overlapping ones as well.
struct Places<'t> {
    text: &'t [u8],
    part: &'t [u8],
    /// For each length how much of the part's beginning its end repeats.
    repeats: Vec<usize>,
    at: usize,
    matched: usize,
}

impl<'t> Places<'t> {
    fn new(text: &'t str, part: &'t str) -> Self {
        let part = part.as_bytes();
        let mut repeats = vec![0; part.len()];
        let mut matched = 0;
        for index in 1..part.len() {
            while matched > 0 && part[index] != part[matched] {
                matched = repeats[matched - 1];
            }
            matched += usize::from(part[index] == part[matched]);
            repeats[index] = matched;
        }
        Self { text: text.as_bytes(), part, repeats, at: 0, matched: 0 }
    }
}

impl Iterator for Places<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while let Some(byte) = self.text.get(self.at) {
            self.at += 1;
            while self.matched > 0 && self.part.get(self.matched) != Some(byte) {
                self.matched = self.repeats[self.matched - 1];
            }
            self.matched += usize::from(self.part.get(self.matched) == Some(byte));
            if self.matched == self.part.len() {
                self.matched = self.repeats[self.matched - 1];
                return Some(self.at - self.part.len());
            }
        }
        None
    }
}

/// Where the part begins first; an empty one at once.
pub(crate) fn find(text: &str, part: &str) -> Option<usize> {
    if part.is_empty() { Some(0) } else { Places::new(text, part).next() }
}

/// Where the part begins last; an empty one at the end.
pub(crate) fn find_last(text: &str, part: &str) -> Option<usize> {
    if part.is_empty() { Some(text.len()) } else { Places::new(text, part).last() }
}

/// Where the part begins, each place behind the end of the one before. An empty part begins around every letter.
pub(crate) fn places(text: &str, part: &str) -> Vec<usize> {
    if part.is_empty() {
        return text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    }
    let mut free = 0;
    let mut places = Vec::new();
    for at in Places::new(text, part) {
        if at >= free {
            places.push(at);
            free = at + part.len();
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn parts_are_found_where_the_standard_library_finds_them(text in "[aäb]{0,20}", part in "[aäb]{0,4}") {
            prop_assert_eq!(find(&text, &part), text.find(&part));
            prop_assert_eq!(find_last(&text, &part), text.rfind(&part));
            let theirs: Vec<usize> = text.match_indices(&part).map(|(at, _)| at).collect();
            prop_assert_eq!(places(&text, &part), theirs);
        }
    }
}
