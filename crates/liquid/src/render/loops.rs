//! `for` and `tablerow`.

use super::nodes::Flow;
use super::state::{State, fault};
use crate::error::Raw;
use crate::filters::Failure;
use crate::limits::Limit;
use crate::program::{Expression, For, Offset, TableRow};
use crate::values::{LoopVars, Table, Value, leading_int, strict_int};

/// What a loop walks over.
enum Items<'v> {
    List(Vec<Value<'v>>),
    /// From a number on, so many.
    Numbers(i64, usize),
}

impl<'v> Items<'v> {
    fn len(&self) -> usize {
        match self {
            Self::List(items) => items.len(),
            Self::Numbers(_, count) => *count,
        }
    }

    fn at(&self, index: usize) -> Value<'v> {
        match self {
            Self::List(items) => items[index].clone(),
            Self::Numbers(first, _) => Value::Int(first + i64::try_from(index).unwrap_or_default()),
        }
    }
}

impl<'v> State<'v, '_> {
    pub(super) fn for_loop(&mut self, at: usize, inner: &'v For, out: &mut String) -> Result<Flow, Raw> {
        let from = match &inner.offset {
            None => 0,
            Some(Offset::Continue) => *self.offset(inner.series),
            Some(Offset::At(expression)) => self.index(at, expression)?.unwrap_or_default(),
        };
        let collection = self.expression(&inner.collection)?;
        let limit = match &inner.limit {
            Some(expression) => self.index(at, expression)?,
            None => None,
        };
        let items = self.segment(&collection, from, limit).map_err(|failure| fault(at, failure))?;
        let length = items.len();
        *self.offset(inner.series) = from.saturating_add(length);
        if length == 0 {
            self.takes(inner.no_turn);
            return match &inner.otherwise {
                Some(body) => self.body(body, out),
                None => Ok(Flow::On),
            };
        }
        self.takes(inner.turns);
        self.loops.push((LoopVars { length, index: 0, table: None, name: None, parent: None }, &inner.name));
        let outer = self.bind(inner.variable, None);
        let mut result = Ok(Flow::On);
        for index in 0..length {
            let item = items.at(if inner.is_reversed { length - 1 - index } else { index });
            self.bind(inner.variable, Some(item));
            if let Some((vars, _)) = self.loops.last_mut() {
                vars.index = index;
            }
            result = self
                .work
                .step(1)
                .map_err(|failure| fault(at, failure))
                .and_then(|()| self.body(&inner.body, out));
            if !matches!(result, Ok(Flow::On | Flow::Continue)) {
                break;
            }
        }
        self.bind(inner.variable, outer);
        self.loops.pop();
        result.map(|_| Flow::On)
    }

    pub(super) fn table_row(
        &mut self,
        at: usize,
        inner: &'v TableRow,
        out: &mut String,
    ) -> Result<Flow, Raw> {
        let collection = self.expression(&inner.collection)?;
        if !collection.is_truthy() {
            return Ok(Flow::On);
        }
        let from = self.loose_index(at, inner.offset.as_ref())?.unwrap_or_default();
        let limit = self.loose_index(at, inner.limit.as_ref())?;
        let from = usize::try_from(from).unwrap_or_default();
        let limit = limit.map(|limit| usize::try_from(limit).unwrap_or_default());
        let items = self.segment(&collection, from, limit).map_err(|failure| fault(at, failure))?;
        let length = items.len();
        let all = i64::try_from(length).unwrap_or(i64::MAX);
        let columns = self.loose_index(at, inner.columns.as_ref())?.unwrap_or(all);
        out.push_str("<tr class=\"row1\">\n");
        let vars = LoopVars {
            length,
            index: 0,
            table: Some(Table { row: 1, column: 1, columns }),
            name: None,
            parent: None,
        };
        self.loops.push((vars, ""));
        let outer = self.bind(inner.variable, None);
        let mut result = Ok(Flow::On);
        let mut table = Table { row: 1, column: 1, columns };
        for index in 0..length {
            self.bind(inner.variable, Some(items.at(index)));
            if let Some((vars, _)) = self.loops.last_mut() {
                vars.index = index;
                vars.table = Some(table);
            }
            out.push_str(&format!("<td class=\"col{}\">", table.column));
            result = self
                .work
                .step(1)
                .map_err(|failure| fault(at, failure))
                .and_then(|()| self.body(&inner.body, out));
            out.push_str("</td>");
            if !matches!(result, Ok(Flow::On | Flow::Continue)) {
                break;
            }
            if table.is_last() {
                if index + 1 < length {
                    out.push_str(&format!("</tr>\n<tr class=\"row{}\">", table.row + 1));
                }
                table = Table { row: table.row + 1, column: 1, ..table };
            } else {
                table.column += 1;
            }
        }
        self.bind(inner.variable, outer);
        self.loops.pop();
        out.push_str("</tr>\n");
        result.map(|_| Flow::On)
    }

    /// A whole number for `limit` or `offset`; none for nil.
    fn index(&mut self, at: usize, expression: &'v Expression) -> Result<Option<usize>, Raw> {
        let value = self.expression(expression)?;
        self.work.measure(&value).map_err(|failure| fault(at, failure))?;
        if value.is_nil() {
            return Ok(None);
        }
        let needed = || Failure::Argument("`limit` and `offset` need a whole number".to_owned());
        let number = strict_int(&value).ok_or_else(|| fault(at, needed()))?;
        Ok(Some(usize::try_from(number).unwrap_or_default()))
    }

    /// A whole number where any text will do: without digits it is 0. None without an expression.
    fn loose_index(&mut self, at: usize, expression: Option<&'v Expression>) -> Result<Option<i64>, Raw> {
        let Some(expression) = expression else { return Ok(None) };
        let value = self.expression(expression)?;
        self.work.measure(&value).map_err(|failure| fault(at, failure))?;
        match value {
            Value::Nil => Ok(Some(0)),
            Value::Int(number) => Ok(Some(number)),
            Value::Float(number) => Ok(Some(number as i64)),
            Value::Str(text) => Ok(Some(leading_int(&text))),
            _ => Err(fault(at, Failure::Argument("a whole number is needed".to_owned()))),
        }
    }

    /// The items from an index on, so many at most. A text is one item, an object its pairs, anything else nothing.
    fn segment(
        &mut self,
        value: &Value<'v>,
        from: usize,
        limit: Option<usize>,
    ) -> Result<Items<'v>, Failure> {
        let within = |length: usize| {
            let start = from.min(length);
            start..limit.map_or(length, |limit| from.saturating_add(limit).min(length)).max(start)
        };
        let too_long = |_| Failure::Limit(Limit::Steps);
        match value {
            Value::Range(first, last) => {
                let length = last.saturating_sub(*first).saturating_add(1).max(0);
                let length = usize::try_from(length).map_err(too_long)?;
                let start = first.saturating_add(i64::try_from(from).map_err(too_long)?);
                Ok(Items::Numbers(start, within(length).len()))
            }
            Value::Array(items) => {
                let range = within(items.len());
                self.work.step(range.len() / 8)?;
                Ok(Items::List(range.map(|index| items.at(index)).collect()))
            }
            Value::Map(fields) => {
                self.work.step(fields.len())?;
                let mut pairs = fields.pairs();
                Ok(Items::List(pairs.drain(within(pairs.len())).collect()))
            }
            Value::Str(text) if !text.is_empty() => Ok(Items::List(vec![value.clone()])),
            _ => Ok(Items::List(Vec::new())),
        }
    }
}
