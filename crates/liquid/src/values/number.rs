//! Values as numbers, and what arithmetic makes of them.

use crate::cut::cut;
use crate::search;
use crate::space::is_trimmed;
use std::cmp::Ordering;

use super::Value;
use super::decimal::{Decimal, float_of};

/// A number as filters compute with it.
#[derive(Debug, Clone, Copy)]
pub enum Number {
    /// Whole.
    Int(i64),
    /// With a fraction, exactly.
    Decimal(Decimal),
    /// With a fraction, too long to be exact, or infinite.
    Float(f64),
}

impl Number {
    /// What a value counts as: text by the digits at its beginning, everything that is no number as 0.
    pub fn of(value: &Value<'_>) -> Self {
        match value {
            Value::Int(number) => Self::Int(*number),
            Value::Float(number) => Self::of_float(*number),
            Value::Str(text) => {
                let trimmed = trim(text);
                match is_decimal(trimmed).then(|| Decimal::read(trimmed)) {
                    Some(Some(decimal)) => Self::Decimal(decimal),
                    Some(None) => Self::of_float(float_of(trimmed)),
                    None => Self::Int(leading_int(text)),
                }
            }
            _ => Self::Int(0),
        }
    }

    fn of_float(number: f64) -> Self {
        Decimal::of_float(number).map_or(Self::Float(number), Self::Decimal)
    }

    fn to_decimal(self) -> Option<Decimal> {
        match self {
            Self::Int(number) => Some(Decimal::of_int(number)),
            Self::Decimal(decimal) => Some(decimal),
            Self::Float(_) => None,
        }
    }

    fn to_float(self) -> f64 {
        match self {
            Self::Int(number) => number as f64,
            Self::Decimal(decimal) => decimal.to_float(),
            Self::Float(number) => number,
        }
    }

    /// True for zero.
    pub fn is_zero(self) -> bool {
        match self {
            Self::Int(number) => number == 0,
            Self::Decimal(decimal) => decimal.is_zero(),
            Self::Float(number) => number == 0.0,
        }
    }

    /// As a value again.
    pub fn value<'v>(self) -> Value<'v> {
        match self {
            Self::Int(number) => Value::Int(number),
            other => Value::Float(other.to_float()),
        }
    }

    /// By whole numbers, else by exact ones, else by floats. None when a whole number becomes too large.
    fn combine(
        self,
        other: Self,
        int: impl FnOnce(i64, i64) -> Option<i64>,
        exact: impl FnOnce(Decimal, Decimal) -> Option<Decimal>,
        float: impl FnOnce(f64, f64) -> f64,
    ) -> Option<Self> {
        if let (Self::Int(a), Self::Int(b)) = (self, other) {
            return int(a, b).map(Self::Int);
        }
        let result = match (self.to_decimal(), other.to_decimal()) {
            (Some(a), Some(b)) => exact(a, b),
            _ => None,
        };
        Some(result.map_or_else(|| Self::Float(float(self.to_float(), other.to_float())), Self::Decimal))
    }

    /// The sum; none when it is too large.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.combine(other, i64::checked_add, Decimal::plus, |a, b| a + b)
    }

    /// The difference; none when it is too large.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.combine(other, i64::checked_sub, |a, b| a.plus(b.negated()), |a, b| a - b)
    }

    /// The product; none when it is too large.
    pub fn times(self, other: Self) -> Option<Self> {
        self.combine(other, i64::checked_mul, Decimal::times, |a, b| a * b)
    }

    /// The quotient, whole numbers rounded towards minus infinity. The divisor is not zero.
    pub fn divided_by(self, other: Self) -> Option<Self> {
        let floored = |a: i64, b: i64| {
            let quotient = a.checked_div(b)?;
            Some(if a % b != 0 && (a < 0) != (b < 0) { quotient - 1 } else { quotient })
        };
        self.combine(other, floored, |_, _| None, |a, b| a / b)
    }

    /// The rest of that division.
    pub fn modulo(self, other: Self) -> Option<Self> {
        let floored = |a: i64, b: i64| {
            let rest = a.checked_rem(b)?;
            Some(if rest != 0 && (rest < 0) != (b < 0) { rest + b } else { rest })
        };
        self.combine(other, floored, Decimal::modulo, |a, b| a - b * (a / b).floor())
    }

    /// Without its sign; none when it is too large.
    pub fn abs(self) -> Option<Self> {
        match self {
            Self::Int(number) => number.checked_abs().map(Self::Int),
            other if other.compare(Self::Int(0)) == Ordering::Less => Self::Int(0).minus(other),
            other => Some(other),
        }
    }

    /// The order of two numbers.
    pub fn compare(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => a.cmp(&b),
            _ => match (self.to_decimal(), other.to_decimal()) {
                (Some(a), Some(b)) => a.compare(b),
                _ => self.to_float().total_cmp(&other.to_float()),
            },
        }
    }

    /// A whole number made by `exact` or `float`; none when it is too large.
    fn whole(self, exact: fn(Decimal) -> i128, float: fn(f64) -> f64) -> Option<i64> {
        match self {
            Self::Int(number) => Some(number),
            Self::Decimal(decimal) => i64::try_from(exact(decimal)).ok(),
            Self::Float(number) => int_of_float(float(number)),
        }
    }

    /// The next whole number upwards; none when it is too large.
    pub fn ceil(self) -> Option<i64> {
        self.whole(Decimal::ceil, f64::ceil)
    }

    /// The next whole number downwards; none when it is too large.
    pub fn floor(self) -> Option<i64> {
        self.whole(Decimal::floor, f64::floor)
    }

    /// Without its fraction, as where a count is asked for.
    pub fn truncated(self) -> i64 {
        let cut = |decimal: Decimal| if decimal.floor() < 0 { decimal.ceil() } else { decimal.floor() };
        self.whole(cut, f64::trunc).unwrap_or(if self.to_float() < 0.0 { i64::MIN } else { i64::MAX })
    }

    /// Rounded to so many places, halves away from zero; none when it is too large.
    pub fn round(self, places: i64) -> Option<Self> {
        let places = i32::try_from(places.clamp(-40, 40)).unwrap_or_default();
        match self {
            Self::Int(_) if places >= 0 => Some(self),
            Self::Float(number) if places > 0 => Some(Self::Float(number)),
            Self::Float(number) => int_of_float(number.round()).map(Self::Int),
            other => {
                let rounded = other.to_decimal()?.round(places)?;
                if places > 0 {
                    Some(Self::Decimal(rounded))
                } else {
                    i64::try_from(rounded.floor()).ok().map(Self::Int)
                }
            }
        }
    }
}

fn int_of_float(number: f64) -> Option<i64> {
    // Two to the power of 63 is exact as a float; beyond it a cast would saturate.
    const BOUND: f64 = 9_223_372_036_854_775_808.0;
    (-BOUND..BOUND).contains(&number).then_some(number as i64)
}

/// True for `-12.5`, and for nothing with anything around it.
fn is_decimal(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    unsigned.split_once('.').is_some_and(|(whole, fraction)| digits(whole) && digits(fraction))
}

/// The whole number at the beginning of a text, 0 when there is none; one underscore between digits is passed over.
pub fn leading_int(text: &str) -> i64 {
    let text = trim(text);
    let (is_negative, rest) = match text.as_bytes().first() {
        Some(b'-') => (true, cut(text, 1..)),
        Some(b'+') => (false, cut(text, 1..)),
        _ => (false, text),
    };
    let mut number: i64 = 0;
    let mut was_underscore = true;
    for byte in rest.bytes() {
        match byte {
            b'0'..=b'9' => {
                let digit = i64::from(byte - b'0');
                number = number.saturating_mul(10).saturating_add(digit);
                was_underscore = false;
            }
            b'_' if !was_underscore => was_underscore = true,
            _ => break,
        }
    }
    if is_negative { -number } else { number }
}

/// A value where a whole number is required: none when it is not one.
pub fn strict_int(value: &Value<'_>) -> Option<i64> {
    match value {
        Value::Int(number) => Some(*number),
        Value::Str(text) => {
            let text = trim(text);
            let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
            let is_well =
                !digits.starts_with('_') && !digits.ends_with('_') && search::find(digits, "__").is_none();
            let plain: String = text.chars().filter(|c| *c != '_').collect();
            if is_well { plain.strip_prefix('+').unwrap_or(&plain).parse().ok() } else { None }
        }
        _ => None,
    }
}

fn trim(text: &str) -> &str {
    text.trim_matches(is_trimmed)
}
