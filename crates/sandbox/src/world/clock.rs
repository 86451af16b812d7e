//! What time it is in the sandbox, in Unix milliseconds: the wall clock or one that stands still, plus whatever
//! a control call has added. It never goes back, and never reads the time itself: callers bring it.

/// Latest moment to start from: the year 3000. Leaves room for everything that is added to a moment.
const LATEST_MS: i64 = 32_503_680_000_000;
/// Most that all control calls together may add: 100 years.
pub const MAX_AHEAD_MS: i64 = 100 * 366 * 86_400_000;

/// The sandbox's clock.
#[derive(Debug, Clone)]
pub struct Clock {
    /// The moment at which it stands, or `None` when it follows the wall clock.
    still: Option<i64>,
    ahead: i64,
    shown: i64,
}

/// The clock was to be put further ahead than [`MAX_AHEAD_MS`].
#[derive(Debug, PartialEq, Eq)]
pub struct TooFar;

impl Default for Clock {
    fn default() -> Self {
        Self::real()
    }
}

impl Clock {
    /// Follows the wall clock.
    pub fn real() -> Self {
        Self { still: None, ahead: 0, shown: 0 }
    }

    /// Stands at `unix_ms` (1970 to the year 3000; anything else is brought into that) until it is advanced.
    pub fn standing_at(unix_ms: i64) -> Self {
        Self { still: Some(unix_ms), ahead: 0, shown: 0 }
    }

    /// The time now, given the wall clock's. Never earlier than what it said before.
    pub fn now(&mut self, wall_ms: i64) -> i64 {
        let base = self.still.unwrap_or(wall_ms).clamp(0, LATEST_MS);
        self.shown = self.shown.max(base + self.ahead);
        self.shown
    }

    /// Puts the clock ahead by `ms`.
    ///
    /// # Errors
    /// [`TooFar`] when all advances together would pass [`MAX_AHEAD_MS`]; the clock is then left as it is.
    pub fn advance(&mut self, ms: u64) -> Result<(), TooFar> {
        let ahead = self.ahead.checked_add_unsigned(ms).filter(|&ahead| ahead <= MAX_AHEAD_MS);
        self.ahead = ahead.ok_or(TooFar)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_real_clock_follows_the_wall_and_never_goes_back() {
        let mut clock = Clock::real();
        assert_eq!([clock.now(10), clock.now(20), clock.now(15)], [10, 20, 20]);
        assert_eq!(clock.advance(100), Ok(()));
        assert_eq!(clock.now(21), 121);
    }

    #[test]
    fn a_standing_clock_moves_only_when_it_is_advanced() {
        let mut clock = Clock::standing_at(5_000);
        assert_eq!([clock.now(1), clock.now(i64::MAX)], [5_000, 5_000]);
        assert_eq!(clock.advance(7), Ok(()));
        assert_eq!(clock.now(1), 5_007);
    }

    #[test]
    fn no_advance_and_no_start_leads_out_of_the_calendar() {
        let mut clock = Clock::standing_at(i64::MAX);
        assert_eq!(clock.now(0), LATEST_MS);
        for far in [u64::MAX, MAX_AHEAD_MS.unsigned_abs() + 1] {
            assert_eq!(clock.advance(far), Err(TooFar));
        }
        assert_eq!(clock.now(0), LATEST_MS);
        assert_eq!(Clock::standing_at(i64::MIN).now(9), 0);
    }
}
