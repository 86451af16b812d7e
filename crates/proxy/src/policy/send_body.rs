//! The body of a send: a JSON object with a bounded number of recipients. Nothing else of it is looked at, and
//! it goes upstream byte for byte.

use std::fmt;

use push_api::limits::MAX_RECIPIENTS;
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::problem::Problem;

/// Lets a body pass that is a JSON object with at most 10,000 recipients.
///
/// # Errors
/// 400 `bad_request` that says where reading stopped, or how many recipients there are.
pub fn check(body: &[u8]) -> Result<(), Problem> {
    let outline: Outline = serde_json::from_slice(body).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Problem::bad_request(format!("The body is not a JSON object (line {line}, column {column})."))
    })?;
    if outline.recipients > MAX_RECIPIENTS {
        return Err(Problem::bad_request(format!(
            "The send has {} recipients; one send takes at most {MAX_RECIPIENTS}.",
            outline.recipients
        )));
    }
    Ok(())
}

/// What the proxy wants to know of a send.
struct Outline {
    recipients: usize,
}

impl<'de> Deserialize<'de> for Outline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Outline;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Outline, A::Error> {
                let mut outline = Outline { recipients: 0 };
                while let Some(name) = map.next_key::<String>()? {
                    if name == "to" {
                        outline.recipients += map.next_value::<Count>()?.0;
                    } else {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
                Ok(outline)
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// Length of a list; anything that is not a list counts as none and is the upstream's to refuse.
struct Count(usize);

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List;
        impl<'de> Visitor<'de> for List {
            type Value = Count;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("any value")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Count, A::Error> {
                let mut count = 0;
                while list.next_element::<IgnoredAny>()?.is_some() {
                    count += 1;
                }
                Ok(Count(count))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Count, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Count(0))
            }

            fn visit_bool<E>(self, _: bool) -> Result<Count, E> {
                Ok(Count(0))
            }

            fn visit_i64<E>(self, _: i64) -> Result<Count, E> {
                Ok(Count(0))
            }

            fn visit_u64<E>(self, _: u64) -> Result<Count, E> {
                Ok(Count(0))
            }

            fn visit_f64<E>(self, _: f64) -> Result<Count, E> {
                Ok(Count(0))
            }

            fn visit_str<E>(self, _: &str) -> Result<Count, E> {
                Ok(Count(0))
            }

            fn visit_unit<E>(self) -> Result<Count, E> {
                Ok(Count(0))
            }
        }
        deserializer.deserialize_any(List)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_json_object_passes() {
        let deep = "[".repeat(100_000);
        for (body, fine) in [
            ("{}", true),
            (r#" {"to":[{"token":"a"}],"content":{"body":"b"}} "#, true),
            (r#"{"to":"not a list"}"#, true),
            (r#"{"to":null}"#, true),
            (r#"{"to":{"a":[1]}}"#, true),
            (r#"{"to":1.5}"#, true),
            ("[]", false),
            ("null", false),
            ("\"text\"", false),
            ("", false),
            ("{", false),
            ("{} {}", false),
            (r#"{"to":[}"#, false),
            ("to=1", false),
            (deep.as_str(), false),
        ] {
            assert_eq!(check(body.as_bytes()).is_ok(), fine, "{}", body.get(..40).unwrap_or(body));
        }
        assert!(check(&[b'{', 0xff, b'}']).is_err());
    }

    #[test]
    fn one_recipient_too_many_is_refused_with_the_number() {
        let body = |n: usize| format!(r#"{{"to":[{}]}}"#, vec!["{}"; n].join(","));
        assert!(check(body(MAX_RECIPIENTS).as_bytes()).is_ok());
        let refused = check(body(MAX_RECIPIENTS + 1).as_bytes());
        assert!(refused.is_err_and(|problem| problem.message.contains(&(MAX_RECIPIENTS + 1).to_string())));
    }
}
