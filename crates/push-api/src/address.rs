//! Writing paths and queries: the same for the pages of the console and for the calls to the proxy.

use form_urlencoded::{Serializer, byte_serialize};

/// A path segment: everything but letters, digits and `*-_.` is escaped, as in a form, and blanks are `%20`.
pub fn segment(text: &str) -> String {
    byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

/// A path with its query; without pairs there is none.
pub fn with_query<N: AsRef<str>>(path: &str, pairs: impl IntoIterator<Item = (N, String)>) -> String {
    let mut query = Serializer::new(String::new());
    let query = query.extend_pairs(pairs).finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_read_otherwise_is_escaped() {
        assert_eq!(segment("a/b?c#d e+f&g=é%"), "a%2Fb%3Fc%23d%20e%2Bf%26g%3D%C3%A9%25");
        assert_eq!(segment("comms_operation_01-x.y"), "comms_operation_01-x.y");
    }

    #[test]
    fn only_pairs_make_a_query() {
        assert_eq!(with_query("/a", Vec::<(&str, String)>::new()), "/a");
        let pairs = [("size", "5".to_owned()), ("page", "a+b c".to_owned())];
        assert_eq!(with_query("/a", pairs), "/a?size=5&page=a%2Bb+c");
    }
}
