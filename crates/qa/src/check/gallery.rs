//! Recipients worth a look: of each reason the one that shows it best, the first of those that show it alike.

use crate::summary::Why;

/// What is looked for, in the order in which it is shown.
const REASONS: [Why; 9] = [
    Why::Longest,
    Why::Shortest,
    Why::MostBytes,
    Why::MostDefaults,
    Why::RightToLeft,
    Why::Emoji,
    Why::Missing,
    Why::First,
    Why::Last,
];

/// The best of each reason so far.
#[derive(Debug, Default)]
pub(super) struct Gallery([Option<Best>; REASONS.len()]);

#[derive(Debug, Clone, Copy)]
struct Best {
    figure: u32,
    index: u32,
}

impl Gallery {
    /// Offers the next recipient of the list; `figure` says how much they show a reason, and nothing when not at all.
    pub fn offer(&mut self, index: u32, mut figure: impl FnMut(Why, bool) -> Option<u32>) {
        for (why, best) in REASONS.into_iter().zip(&mut self.0) {
            let is_first = best.is_none();
            match figure(why, is_first) {
                Some(figure) if best.is_none_or(|best| figure > best.figure) => {
                    *best = Some(Best { figure, index })
                }
                _ => {}
            }
        }
    }

    /// Why, and the place in the list.
    pub fn shown(&self) -> impl Iterator<Item = (Why, u32)> {
        REASONS.into_iter().zip(self.0).filter_map(|(why, best)| best.map(|best| (why, best.index)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_the_best_is_shown() {
        let mut gallery = Gallery::default();
        for (index, length) in [4, 9, 2, 9, 2].into_iter().enumerate() {
            let index = index as u32;
            gallery.offer(index, |why, _| match why {
                Why::Longest => Some(length),
                Why::Shortest => Some(u32::MAX - length),
                Why::Emoji => (length == 9).then_some(1),
                Why::First => Some(0),
                Why::Last => Some(index),
                _ => None,
            });
        }
        let shown: Vec<_> = gallery.shown().collect();
        assert_eq!(
            shown,
            [(Why::Longest, 1), (Why::Shortest, 2), (Why::Emoji, 1), (Why::First, 0), (Why::Last, 4)]
        );
    }
}
