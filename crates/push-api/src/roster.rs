//! Recipients as a person pastes them: one line each, `token[,provider]` or a user id.
//!
//! Nothing is dropped silently: a line is a recipient, blank, or a problem with its number.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::recipient::{Provider, Recipient};

/// What was pasted, read line by line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Roster {
    /// Recipients in the order of their lines.
    pub recipients: Vec<Recipient>,
    /// Lines that are no recipient.
    pub problems: Vec<LineProblem>,
    /// Lines that repeat an earlier recipient, who would get the push twice.
    pub repeats: Vec<Repeat>,
}

/// A line that is no recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineProblem {
    /// Number of the line, from 1.
    pub line: usize,
    /// The line, shortened.
    pub text: String,
    /// What is wrong and what to do.
    pub message: &'static str,
}

/// A line that names the recipient of an earlier line again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeat {
    /// Number of the line, from 1.
    pub line: usize,
    /// Number of the line that named the recipient first.
    pub first: usize,
}

/// Recipients of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kinds {
    /// Devices by FCM.
    pub fcm: usize,
    /// Devices by APNs.
    pub apn: usize,
    /// Devices by a provider that this code does not know.
    pub other: usize,
    /// Users.
    pub users: usize,
}

impl Kinds {
    /// Recipients in all.
    pub fn total(self) -> usize {
        self.fcm + self.apn + self.other + self.users
    }

    /// Counts recipients of each kind.
    pub fn of(recipients: &[Recipient]) -> Self {
        recipients.iter().fold(Self::default(), |mut kinds, recipient| {
            match recipient.provider() {
                Some(Provider::Fcm) => kinds.fcm += 1,
                Some(Provider::Apn) => kinds.apn += 1,
                Some(Provider::Unknown(_)) => kinds.other += 1,
                None => kinds.users += 1,
            }
            kinds
        })
    }
}

const NO_PROVIDER: &str = "the token's shape does not tell its provider; write FCM or APN after a comma";
const BAD_PROVIDER: &str = "the provider is neither FCM nor APN";
const TOO_MANY_PARTS: &str = "more than a token and a provider; write token,provider";
const BLANK_INSIDE: &str = "a token or user id has no blanks; one recipient to a line";
const NO_TOKEN: &str = "there is no token before the comma";
const USER_PROVIDER: &str = "a user id takes no provider";

impl Roster {
    /// Reads pasted text. Blank lines are passed over; everything else counts.
    pub fn read(text: &str) -> Self {
        let mut roster = Self::default();
        let mut first_lines: HashMap<&str, usize> = HashMap::new();
        for (at, line) in text.lines().enumerate().map(|(at, line)| (at + 1, line.trim())) {
            if line.is_empty() {
                continue;
            }
            match read_line(line) {
                Ok(recipient) => {
                    let address = line.split(',').next().unwrap_or(line).trim();
                    match first_lines.get(address) {
                        Some(&first) => roster.repeats.push(Repeat { line: at, first }),
                        None => _ = first_lines.insert(address, at),
                    }
                    roster.recipients.push(recipient);
                }
                Err(message) => {
                    let text = line.chars().take(40).collect();
                    roster.problems.push(LineProblem { line: at, text, message });
                }
            }
        }
        roster
    }
}

fn read_line(line: &str) -> Result<Recipient, &'static str> {
    let mut parts = line.split(',').map(str::trim);
    let address = parts.next().unwrap_or_default();
    let provider = parts.next();
    if parts.next().is_some() {
        return Err(TOO_MANY_PARTS);
    }
    if address.is_empty() {
        return Err(NO_TOKEN);
    }
    if address.chars().any(char::is_whitespace) {
        return Err(BLANK_INSIDE);
    }
    if is_user_id(address) {
        return if provider.is_some() { Err(USER_PROVIDER) } else { Ok(Recipient::user(address)) };
    }
    let provider = match provider {
        Some(word) => provider_word(word).ok_or(BAD_PROVIDER)?,
        None => recognise(address).ok_or(NO_PROVIDER)?,
    };
    Ok(Recipient::device(address, provider))
}

fn provider_word(word: &str) -> Option<Provider> {
    match word.to_ascii_uppercase().as_str() {
        "FCM" => Some(Provider::Fcm),
        "APN" | "APNS" => Some(Provider::Apn),
        _ => None,
    }
}

/// True for an id that the upstream gives to a user. Source: samples of the v1 reference.
pub fn is_user_id(address: &str) -> bool {
    address.starts_with("comms_pushnotificationuser_") || address.starts_with("comms_user_")
}

/// Tells the provider from a token's shape: APNs tokens are at least 64 hexadecimal digits (Apple: device tokens are of
/// variable length; 32 bytes today), FCM registration tokens are long, hold a colon, and use URL-safe letters.
pub fn recognise(token: &str) -> Option<Provider> {
    let is_hex =
        token.len() >= 64 && token.len().is_multiple_of(2) && token.bytes().all(|b| b.is_ascii_hexdigit());
    if is_hex {
        return Some(Provider::Apn);
    }
    let (instance, rest) = token.split_once(':')?;
    let is_word = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-:".contains(&b));
    let is_fcm = instance.len() >= 11 && rest.len() >= 20 && is_word(instance) && is_word(rest);
    is_fcm.then_some(Provider::Fcm)
}
