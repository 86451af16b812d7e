//! Numbers that look random and are the same for the same seed, so that a run can be repeated.
//!
//! Never a source of secrets: whoever knows the seed knows every number.

use std::ops::Range;

/// The number that belongs to `seed` and `path`; any change of either gives an unrelated one.
pub fn draw(seed: u64, path: &[u64]) -> u64 {
    path.iter().fold(mix(seed), |state, &step| mix(state ^ step))
}

/// A number within `range`, which must not be empty.
pub fn within(seed: u64, path: &[u64], range: &Range<i64>) -> i64 {
    let width = range.end.abs_diff(range.start).max(1);
    range.start.saturating_add_unsigned(draw(seed, path) % width)
}

/// True with the given probability (0 to 1).
pub fn happens(seed: u64, path: &[u64], probability: f64) -> bool {
    // 53 bits are what a double holds exactly.
    const STEPS: f64 = (1_u64 << 53) as f64;
    ((draw(seed, path) >> 11) as f64 / STEPS) < probability
}

/// One number for a text; equal texts give equal numbers.
pub fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |state, byte| {
        (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The finaliser of SplitMix64.
fn mix(state: u64) -> u64 {
    let mut z = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_and_path_give_the_same_number() {
        assert_eq!(draw(1, &[2, 3]), draw(1, &[2, 3]));
        for other in [draw(2, &[2, 3]), draw(1, &[3, 2]), draw(1, &[2]), draw(1, &[2, 3, 0])] {
            assert_ne!(draw(1, &[2, 3]), other);
        }
    }

    #[test]
    fn a_number_within_a_range_stays_in_it_and_reaches_both_ends() {
        let drawn: Vec<i64> = (0..200).map(|step| within(7, &[step], &(-2..3))).collect();
        assert_eq!(drawn.iter().min(), Some(&-2));
        assert_eq!(drawn.iter().max(), Some(&2));
    }

    #[test]
    fn a_probability_is_kept() {
        let hits = |p| (0..1000).filter(|&step| happens(7, &[step], p)).count();
        assert_eq!((hits(0.0), hits(1.0)), (0, 1000));
        assert!((400..600).contains(&hits(0.5)), "{}", hits(0.5));
    }
}
