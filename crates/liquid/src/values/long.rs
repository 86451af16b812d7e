//! Whole numbers as long as they need to be, with the few operations that floats need.

/// A number by its words, the lowest first, without zeros at the top.
#[derive(Clone)]
pub(super) struct Long(Vec<u32>);

impl Long {
    pub fn of(number: u128) -> Self {
        let mut words: Vec<u32> = (0..4).map(|word| (number >> (32 * word)) as u32).collect();
        trim(&mut words);
        Self(words)
    }

    /// How many bits it has.
    pub fn bits(&self) -> i32 {
        let top =
            self.0.last().map_or(0, |word| 32 - i32::try_from(word.leading_zeros()).unwrap_or_default());
        32 * (i32::try_from(self.0.len()).unwrap_or_default() - 1) + top
    }

    pub fn times_small(&mut self, factor: u32) {
        let mut carry = 0;
        for word in &mut self.0 {
            let product = u64::from(*word) * u64::from(factor) + carry;
            *word = product as u32;
            carry = product >> 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// Times ten to the power of `exponent`, which is not negative.
    pub fn times_power_of_ten(&mut self, exponent: i32) {
        (0..exponent).for_each(|_| self.times_small(10));
    }

    /// Times two to the power of `count`, which is not negative.
    pub fn shift_left(&mut self, count: i32) {
        (0..count % 31).for_each(|_| self.times_small(2));
        (0..count / 31).for_each(|_| self.times_small(1 << 31));
    }

    pub fn is_below(&self, other: &Self) -> bool {
        match self.0.len().cmp(&other.0.len()) {
            std::cmp::Ordering::Equal => self.0.iter().rev().lt(other.0.iter().rev()),
            order => order.is_lt(),
        }
    }

    /// Takes away one that is not larger.
    fn minus(&mut self, other: &Self) {
        let mut borrow = 0;
        for (index, word) in self.0.iter_mut().enumerate() {
            let taken = u64::from(other.0.get(index).copied().unwrap_or_default()) + borrow;
            let rest = u64::from(*word).wrapping_sub(taken);
            *word = rest as u32;
            borrow = rest >> 63;
        }
        trim(&mut self.0);
    }

    /// How often another one is in it, less than ten times, and the rest.
    pub fn digit(&self, other: &Self) -> (u32, Self) {
        let mut rest = self.clone();
        let mut digit = 0;
        while !rest.is_below(other) {
            rest.minus(other);
            digit += 1;
        }
        (digit, rest)
    }

    /// The quotient, which has at most 66 bits, and whether there is a rest.
    pub fn divided(mut self, other: &Self) -> (u128, bool) {
        let mut step = other.clone();
        step.shift_left(66);
        let mut quotient = 0;
        // The dividend grows in place of the divisor becoming smaller.
        for _ in 0..=66 {
            quotient <<= 1;
            if !self.is_below(&step) {
                self.minus(&step);
                quotient |= 1;
            }
            self.times_small(2);
        }
        (quotient, !self.0.is_empty())
    }
}

fn trim(words: &mut Vec<u32>) {
    while words.last() == Some(&0) {
        words.pop();
    }
}
