//! What the reference implementation counts as white space.

/// True for white space within a template or a text.
pub(crate) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r')
}

/// True for what is taken from the ends of a text and stands between words: white space, and NUL as in Ruby.
pub(crate) fn is_trimmed(c: char) -> bool {
    c == '\0' || is_space(c)
}
