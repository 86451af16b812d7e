//! `for` and `tablerow`.

use super::Parser;
use super::blocks::{Block, is_end, not_closed};
use super::cursor::Cursor;
use super::source::{End, Source};
use crate::error::Raw;
use crate::lexer::Part;
use crate::lexer::markup::Token;
use crate::program::{Expression, For, Offset, TableRow, Tag};

impl Parser {
    pub(super) fn for_loop<'s>(
        &mut self,
        source: &mut Source<'s>,
        at: usize,
        markup: Part<'s>,
    ) -> Result<(Tag, bool), Raw> {
        let mut cursor = Cursor::over(markup)?;
        let (name, collection, text) = self.heading(&mut cursor, "for")?;
        let is_reversed = cursor.takes_word("reversed");
        let (mut limit, mut offset) = (None, None);
        loop {
            while cursor.takes(b',') {}
            let at = cursor.at();
            match cursor.peek() {
                Token::End => break,
                Token::Word("limit") if cursor.peek_at(1) == Token::Sign(b':') => {
                    limit = Some(self.attribute(&mut cursor)?);
                }
                Token::Word("offset") if cursor.peek_at(1) == Token::Sign(b':') => {
                    if cursor.peek_at(2) == Token::Word("continue") {
                        (0..3).for_each(|_| _ = cursor.step());
                        offset = Some(Offset::Continue);
                    } else {
                        offset = Some(Offset::At(self.attribute(&mut cursor)?));
                    }
                }
                Token::Word("reversed") => {
                    return Err(Raw::syntax(at, "`reversed` stands directly behind the collection"));
                }
                _ => return Err(cursor.unexpected("`limit:`, `offset:` or the end")),
            }
        }
        let name_text = format!("{name}-{text}");
        let series = self.names.series(&name_text);
        let variable = self.names.bind(name);
        let turns = self.names.branch(at, "for", markup.text);
        let (block, mut end) = self.body(source)?;
        self.names.unbind();
        let (mut otherwise, mut else_at) = (None::<Block>, at);
        if let End::Tag { at, name: found, .. } = &end
            && found.text == "else"
        {
            else_at = *at;
            let (other, next) = self.body(source)?;
            otherwise = Some(other);
            end = next;
        }
        match &end {
            End::Tag { name: found, .. } if is_end(found.text, "for") => {}
            other => return Err(not_closed(at, "for", other)),
        }
        let kind = if otherwise.is_some() { "else" } else { "none" };
        let no_turn = self.names.branch(else_at, kind, "");
        let is_blank = block.is_blank && otherwise.as_ref().is_none_or(|block| block.is_blank);
        let tag = Tag::For(Box::new(For {
            variable,
            name: name_text.into(),
            series,
            collection,
            is_reversed,
            limit,
            offset,
            body: block.without_text(is_blank),
            turns,
            otherwise: otherwise.map(|block| block.without_text(is_blank)),
            no_turn,
        }));
        Ok((tag, is_blank))
    }

    pub(super) fn table_row<'s>(
        &mut self,
        source: &mut Source<'s>,
        at: usize,
        markup: Part<'s>,
    ) -> Result<(Tag, bool), Raw> {
        let mut cursor = Cursor::over(markup)?;
        let (name, collection, _) = self.heading(&mut cursor, "tablerow")?;
        let (mut columns, mut limit, mut offset) = (None, None, None);
        loop {
            while cursor.takes(b',') {}
            let place = match cursor.peek() {
                Token::End => break,
                Token::Word("cols") => &mut columns,
                Token::Word("limit") => &mut limit,
                Token::Word("offset") => &mut offset,
                // Known to the reference implementation, and without effect there.
                Token::Word("range") => &mut None,
                _ => return Err(cursor.unexpected("`cols:`, `limit:`, `offset:` or the end")),
            };
            *place = Some(self.attribute(&mut cursor)?);
        }
        let variable = self.names.bind(name);
        let block = self.closed(source, at, "tablerow");
        self.names.unbind();
        let block = block?;
        let is_blank = block.is_blank;
        let row = TableRow { variable, collection, columns, limit, offset, body: block.body };
        Ok((Tag::TableRow(Box::new(row)), is_blank))
    }

    /// `name in collection`, with the collection as written.
    fn heading<'s>(
        &mut self,
        cursor: &mut Cursor<'s>,
        tag: &str,
    ) -> Result<(&'s str, Expression, &'s str), Raw> {
        let form = || Some(format!("Write {{% {tag} item in items %}}."));
        let name = cursor.word("the name of a variable").map_err(|raw| raw.hint_if_none(form))?;
        if !cursor.takes_word("in") {
            return Err(cursor.unexpected("`in`").hint_if_none(form));
        }
        let at = cursor.at();
        let collection = self.expression(cursor)?;
        Ok((name, collection, cursor.text_from(at)))
    }

    /// The value behind `name:`.
    fn attribute<'s>(&mut self, cursor: &mut Cursor<'s>) -> Result<Expression, Raw> {
        cursor.step();
        cursor.sign(b':')?;
        self.expression(cursor)
    }
}
