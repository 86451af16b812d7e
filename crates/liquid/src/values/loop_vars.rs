//! What a loop tells its body about itself.

use std::rc::Rc;

use super::{Str, Value};

/// `forloop`, or `tablerowloop` when there are columns.
#[derive(Clone, Debug)]
pub struct LoopVars {
    /// How many turns in all.
    pub length: usize,
    /// This turn, from 0.
    pub index: usize,
    /// Row and column of a table, both from 1, and how many columns.
    pub table: Option<Table>,
    /// Variable and collection, as written; none for a table.
    pub name: Option<Rc<str>>,
    /// The loop around it.
    pub parent: Option<Rc<LoopVars>>,
}

/// Where a turn stands in its table.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Row, from 1.
    pub row: usize,
    /// Column, from 1.
    pub column: usize,
    /// How many columns.
    pub columns: i64,
}

impl LoopVars {
    /// A fact by its name; none for a name that a loop does not have.
    pub fn get<'v>(&self, name: &str) -> Option<Value<'v>> {
        let int = |number: usize| Value::Int(i64::try_from(number).unwrap_or(i64::MAX));
        let rest = self.length.saturating_sub(self.index);
        Some(match name {
            "length" => int(self.length),
            "index" => int(self.index + 1),
            "index0" => int(self.index),
            "rindex" => int(rest),
            "rindex0" => int(rest.saturating_sub(1)),
            "first" => Value::Bool(self.index == 0),
            "last" => Value::Bool(self.index + 1 == self.length),
            _ => match self.table {
                Some(table) => return table.get(name),
                None if name == "parentloop" => {
                    self.parent.as_ref().map_or(Value::Nil, |parent| Value::Loop(Rc::clone(parent)))
                }
                None if name == "name" => Value::Str(Str::Made(self.name.clone()?)),
                None => return None,
            },
        })
    }
}

impl Table {
    fn get<'v>(self, name: &str) -> Option<Value<'v>> {
        let int = |number: usize| Value::Int(i64::try_from(number).unwrap_or(i64::MAX));
        Some(match name {
            "row" => int(self.row),
            "col" => int(self.column),
            "col0" => int(self.column - 1),
            "col_first" => Value::Bool(self.column == 1),
            "col_last" => Value::Bool(self.is_last()),
            _ => return None,
        })
    }

    /// True in the last column.
    pub fn is_last(self) -> bool {
        usize::try_from(self.columns) == Ok(self.column)
    }
}
