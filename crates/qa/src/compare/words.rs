//! The difference of two texts word by word.
//!
//! The pieces put together without those that were added are the earlier text, and without those that were removed
//! the later one: nothing is lost or made up.

use serde::{Deserialize, Serialize};

/// What happened to a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PieceKind {
    /// It stands in both.
    Same,
    /// It stands in the earlier one only.
    Removed,
    /// It stands in the later one only.
    Added,
}

/// A piece of two texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    /// What happened to it.
    pub kind: PieceKind,
    /// The piece.
    pub text: String,
}

/// Most pairs of words that are compared; beyond, what lies between the common beginning and the common end counts
/// as replaced. It bounds time and memory: about 1,000 words against 1,000 others.
const MOST_PAIRS: usize = 1_000_000;

/// The difference of two texts, as few words as possible removed and added. Blanks and signs between two changes
/// belong to them, so that a changed sentence is told in one piece.
pub fn words(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (tokens(before), tokens(after));
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_middle, old_tail) = old_rest.split_at(old_rest.len() - tail);
    let (new_middle, _) = new_rest.split_at(new_rest.len() - tail);
    let mut pieces = Pieces::default();
    old.iter().take(head).for_each(|word| pieces.push(PieceKind::Same, word));
    middle(old_middle, new_middle, &mut pieces);
    old_tail.iter().for_each(|word| pieces.push(PieceKind::Same, word));
    pieces.joined()
}

/// The longest common run of words, by the table of lengths from each pair of places to the end.
fn middle(old: &[&str], new: &[&str], pieces: &mut Pieces) {
    let width = new.len() + 1;
    let (mut i, mut j) = (0, 0);
    if old.len().saturating_mul(new.len()) <= MOST_PAIRS {
        let mut lengths = vec![0u32; (old.len() + 1) * width];
        for (a, old_word) in old.iter().enumerate().rev() {
            for (b, new_word) in new.iter().enumerate().rev() {
                let at = a * width + b;
                let [right, below, across] = [at + 1, at + width, at + width + 1].map(|at| lengths[at]);
                lengths[at] = if old_word == new_word { across + 1 } else { right.max(below) };
            }
        }
        while let (Some(old_word), Some(new_word)) = (old.get(i), new.get(j)) {
            if old_word == new_word {
                pieces.push(PieceKind::Same, old_word);
                (i, j) = (i + 1, j + 1);
            } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                pieces.push(PieceKind::Removed, old_word);
                i += 1;
            } else {
                pieces.push(PieceKind::Added, new_word);
                j += 1;
            }
        }
    }
    old.iter().skip(i).for_each(|word| pieces.push(PieceKind::Removed, word));
    new.iter().skip(j).for_each(|word| pieces.push(PieceKind::Added, word));
}

/// Pieces in which neighbours of one kind are put together.
#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn push(&mut self, kind: PieceKind, word: &str) {
        match self.0.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(word),
            _ if word.is_empty() => {}
            _ => self.0.push(Piece { kind, text: word.to_owned() }),
        }
    }

    /// Takes what is the same between two changes, and no word, into them: what was removed first, then what was added.
    fn joined(self) -> Vec<Piece> {
        let mut joined = Self::default();
        let (mut removed, mut added) = (String::new(), String::new());
        let mut pieces = self.0.into_iter().peekable();
        while let Some(piece) = pieces.next() {
            let is_between = pieces.peek().is_some() && !(removed.is_empty() && added.is_empty());
            match piece.kind {
                PieceKind::Removed => removed.push_str(&piece.text),
                PieceKind::Added => added.push_str(&piece.text),
                PieceKind::Same if is_between && !has_word(&piece.text) => {
                    removed.push_str(&piece.text);
                    added.push_str(&piece.text);
                }
                PieceKind::Same => {
                    joined.push(PieceKind::Removed, &std::mem::take(&mut removed));
                    joined.push(PieceKind::Added, &std::mem::take(&mut added));
                    joined.push(PieceKind::Same, &piece.text);
                }
            }
        }
        joined.push(PieceKind::Removed, &removed);
        joined.push(PieceKind::Added, &added);
        joined.0
    }
}

fn has_word(text: &str) -> bool {
    text.chars().any(|c| !c.is_whitespace() && !c.is_ascii_punctuation())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Blank,
    Word,
    /// Stands alone: punctuation, and letters of scripts that put no blanks between words.
    Single,
}

fn class(c: char) -> Class {
    match c {
        c if c.is_whitespace() => Class::Blank,
        c if c.is_ascii_punctuation() && c != '_' => Class::Single,
        // Kana, CJK ideographs and their extensions, full-width marks; Hangul has blanks.
        '\u{3000}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}' => Class::Single,
        // Emoji with their joiners stay whole, as do letters with their marks.
        _ => Class::Word,
    }
}

/// Words, blanks and single signs; put together they are the text.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        let this = class(c);
        if last.is_some_and(|last| last != this || this == Class::Single) {
            tokens.push(&text[start..at]);
            start = at;
        }
        last = Some(this);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}
