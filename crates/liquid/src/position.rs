//! Where something stands in a template.

use crate::cut::cut;

/// A place in a template, as an editor shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

/// Where every text begins.
const START: Position = Position { line: 1, column: 1 };

impl Position {
    /// The places of many offsets, in their order: one walk through the text for all of them.
    pub(crate) fn of_all(source: &str, offsets: impl Iterator<Item = usize>) -> Vec<Self> {
        let mut sorted: Vec<(usize, usize)> = offsets.enumerate().map(|(index, at)| (at, index)).collect();
        sorted.sort_unstable();
        let mut places = vec![START; sorted.len()];
        let (mut place, mut walked) = (START, 0);
        for (at, index) in sorted {
            place = place.behind(cut(source, walked..at));
            (walked, places[index]) = (at, place);
        }
        places
    }

    /// The place of a byte offset; offsets beyond the end are the end.
    pub(crate) fn of(source: &str, offset: usize) -> Self {
        START.behind(cut(source, ..source.floor_char_boundary(offset)))
    }

    /// The place behind a text that begins here.
    fn behind(self, text: &str) -> Self {
        text.chars().fold(self, |Self { line, column }, letter| match letter {
            '\n' => Self { line: line + 1, column: 1 },
            _ => Self { line, column: column + 1 },
        })
    }
}

/// The whole line around a byte offset, without its end.
pub(crate) fn line_around(source: &str, offset: usize) -> &str {
    let offset = source.floor_char_boundary(offset);
    let start = cut(source, ..offset).rfind('\n').map_or(0, |at| at + 1);
    let end = cut(source, offset..).find('\n').map_or(source.len(), |at| offset + at);
    cut(source, start..end).trim_end_matches('\r')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn many_places_at_once_are_those_of_each(text in "[aä\n]{0,12}", picks in prop::collection::vec(any::<prop::sample::Index>(), 0..8)) {
            let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let offsets: Vec<usize> = picks.iter().map(|pick| *pick.get(&ends)).collect();
            let alone: Vec<Position> = offsets.iter().map(|at| Position::of(&text, *at)).collect();
            prop_assert_eq!(Position::of_all(&text, offsets.into_iter()), alone);
        }
    }
}
