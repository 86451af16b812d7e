//! The way through a paged list, so that it leads back although the upstream's tokens only lead forward.

/// Tokens of the pages walked through, the last one being shown. Empty is the first page.
///
/// The upstream's tokens only lead forward, so the way back is remembered here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trail(Vec<String>);

/// Tokens that an address keeps; beyond that the oldest are forgotten, to keep addresses under 8 kB.
const TRAIL_TOKENS: usize = 100;

impl Trail {
    /// Every token, oldest first, as an address keeps them.
    pub(super) fn tokens(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Token of the page shown; none is the first page.
    pub fn current(&self) -> Option<&str> {
        self.0.last().map(String::as_str)
    }

    /// Number of the page shown, from 1.
    pub fn number(&self) -> usize {
        self.0.len() + 1
    }

    /// The trail one page on.
    #[must_use]
    pub fn forward(&self, token: impl Into<String>) -> Self {
        let skipped = (self.0.len() + 1).saturating_sub(TRAIL_TOKENS);
        let kept = self.0.iter().skip(skipped).cloned();
        Self(kept.chain([token.into()]).collect())
    }

    /// The trail one page back; `None` on the first page.
    #[must_use]
    pub fn back(&self) -> Option<Self> {
        self.0.split_last().map(|(_, rest)| Self(rest.to_vec()))
    }
}

/// Where a list leads after the page shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Onward {
    /// Nowhere: this is the last page.
    End,
    /// To the page with this token.
    Page(String),
    /// Back to a page that was walked through already: the upstream repeats itself.
    Circle,
}

impl Trail {
    /// What the upstream's token for the next page means to somebody who came this way.
    pub fn onward(&self, next: Option<String>) -> Onward {
        match next {
            None => Onward::End,
            Some(token) if self.0.contains(&token) => Onward::Circle,
            Some(token) => Onward::Page(token),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trail(tokens: &[&str]) -> Trail {
        tokens.iter().fold(Trail::default(), |trail, token| trail.forward(*token))
    }

    #[test]
    fn a_trail_leads_back_the_way_it_came() {
        let two = trail(&["a", "b"]);
        assert_eq!((two.current(), two.number()), (Some("b"), 3));
        let one = two.back().unwrap_or_default();
        assert_eq!(one.current(), Some("a"));
        let first = one.back().unwrap_or_default();
        assert_eq!((first.current(), first.number(), first.back()), (None, 1, None));
    }

    #[test]
    fn a_long_trail_forgets_its_oldest_pages_and_keeps_the_shown_one() {
        let tokens: Vec<String> = (0..150).map(|i| i.to_string()).collect();
        let long = tokens.iter().fold(Trail::default(), |trail, token| trail.forward(token));
        assert_eq!((long.0.len(), long.current()), (TRAIL_TOKENS, Some("149")));
    }

    #[test]
    fn a_token_that_was_walked_through_leads_in_a_circle() {
        let table = [
            (trail(&[]), None, Onward::End),
            (trail(&[]), Some("a"), Onward::Page("a".into())),
            (trail(&["a", "b"]), Some("c"), Onward::Page("c".into())),
            (trail(&["a", "b"]), Some("b"), Onward::Circle),
            (trail(&["a", "b"]), Some("a"), Onward::Circle),
        ];
        for (trail, next, onward) in table {
            assert_eq!(trail.onward(next.map(str::to_owned)), onward, "{trail:?} {next:?}");
        }
    }
}
