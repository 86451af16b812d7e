//! Walks over the tokens of one output or tag.

use crate::error::Raw;
use crate::lexer::Part;
use crate::lexer::markup::{Placed, Token, tokens};

pub(super) struct Cursor<'s> {
    tokens: Vec<Placed<'s>>,
    next: usize,
    part: Part<'s>,
}

impl<'s> Cursor<'s> {
    pub fn over(part: Part<'s>) -> Result<Self, Raw> {
        Ok(Self { tokens: tokens(part)?, next: 0, part })
    }

    /// The token that comes next.
    pub fn peek(&self) -> Token<'s> {
        self.peek_at(0)
    }

    /// The token so many behind the next one.
    pub fn peek_at(&self, ahead: usize) -> Token<'s> {
        self.tokens.get(self.next + ahead).map_or(Token::End, |placed| placed.token)
    }

    /// Where the next token begins in the template.
    pub fn at(&self) -> usize {
        self.tokens.get(self.next).map_or(self.part.at + self.part.text.len(), |placed| placed.at)
    }

    /// The text from an offset in the template up to the next token.
    pub fn text_from(&self, at: usize) -> &'s str {
        let end = self.at() - self.part.at;
        self.part.text.get(at - self.part.at..end).unwrap_or_default().trim_ascii_end()
    }

    pub fn step(&mut self) -> Token<'s> {
        let token = self.peek();
        self.next += 1;
        token
    }

    /// Steps over this sign, when it comes next.
    pub fn takes(&mut self, sign: u8) -> bool {
        let is_it = self.peek() == Token::Sign(sign);
        self.next += usize::from(is_it);
        is_it
    }

    /// Steps over this word, when it comes next.
    pub fn takes_word(&mut self, word: &str) -> bool {
        let is_it = self.peek() == Token::Word(word);
        self.next += usize::from(is_it);
        is_it
    }

    /// Requires this sign.
    pub fn sign(&mut self, sign: u8) -> Result<(), Raw> {
        if self.takes(sign) { Ok(()) } else { Err(self.unexpected(&format!("`{}`", char::from(sign)))) }
    }

    /// Requires a name.
    pub fn word(&mut self, wanted: &str) -> Result<&'s str, Raw> {
        match self.peek() {
            Token::Word(word) => {
                self.next += 1;
                Ok(word)
            }
            _ => Err(self.unexpected(wanted)),
        }
    }

    /// Requires the end.
    pub fn end(&self) -> Result<(), Raw> {
        if self.peek() == Token::End { Ok(()) } else { Err(self.unexpected("the end")) }
    }

    /// The fault that something else stands here than what is wanted.
    pub fn unexpected(&self, wanted: &str) -> Raw {
        let found = match self.peek() {
            Token::Word(text) | Token::Number(text) | Token::Comparison(text) => format!("`{text}`"),
            Token::Text(text) => format!("the text “{text}”"),
            Token::Sign(sign) => format!("`{}`", char::from(sign)),
            Token::Dots => "`..`".to_owned(),
            Token::End => "nothing more".to_owned(),
        };
        let raw = Raw::syntax(self.at(), format!("{wanted} is expected here, and {found} is found"));
        let before = self.next.checked_sub(1).map(|at| self.tokens[at].token);
        match self.peek() {
            _ if before == Some(Token::Word("not")) => {
                raw.hint("Liquid has no `not`: use {% unless %}, or != .")
            }
            Token::Word("in" | "startswith" | "matches") => {
                raw.hint("To look inside, write `text contains part`.")
            }
            Token::Word(_) if wanted == "the end" && before.is_some() => {
                raw.hint("A name has no spaces in it: perhaps a dot, a sign or a comma is missing.")
            }
            _ => raw,
        }
    }
}
