//! Floats from decimal digits and back, exactly.
//!
//! The standard library does the same faster, with tables that alone would be a fifth of this crate in a page.
//! Here floats are rare and small: the usual ones take a short way without long numbers.

use super::long::Long;

/// Powers of ten up to this one are exact as floats.
const EXACT: i32 = 22;
/// Whole numbers below this are exact as floats.
const WHOLE: u128 = 1 << 53;

/// The float nearest to `digits` times ten to the power of `exponent`; infinite when that is too large.
pub(super) fn nearest(digits: u128, exponent: i32) -> f64 {
    if digits == 0 || exponent < -400 {
        return 0.0;
    }
    if exponent > 400 {
        return f64::INFINITY;
    }
    if digits < WHOLE && (-EXACT..=EXACT).contains(&exponent) {
        // Both are exact, and one operation on exact numbers rounds rightly.
        let power = (0..exponent.abs()).fold(1.0, |power, _| power * 10.0);
        return if exponent < 0 { digits as f64 / power } else { digits as f64 * power };
    }
    let (mut above, mut below) = (Long::of(digits), Long::of(1));
    if exponent < 0 {
        below.times_power_of_ten(-exponent)
    } else {
        above.times_power_of_ten(exponent)
    }
    divided(above, below)
}

/// The float nearest to the quotient.
fn divided(mut above: Long, mut below: Long) -> f64 {
    // Scaled so that the quotient has 64 or 65 bits.
    let shift = 64 - (above.bits() - below.bits());
    if shift >= 0 {
        above.shift_left(shift)
    } else {
        below.shift_left(-shift)
    }
    let (quotient, has_rest) = above.divided(&below);
    let bits = 128 - i32::try_from(quotient.leading_zeros()).unwrap_or_default();
    // Place of the first bit, and how many bits a float of that size has.
    let place = bits - 1 - shift;
    let kept = if place < -1022 { 53 - (-1022 - place) } else { 53 };
    if kept < 0 {
        return 0.0;
    }
    let dropped = u32::try_from(bits - kept).unwrap_or_default();
    let (whole, rest) = (quotient >> dropped, quotient & ((1 << dropped) - 1));
    let half = 1_u128 << (dropped - 1);
    let goes_up = rest > half || rest == half && (has_rest || whole & 1 == 1);
    let mantissa = u64::try_from(whole).unwrap_or_default() + u64::from(goes_up);
    if place > 1023 {
        return f64::INFINITY;
    }
    // A float's exponent stands above its mantissa, whose first bit is not written; a carry runs into it rightly.
    let bits = if place < -1022 {
        mantissa
    } else {
        (u64::try_from(place + 1022).unwrap_or_default() << 52) + mantissa
    };
    f64::from_bits(bits)
}

/// The fewest digits that read as this float, and the power of ten they are multiplied with. It is positive and finite.
pub(super) fn shortest(number: f64) -> (u64, i32) {
    short_way(number).unwrap_or_else(|| long_way(number))
}

/// What finding the digits of a float costs, in bytes of work: time grows with its exponent.
pub(crate) fn price(number: f64) -> usize {
    let size = number.abs();
    if size == 0.0 || !size.is_finite() || short_way(size).is_some() {
        return 32;
    }
    let exponent = usize::try_from(size.to_bits() >> 52).unwrap_or_default();
    256 + 20 * exponent.abs_diff(1023)
}

/// Numbers with few digits behind the point.
fn short_way(number: f64) -> Option<(u64, i32)> {
    let mut power = 1.0;
    for places in 0..=8 {
        let whole = (number * power).round();
        if whole >= 9e15 {
            return None;
        }
        if whole / power == number {
            return Some((whole as u64, -places));
        }
        power *= 10.0;
    }
    None
}

fn long_way(number: f64) -> (u64, i32) {
    let (above, below, mut place) = fraction(number);
    let (mut above, mut below) = (above, below);
    // `place` is where the first digit stands; make the quotient one digit before the point.
    if place >= 0 {
        below.times_power_of_ten(place)
    } else {
        above.times_power_of_ten(-place)
    }
    while above.is_below(&below) {
        above.times_small(10);
        place -= 1;
    }
    let mut digits: u64 = 0;
    for count in 1..=17 {
        let (digit, rest) = above.digit(&below);
        digits = digits * 10 + u64::from(digit);
        above = rest;
        // Rounded to so many digits, halves to the even one.
        let mut twice = above.clone();
        twice.times_small(2);
        let is_half = !twice.is_below(&below) && !below.is_below(&twice);
        let goes_up = below.is_below(&twice) || is_half && digits & 1 == 1;
        let exponent = place + 1 - count;
        let rounded = digits + u64::from(goes_up);
        if nearest(rounded.into(), exponent) == number || count == 17 {
            return (rounded, exponent);
        }
        above.times_small(10);
    }
    (digits, place - 16)
}

/// The number as a quotient of two whole ones, and about where its first digit stands: never too low.
fn fraction(number: f64) -> (Long, Long, i32) {
    let bits = number.to_bits();
    let exponent = i32::try_from(bits >> 52 & 0x7ff).unwrap_or_default();
    let written = bits & ((1 << 52) - 1);
    let (mantissa, power) =
        if exponent == 0 { (written, -1074) } else { (written | 1 << 52, exponent - 1075) };
    let (mut above, mut below) = (Long::of(mantissa.into()), Long::of(1));
    if power >= 0 {
        above.shift_left(power)
    } else {
        below.shift_left(-power)
    }
    let first_bit = 63 - i32::try_from(mantissa.leading_zeros()).unwrap_or_default() + power;
    // By the logarithm of two, rounded up.
    (above, below, (first_bit + 1) * 30_103 / 100_000 + 1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    /// As the standard library writes and reads it.
    fn check(number: f64) {
        let (digits, exponent) = shortest(number);
        let text = format!("{digits}e{exponent}");
        assert_eq!(text.parse::<f64>().unwrap(), number, "{number:e} as {text}");
        assert_eq!(nearest(digits.into(), exponent).to_bits(), number.to_bits(), "{number:e}");
        let count = |text: &str| text.trim_matches('0').len();
        let shown = format!("{number:e}");
        let theirs = shown.split('e').next().unwrap().replace('.', "");
        assert_eq!(count(&digits.to_string()), count(&theirs), "{number:e} as {text}");
        // Asked for as many digits, the standard library rounds a half to the even one, as Ruby does; asked for the
        // fewest, it rounds a half up.
        let places = theirs.len() - 1;
        let exact = format!("{number:.places$e}");
        let theirs = exact.split('e').next().unwrap().replace('.', "");
        assert_eq!(digits.to_string().trim_matches('0'), theirs.trim_matches('0'), "{number:e}");
    }

    #[test]
    fn floats_at_the_edges_are_read_and_written_as_by_the_standard_library() {
        for number in [
            1.0,
            0.1,
            12.5,
            5e-324,
            2.225_073_858_507_201e-308,
            f64::MIN_POSITIVE,
            f64::MAX,
            1e15,
            1e16,
            1e22,
            1e23,
            9_007_199_254_740_993.0,
            123_456_789.123_456_78,
            2.857_142_857_142_857,
            1.0 / 3.0,
            4.35,
            0.000_123,
            1e-7,
            // Halfway between two texts of the fewest digits.
            782_074_462_036_209.0 + 0.25,
            781_969_759_135_049.0 + 0.25,
        ] {
            check(number);
        }
        assert_eq!(nearest(1, 309), f64::INFINITY);
        assert_eq!(nearest(17_976_931_348_623_159, 292), f64::INFINITY);
        assert_eq!(nearest(1, -330), 0.0);
    }

    proptest! {
        #[test]
        fn every_float_is_written_by_its_fewest_digits_and_read_back(bits in any::<u64>()) {
            let number = f64::from_bits(bits).abs();
            if number.is_finite() && number > 0.0 {
                check(number);
            }
        }

        #[test]
        fn digits_are_read_as_by_the_standard_library(digits in any::<u128>(), exponent in -350..300_i32) {
            let theirs: f64 = format!("{digits}e{exponent}").parse().unwrap();
            prop_assert_eq!(nearest(digits, exponent).to_bits(), theirs.to_bits());
        }

        #[test]
        fn prices_take_the_short_way(cents in 1..100_000_000_u64) {
            check(cents as f64 / 100.0);
        }
    }
}
