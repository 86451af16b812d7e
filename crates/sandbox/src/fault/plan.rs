//! The plan as it is written, and what makes one sound.

use serde::{Deserialize, Serialize};

use super::Call;

/// Most rules of one plan.
const MOST_RULES: usize = 100;
/// Longest that a body may be slowed down, in milliseconds.
const SLOWEST_MS: u64 = 600_000;
/// Furthest that a clock may be wrong, in milliseconds: ten years.
const WRONGEST_MS: i64 = 10 * 366 * 86_400_000;
/// Longest that a caller may be told to wait, in seconds.
const LONGEST_WAIT_S: u64 = 86_400;

/// What goes wrong. "Commit" is the moment from which the send will reach its recipients; on reads, where nothing
/// is committed, the faults of that name only spoil the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Fault {
    /// 429 with `Retry-After`; nothing is done.
    RateLimited {
        /// Seconds to wait.
        retry_after: u64,
    },
    /// 500; nothing is done.
    ErrorBeforeCommit,
    /// Done, and then 500.
    ErrorAfterCommit,
    /// Done, and then the connection closes without a single byte of an answer.
    DropAfterCommit,
    /// The right answer, its body in pieces over this time.
    SlowBody {
        /// How long the body takes, in milliseconds of real time.
        millis: u64,
    },
    /// Done; the status is right and the JSON stops half way.
    TruncatedJson,
    /// 502 with an HTML page, as a broken gateway gives it; nothing is done.
    HtmlPage,
    /// The page says that the next page is this very page. For lists only.
    RepeatedPageToken,
    /// The right answer of a machine whose clock is wrong: every timestamp in it, and `Date`.
    ClockSkew {
        /// How far it is ahead, in milliseconds; behind when negative.
        millis: i64,
    },
}

/// Which calls a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// This one.
    Only(Call),
    /// Every one.
    Any,
}

/// One rule of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Which calls it is about.
    pub call: On,
    /// What goes wrong.
    pub fault: Fault,
    /// How often; for ever when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u64>,
    /// How many of these calls go well first.
    #[serde(default)]
    pub after: u64,
    /// How probable it is, 0 to 1, decided by the seed; certain when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probability: Option<f64>,
}

/// Every rule. The first one that is about a call, and due, decides.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written")]
pub struct FaultPlan {
    rules: Vec<Rule>,
}

/// A plan as it is written, before it is checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    rules: Vec<Rule>,
}

/// What is wrong with a plan, for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadPlan(String);

impl std::fmt::Display for BadPlan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "The fault plan cannot be used: {}", self.0)
    }
}

impl std::error::Error for BadPlan {}

impl FaultPlan {
    /// A plan of these rules.
    ///
    /// # Errors
    /// [`BadPlan`] with the first rule that cannot be, and why.
    pub fn new(rules: Vec<Rule>) -> Result<Self, BadPlan> {
        if rules.len() > MOST_RULES {
            return Err(BadPlan(format!("{} rules, at most {MOST_RULES} are taken.", rules.len())));
        }
        match rules.iter().enumerate().find_map(|(place, rule)| Some((place, rule.fault_in_it()?))) {
            Some((place, why)) => Err(BadPlan(format!("rules[{place}]: {why}"))),
            None => Ok(Self { rules }),
        }
    }

    /// Reads a plan from JSON.
    ///
    /// # Errors
    /// [`BadPlan`] for what is no plan.
    pub fn from_json(text: &[u8]) -> Result<Self, BadPlan> {
        let written: Written = serde_json::from_slice(text).map_err(|error| BadPlan(format!("{error}.")))?;
        Self::new(written.rules)
    }

    /// Its rules.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }
}

impl Rule {
    fn fault_in_it(&self) -> Option<String> {
        if self.probability.is_some_and(|p| !(0.0..=1.0).contains(&p)) {
            return Some("probability has to be from 0 to 1.".into());
        }
        match (self.fault, self.call) {
            (Fault::RateLimited { retry_after }, _) if retry_after > LONGEST_WAIT_S => {
                Some(format!("retryAfter is at most {LONGEST_WAIT_S} seconds."))
            }
            (Fault::SlowBody { millis }, _) if millis > SLOWEST_MS => {
                Some(format!("millis of a slow body is at most {SLOWEST_MS}."))
            }
            (Fault::ClockSkew { millis }, _) if millis.unsigned_abs() > WRONGEST_MS.unsigned_abs() => {
                Some(format!("millis of a clock skew is at most {WRONGEST_MS} either way."))
            }
            (Fault::RepeatedPageToken, On::Only(call)) if !call.is_list() => {
                Some("only lists have page tokens.".into())
            }
            _ => None,
        }
    }
}

impl TryFrom<Written> for FaultPlan {
    type Error = BadPlan;

    fn try_from(written: Written) -> Result<Self, BadPlan> {
        Self::new(written.rules)
    }
}

/// The word for every call.
const ANY: &str = "any";

impl Serialize for On {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Only(call) => call.serialize(serializer),
            Self::Any => serializer.serialize_str(ANY),
        }
    }
}

impl<'de> Deserialize<'de> for On {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::IntoDeserializer;
        let word = String::deserialize(deserializer)?;
        if word == ANY { Ok(Self::Any) } else { Call::deserialize(word.into_deserializer()).map(Self::Only) }
    }
}
