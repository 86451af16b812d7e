//! Blocks whose inside is not read: `comment`, `doc`, `raw`.

use super::Parser;
use super::hints;
use super::source::Source;
use crate::error::Raw;
use crate::lexer::Part;

impl Parser {
    /// Passes over a comment with all comments in it. `at` is where it begins.
    pub(super) fn comment<'s>(source: &mut Source<'s>, at: usize) -> Result<(), Raw> {
        let never = || hints::unclosed(at, "comment", None);
        let mut depth = 1;
        while depth > 0 {
            let inside = match source {
                Source::Document(pieces) => pieces.skip_to_tag(),
                Source::Lines(lines) => lines.next(),
            };
            let Some((name, _)) = inside.ok_or_else(never)?.split_name() else { continue };
            match name.text {
                "comment" => depth += 1,
                "endcomment" => depth -= 1,
                "raw" => {
                    if let Source::Document(pieces) = source {
                        pieces.raw_until("endraw").ok_or_else(never)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Everything up to the end of this block as it stands. `at` is where it begins.
    pub(super) fn verbatim<'s>(source: &mut Source<'s>, at: usize, name: &str) -> Result<Part<'s>, Raw> {
        let end = format!("end{name}");
        let found = match source {
            Source::Document(pieces) => pieces.raw_until(&end),
            Source::Lines(lines) => {
                let start = lines.offset();
                loop {
                    match lines.next() {
                        None => break None,
                        Some(line) if line.split_name().is_some_and(|(name, _)| name.text == end) => {
                            // Within `liquid` nothing between the lines is kept but the lines.
                            break Some(Part { at: start, text: "" });
                        }
                        Some(_) => {}
                    }
                }
            }
        };
        found.ok_or_else(|| hints::unclosed(at, name, None))
    }
}
