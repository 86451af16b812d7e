//! Numbers with a fraction, exactly as they are written.
//!
//! The reference implementation computes in decimal, so that 10.1 plus 2.2 is 12.3 and not 12.299999999999999.

use crate::cut::cut;
use std::cmp::Ordering;

use super::float::{nearest, shortest};

/// `digits` divided by ten to the power of `scale`.
#[derive(Debug, Clone, Copy)]
pub struct Decimal {
    digits: i128,
    scale: u32,
}

/// More digits behind the point than this are cut: a float has 17.
const MOST_SCALE: u32 = 30;

impl Decimal {
    /// A whole number.
    pub fn of_int(number: i64) -> Self {
        Self { digits: number.into(), scale: 0 }
    }

    /// The shortest decimal that reads as this float; none for what has no such (infinite, or too long).
    pub fn of_float(number: f64) -> Option<Self> {
        if number == 0.0 || !number.is_finite() {
            return (number == 0.0).then_some(Self::of_int(0));
        }
        // Neither has room here, and looking for the digits of either takes long.
        if !(1e-31..1e39).contains(&number.abs()) {
            return None;
        }
        let (digits, exponent) = shortest(number.abs());
        let digits = i128::from(digits);
        Self { digits: if number < 0.0 { -digits } else { digits }, scale: 0 }.shifted(exponent)
    }

    /// Reads `-12.340`; none for anything else, or when it is too long.
    pub fn read(text: &str) -> Option<Self> {
        let (sign, rest) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, fraction) = rest.split_once('.').unwrap_or((rest, ""));
        let fraction = cut(fraction, ..fraction.len().min(MOST_SCALE as usize));
        let mut digits: i128 = 0;
        for byte in whole.bytes().chain(fraction.bytes()) {
            let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
            digits = digits.checked_mul(10)?.checked_add(digit.into())?;
        }
        Some(Self { digits: digits * sign, scale: u32::try_from(fraction.len()).ok()? })
    }

    fn shifted(self, exponent: i32) -> Option<Self> {
        let scale = i64::from(self.scale) - i64::from(exponent);
        if scale > i64::from(MOST_SCALE) {
            return None;
        }
        match u32::try_from(scale) {
            Ok(scale) => Some(Self { scale, ..self }),
            Err(_) => {
                let factor = 10_i128.checked_pow(u32::try_from(-scale).ok()?)?;
                Some(Self { digits: self.digits.checked_mul(factor)?, scale: 0 })
            }
        }
    }

    /// The nearest float.
    pub fn to_float(self) -> f64 {
        let float = nearest(self.digits.unsigned_abs(), -i32::try_from(self.scale).unwrap_or_default());
        if self.digits < 0 { -float } else { float }
    }

    fn aligned(self, other: Self) -> Option<(i128, i128, u32)> {
        let scale = self.scale.max(other.scale);
        let grown = |number: Self| number.digits.checked_mul(10_i128.checked_pow(scale - number.scale)?);
        Some((grown(self)?, grown(other)?, scale))
    }

    /// The sum; none when it is too long.
    pub fn plus(self, other: Self) -> Option<Self> {
        let (a, b, scale) = self.aligned(other)?;
        Some(Self { digits: a.checked_add(b)?, scale })
    }

    /// The negative.
    pub fn negated(self) -> Self {
        Self { digits: -self.digits, ..self }
    }

    /// The product; none when it is too long.
    pub fn times(self, other: Self) -> Option<Self> {
        let scale = self.scale + other.scale;
        let digits = self.digits.checked_mul(other.digits)?;
        if scale > MOST_SCALE { None } else { Some(Self { digits, scale }) }
    }

    /// The rest of a division that rounds towards minus infinity; none when too long. The divisor is not zero.
    pub fn modulo(self, other: Self) -> Option<Self> {
        let (a, b, scale) = self.aligned(other)?;
        let rest = a.checked_rem(b)?;
        let is_astray = rest != 0 && (rest < 0) != (b < 0);
        Some(Self { digits: if is_astray { rest + b } else { rest }, scale })
    }

    /// True for zero.
    pub fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// The order of two; by floats when they are too long.
    pub fn compare(self, other: Self) -> Ordering {
        match self.aligned(other) {
            Some((a, b, _)) => a.cmp(&b),
            None => self.to_float().total_cmp(&other.to_float()),
        }
    }

    /// The next whole number towards plus infinity.
    pub fn ceil(self) -> i128 {
        -Self { digits: -self.digits, ..self }.floor()
    }

    /// The next whole number towards minus infinity.
    pub fn floor(self) -> i128 {
        let Some(unit) = 10_i128.checked_pow(self.scale) else { return 0 };
        self.digits.div_euclid(unit)
    }

    /// Rounded to so many places behind the point, halves away from zero; before the point when negative.
    pub fn round(self, places: i32) -> Option<Self> {
        let cut = i64::from(self.scale) - i64::from(places);
        let Ok(cut) = u32::try_from(cut) else { return Some(self) };
        if cut == 0 {
            return Some(self);
        }
        let Some(unit) = 10_i128.checked_pow(cut) else { return Some(Self { digits: 0, scale: 0 }) };
        let half = if self.digits < 0 { -(unit / 2) } else { unit / 2 };
        let digits = self.digits.checked_add(half)? / unit;
        match u32::try_from(places) {
            Ok(scale) => Some(Self { digits, scale }),
            Err(_) => Some(Self {
                digits: digits.checked_mul(10_i128.checked_pow(places.unsigned_abs())?)?,
                scale: 0,
            }),
        }
    }
}

/// The float for digits around a point, however many: those beyond the first 36 do not count.
pub(crate) fn float_of(text: &str) -> f64 {
    let unsigned = text.trim_start_matches('-');
    let point = unsigned.find('.').unwrap_or(unsigned.len());
    let (mut digits, mut exponent, mut taken) = (0_u128, 0_i32, 0);
    for (at, byte) in unsigned.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        let is_taken = taken < 36;
        if is_taken {
            digits = digits * 10 + u128::from(byte - b'0');
            taken += i32::from(digits > 0);
        }
        exponent += match (at < point, is_taken) {
            (true, false) => 1,
            (false, true) => -1,
            _ => 0,
        };
    }
    let float = nearest(digits, exponent);
    if text.starts_with('-') { -float } else { float }
}
