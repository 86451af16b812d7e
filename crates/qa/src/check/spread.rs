//! How the estimated bytes of a service are spread over a list.

use super::envelope::Service;
use crate::summary::Spread;

/// Steps of equal width up to the limit: each is 128 bytes of 4096.
pub(super) const STEPS: u32 = 32;

/// The spread of bytes, each with its place in the list and in the order of the list; none when there are none.
/// `row` gives the number of the row at a place.
pub(super) fn of(
    service: Service,
    sizes: impl Iterator<Item = (u32, u32)>,
    row: impl FnOnce(u32) -> u32,
) -> Option<Spread> {
    let limit = service.limit();
    let width = limit / STEPS;
    let mut steps = vec![0; STEPS as usize + 1];
    let mut all = Vec::new();
    let (mut max, mut max_at) = (0, 0);
    for (bytes, at) in sizes {
        if all.is_empty() || bytes > max {
            (max, max_at) = (bytes, at);
        }
        // A size at the upper end of a step belongs to it, so that one at the limit is not above it.
        let step = (bytes.saturating_sub(1) / width).min(STEPS);
        steps[step as usize] += 1;
        all.push(bytes);
    }
    let middle = all.len().checked_sub(1)? / 2;
    let min = *all.iter().min()?;
    let (_, median, _) = all.select_nth_unstable(middle);
    let over = steps[STEPS as usize];
    let median = *median;
    Some(Spread { recipients: all.len() as u32, min, median, max, max_row: row(max_at), limit, over, steps })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(sizes: &[u32]) -> Option<Spread> {
        of(Service::Apns, sizes.iter().copied().zip(0..), |at| at + 2)
    }

    #[test]
    fn the_figures_are_those_of_the_sizes() {
        assert_eq!(spread(&[]), None);
        let one = spread(&[300]).unwrap_or_else(|| panic!("there is one"));
        assert_eq!(
            (one.recipients, one.min, one.median, one.max, one.max_row, one.over),
            (1, 300, 300, 300, 2, 0)
        );
        let four = spread(&[500, 100, 900, 900]).unwrap_or_else(|| panic!("there are four"));
        assert_eq!(
            (four.min, four.median, four.max, four.max_row),
            (100, 500, 900, 4),
            "half have at most 500"
        );
    }

    #[test]
    fn the_limit_itself_is_not_above_it() {
        let spread =
            spread(&[0, 1, 128, 129, 4095, 4096, 4097, 90_000]).unwrap_or_else(|| panic!("there are some"));
        assert_eq!((spread.steps[0], spread.steps[1], spread.steps[31], spread.steps[32]), (3, 1, 2, 2));
        assert_eq!((spread.over, spread.limit), (2, 4096));
        assert_eq!(spread.steps.iter().sum::<u32>(), spread.recipients);
    }
}
