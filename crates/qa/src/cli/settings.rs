//! With what a command checks: never with the clock, so that the same command gives the same answer.

use clap::Args;
use push_api::{Draft, Timestamp};
use push_qa::protocol::{CheckSettings, RESERVE};

/// With what a command checks.
#[derive(Debug, Args)]
pub(super) struct SettingsArgs {
    /// Bytes that are kept free in each payload for what the upstream adds.
    #[arg(long, value_name = "BYTES", default_value_t = RESERVE)]
    reserve: u32,
    /// What `now` means in a template (RFC 3339) [default: the draft's sendAt, or else 1970-01-01T00:00:00Z].
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    now: Option<i64>,
}

impl SettingsArgs {
    /// The settings for a draft.
    pub fn of(&self, draft: &Draft) -> CheckSettings {
        let moment = self.now.or(draft.send_at).unwrap_or_default();
        CheckSettings { now: moment.div_euclid(1000), reserve: self.reserve }
    }
}

/// Unix milliseconds of a moment on the command line.
fn moment(text: &str) -> Result<i64, String> {
    Timestamp::new(text).unix_ms().ok_or_else(|| "write it like 2026-03-01T09:00:00Z".to_owned())
}
