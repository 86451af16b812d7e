//! The query string as pairs, taken one parameter at a time; whatever is wrong with any of them is collected.

use push_api::limits;
use push_api::query::Parameter;

use super::{Asked, Span, moment};
use crate::refusal::Refusals;

/// Longest query string that is read, in bytes. Tags may be long; nothing that a person asks is longer.
const LONGEST: usize = 8 * 1024;

/// A query string being read.
pub(super) struct Pairs {
    given: Vec<(Parameter, String)>,
    wrong: Refusals,
}

impl Pairs {
    /// Splits a query string. Only `allowed` parameters may be in it, each once.
    pub(super) fn read(query: &str, allowed: &[Parameter]) -> Self {
        let mut pairs = Self { given: Vec::new(), wrong: Refusals::default() };
        if query.len() > LONGEST {
            pairs.wrong.add("query", format!("It is longer than {LONGEST} bytes."));
            return pairs;
        }
        if !is_well_encoded(query) {
            pairs
                .wrong
                .add("query", "A % in it is not followed by two hexadecimal digits, or it is no UTF-8.");
            return pairs;
        }
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match allowed.iter().find(|known| known.as_str() == name) {
                None => pairs.wrong.add(name, "This list has no such parameter."),
                Some(known) if pairs.given.iter().any(|(given, _)| given == known) => {
                    pairs.wrong.add(name, "It is given twice.");
                }
                Some(known) => pairs.given.push((known.clone(), value.into_owned())),
            }
        }
        pairs
    }

    /// The value of one parameter, read by `reader`; `None` when it is absent or wrong.
    pub(super) fn take<T>(
        &mut self,
        name: Parameter,
        reader: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        let (_, value) = self.given.iter().find(|(given, _)| *given == name)?;
        reader(value).map_err(|message| self.wrong.add(name.as_str(), message)).ok()
    }

    /// The two dates.
    pub(super) fn span(&mut self) -> Span {
        let [start, end] = [Parameter::StartDate, Parameter::EndDate].map(|name| self.take(name, moment));
        Span { start, end }
    }

    /// Puts filter and page together.
    ///
    /// # Errors
    /// Everything that was wrong.
    pub(super) fn finish<F>(mut self, filter: F) -> Result<Asked<F>, Refusals> {
        let size = self.take(Parameter::PageSize, page_size).unwrap_or(limits::DEFAULT_PAGE_SIZE);
        let token = self.take(Parameter::PageToken, |text| Ok(text.to_owned()));
        self.given.retain(|(name, _)| *name != Parameter::PageToken);
        self.wrong.or(Asked { filter, token, size: size as usize, pairs: self.given })
    }
}

fn page_size(text: &str) -> Result<u32, String> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let size = text.parse().ok().filter(|size| digits && limits::PAGE_SIZE.contains(size));
    let (least, most) = limits::PAGE_SIZE.into_inner();
    size.ok_or_else(|| format!("It has to be a whole number from {least} to {most}."))
}

fn is_well_encoded(query: &str) -> bool {
    let mut rest = query.as_bytes();
    let mut bytes = Vec::with_capacity(rest.len());
    while let Some((&first, tail)) = rest.split_first() {
        let (byte, tail) = match (first, tail) {
            (b'%', [high, low, tail @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => (high << 4 | low, tail),
                _ => return false,
            },
            (b'%', _) => return false,
            _ => (first, tail),
        };
        bytes.push(byte);
        rest = tail;
    }
    str::from_utf8(&bytes).is_ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}
