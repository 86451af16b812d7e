//! Reading JSON into a type by way of a value.
//!
//! A type that is read from text and from values is compiled once for each. In a page that counts its bytes, all
//! text becomes a value first, so that every type is compiled for values only.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads JSON text.
///
/// # Errors
/// When the text is not JSON, or not JSON of this type.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    of_bytes(text.as_bytes())
}

/// Reads JSON in UTF-8.
///
/// # Errors
/// As [`read`].
pub fn of_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, serde_json::Error> {
    serde_json::from_value(value(bytes)?)
}

#[inline(never)]
fn value(bytes: &[u8]) -> Result<Value, serde_json::Error> {
    serde_json::from_slice(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Operation;

    #[test]
    fn text_that_is_no_json_and_json_of_another_type_are_errors() {
        for text in ["", "{", "[]", "{}", r#"{"id":1,"status":"COMPLETED"}"#] {
            assert!(read::<Operation>(text).is_err(), "{text}");
        }
        assert!(read::<Operation>(r#"{"id":"op_1","status":"COMPLETED"}"#).is_ok());
    }
}
