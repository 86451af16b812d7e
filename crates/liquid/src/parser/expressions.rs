//! Values, filters and conditions.

use super::Parser;
use super::cursor::Cursor;
use super::hints::nearest;
use super::names::PathInfo;
use crate::error::{Kind, Raw};
use crate::filters;
use crate::lexer::Part;
use crate::lexer::markup::Token;
use crate::program::{
    Call, Comparison, Condition, Expression, Join, Literal, Operand, Operator, Output, Path, Root, Segment,
};
use crate::values::float_of;

/// More warnings than this are not kept.
const MOST_WARNINGS: usize = 100;

impl Parser {
    /// What an output or an `assign` says: a value, and filters behind it.
    pub(super) fn output<'s>(&mut self, part: Part<'s>) -> Result<Output, Raw> {
        let mut cursor = Cursor::over(part)?;
        let at = cursor.at();
        if cursor.peek() == Token::End {
            let expression = Expression::Literal(Literal::Nil);
            return Ok(Output { at, expression, filters: Box::default(), about: None });
        }
        let expression = self.expression(&mut cursor)?;
        let mut filters = Vec::new();
        while cursor.takes(b'|') {
            filters.push(self.call(&mut cursor)?);
        }
        cursor.end()?;
        let arguments = filters.iter().flat_map(|call: &Call| &call.arguments);
        let about =
            std::iter::once(&expression).chain(arguments).find_map(|it| it.as_path().map(|path| path.id));
        Ok(Output { at, expression, filters: filters.into(), about })
    }

    fn call<'s>(&mut self, cursor: &mut Cursor<'s>) -> Result<Call, Raw> {
        let at = cursor.at();
        let name = cursor.word("the name of a filter")?;
        let (mut arguments, mut named) = (Vec::new(), Vec::new());
        if cursor.takes(b':') {
            while !matches!(cursor.peek(), Token::End | Token::Sign(b'|')) {
                match (cursor.peek(), cursor.peek_at(1)) {
                    (Token::Word(key), Token::Sign(b':')) => {
                        cursor.step();
                        cursor.step();
                        named.push((key.into(), self.expression(cursor)?));
                    }
                    _ => arguments.push(self.expression(cursor)?),
                }
                if !cursor.takes(b',') {
                    break;
                }
            }
        }
        let filter = filters::find(name);
        match filter {
            None => self.warn_of_filter(at, name),
            Some(filter) => {
                let count = arguments.len() + usize::from(!named.is_empty());
                if let Some(fault) = filter.misfit(count) {
                    self.warn(|| Raw::syntax(at, fault).of_kind(Kind::Argument));
                }
            }
        }
        Ok(Call { at, filter, arguments: arguments.into(), named: named.into() })
    }

    /// Keeps a warning, unless there are more already than anybody reads.
    fn warn(&mut self, warning: impl FnOnce() -> Raw) {
        if self.warnings.len() < MOST_WARNINGS {
            self.warnings.push(warning());
        }
    }

    fn warn_of_filter(&mut self, at: usize, name: &str) {
        let raw = Raw::syntax(at, format!("there is no filter `{name}`; it changes nothing"))
            .of_kind(Kind::UnknownFilter);
        let near = || nearest(name, filters::names()).map(|near| format!("Did you mean `{near}`?"));
        self.warn(|| raw.hint_if_none(near));
    }

    /// One value.
    pub(super) fn expression<'s>(&mut self, cursor: &mut Cursor<'s>) -> Result<Expression, Raw> {
        let at = cursor.at();
        match cursor.peek() {
            Token::Text(text) => {
                cursor.step();
                Ok(Expression::Literal(Literal::Text(text.into())))
            }
            Token::Number(text) => {
                cursor.step();
                number(at, text).map(Expression::Literal)
            }
            Token::Word(word) => {
                let literal = match word {
                    "nil" | "null" => Some(Literal::Nil),
                    "true" => Some(Literal::Bool(true)),
                    "false" => Some(Literal::Bool(false)),
                    "blank" | "empty" => Some(Literal::Text("".into())),
                    _ => None,
                };
                let goes_on = matches!(cursor.peek_at(1), Token::Sign(b'.' | b'['));
                match literal {
                    Some(literal) if !goes_on => {
                        cursor.step();
                        Ok(Expression::Literal(literal))
                    }
                    _ => self.path(cursor).map(Expression::Path),
                }
            }
            Token::Sign(b'[') => self.path(cursor).map(Expression::Path),
            Token::Sign(b'(') => self.deeper(at, |parser| {
                cursor.step();
                let first = parser.expression(cursor)?;
                if cursor.step() != Token::Dots {
                    let raw = Raw::syntax(at, "brackets make a range here, and `..` is missing in it");
                    return Err(raw.hint("Write (1..5). Conditions cannot be grouped by brackets."));
                }
                let last = parser.expression(cursor)?;
                cursor.sign(b')')?;
                Ok(Expression::Range(at, Box::new((first, last))))
            }),
            _ => Err(cursor.unexpected("a value")),
        }
    }

    fn path<'s>(&mut self, cursor: &mut Cursor<'s>) -> Result<Path, Raw> {
        let at = cursor.at();
        let root = match cursor.step() {
            Token::Word(word @ ("forloop" | "tablerowloop")) => Root::Loop(word.into()),
            Token::Word(word) => Root::Name(word.into(), self.names.slot(word)),
            _ => {
                let name = self.deeper(at, |parser| parser.expression(cursor))?;
                cursor.sign(b']')?;
                Root::Computed(Box::new(name))
            }
        };
        let root_length = cursor.text_from(at).len();
        let mut segments = Vec::new();
        loop {
            if cursor.takes(b'.') {
                segments.push(Segment::Name(cursor.word("a name behind the dot")?.into()));
            } else if cursor.takes(b'[') {
                let at = cursor.at();
                let key = self.deeper(at, |parser| parser.expression(cursor))?;
                cursor.sign(b']')?;
                segments.push(match key {
                    Expression::Literal(Literal::Text(name)) => Segment::Name(name),
                    other => Segment::Computed(other),
                });
            } else {
                break;
            }
        }
        let is_data = match &root {
            Root::Loop(_) => false,
            Root::Name(_, slot) => self.names.is_data(*slot),
            Root::Computed(_) => true,
        };
        let text = cursor.text_from(at).into();
        let id =
            self.names.path(PathInfo { text, root_length, at, is_data, is_tested: self.names.is_testing });
        Ok(Path { id, at, root, segments: segments.into() })
    }

    /// Comparisons with `and` and `or` between them.
    pub(super) fn condition<'s>(&mut self, part: Part<'s>) -> Result<Condition, Raw> {
        let mut cursor = Cursor::over(part)?;
        self.names.is_testing = true;
        let first = self.comparison(&mut cursor)?;
        let mut rest = Vec::new();
        loop {
            let join = if cursor.takes_word("and") {
                Join::And
            } else if cursor.takes_word("or") {
                Join::Or
            } else {
                break;
            };
            rest.push((join, self.comparison(&mut cursor)?));
        }
        self.names.is_testing = false;
        cursor.end()?;
        Ok(Condition { first, rest: rest.into() })
    }

    fn comparison<'s>(&mut self, cursor: &mut Cursor<'s>) -> Result<Comparison, Raw> {
        let at = cursor.at();
        let left = self.operand(cursor)?;
        let Token::Comparison(sign) = cursor.peek() else {
            return Ok(Comparison { at, left, right: None });
        };
        let operator = match sign {
            "==" => Operator::Equal,
            "!=" | "<>" => Operator::Unequal,
            "<" => Operator::Less,
            "<=" => Operator::LessOrEqual,
            ">" => Operator::Greater,
            ">=" => Operator::GreaterOrEqual,
            _ => Operator::Contains,
        };
        cursor.step();
        let right = self.operand(cursor)?;
        Ok(Comparison { at, left, right: Some((operator, right)) })
    }

    /// One side of a comparison, or a value of `when`.
    pub(super) fn operand<'s>(&mut self, cursor: &mut Cursor<'s>) -> Result<Operand, Raw> {
        let goes_on = matches!(cursor.peek_at(1), Token::Sign(b'.' | b'['));
        match cursor.peek() {
            Token::Word("blank") if !goes_on => {
                cursor.step();
                Ok(Operand::Blank)
            }
            Token::Word("empty") if !goes_on => {
                cursor.step();
                Ok(Operand::Empty)
            }
            _ => self.expression(cursor).map(Operand::Value),
        }
    }
}

fn number(at: usize, text: &str) -> Result<Literal, Raw> {
    if text.contains('.') {
        return Ok(Literal::Float(float_of(text)));
    }
    text.parse().map(Literal::Int).map_err(|_| {
        Raw::syntax(at, "this number is too large").hint("Whole numbers have at most 18 digits here.")
    })
}
