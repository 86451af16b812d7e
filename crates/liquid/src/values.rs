//! What a template works on: numbers, text, lists, objects. Borrowed from the template and from the recipient's
//! variables wherever that is possible.

mod compare;
mod decimal;
mod float;
mod from;
#[cfg(feature = "json")]
mod json;
mod long;
mod loop_vars;
mod number;
mod text;

use std::fmt;
use std::rc::Rc;

pub(crate) use compare::{contains, equal, is_blank, is_empty, order};
pub(crate) use decimal::float_of;
pub(crate) use float::price;
pub use loop_vars::{LoopVars, Table};
pub(crate) use number::{Number, leading_int, strict_int};

/// A value during a render.
#[derive(Clone, Default)]
pub enum Value<'v> {
    /// Nothing: a missing variable, or `nil`.
    #[default]
    Nil,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number with a fraction.
    Float(f64),
    /// Text.
    Str(Str<'v>),
    /// Whole numbers from the first to the last, both included.
    Range(i64, i64),
    /// A list.
    Array(Array<'v>),
    /// An object: values under names, in their order.
    Map(Map<'v>),
    /// `forloop` or `tablerowloop`, as it was at one turn.
    Loop(Rc<LoopVars>),
}

/// Text that is borrowed, or made during the render.
#[derive(Clone)]
pub enum Str<'v> {
    /// Borrowed from the template or the data.
    Lent(&'v str),
    /// Made during the render.
    Made(Rc<str>),
}

impl std::ops::Deref for Str<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Lent(text) => text,
            Self::Made(text) => text,
        }
    }
}

/// A list of the data, item by item.
pub trait Sequence {
    /// How many items.
    fn len(&self) -> usize;
    /// True when there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The item at an index below [`Sequence::len`]; nil beyond.
    fn at(&self, index: usize) -> Value<'_>;
}

/// Values by name: a recipient's variables. All that a render needs of its data.
pub trait Lookup {
    /// The value of this name, or nothing when there is no such name.
    fn get(&self, name: &str) -> Option<Value<'_>>;
}

/// An object of the data that can also be walked through.
pub trait Object: Lookup {
    /// How many fields.
    fn len(&self) -> usize;
    /// True when there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Shows every field in order.
    fn each<'s>(&'s self, visit: &mut dyn FnMut(&'s str, Value<'s>));
}

/// A list that is borrowed, or made during the render.
#[derive(Clone)]
pub enum Array<'v> {
    /// Borrowed from the data.
    Lent(&'v dyn Sequence),
    /// Made during the render.
    Made(Rc<[Value<'v>]>),
}

impl<'v> Array<'v> {
    /// How many items.
    pub fn len(&self) -> usize {
        match self {
            Self::Lent(items) => items.len(),
            Self::Made(items) => items.len(),
        }
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at an index; nil beyond the end.
    pub fn at(&self, index: usize) -> Value<'v> {
        match self {
            Self::Lent(items) if index < items.len() => items.at(index),
            Self::Lent(_) => Value::Nil,
            Self::Made(items) => items.get(index).cloned().unwrap_or_default(),
        }
    }

    /// The items in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Value<'v>> + '_ {
        (0..self.len()).map(|index| self.at(index))
    }
}

/// An object that is borrowed, or made during the render.
#[derive(Clone)]
pub enum Map<'v> {
    /// Borrowed from the data.
    Lent(&'v dyn Object),
    /// Made during the render.
    Made(Rc<[(Str<'v>, Value<'v>)]>),
}

impl<'v> Map<'v> {
    /// How many fields.
    pub fn len(&self) -> usize {
        match self {
            Self::Lent(object) => object.len(),
            Self::Made(fields) => fields.len(),
        }
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of this name.
    pub fn get(&self, name: &str) -> Option<Value<'v>> {
        match self {
            Self::Lent(object) => object.get(name),
            Self::Made(fields) => {
                fields.iter().find(|(key, _)| **key == *name).map(|(_, value)| value.clone())
            }
        }
    }

    /// Shows every field in order.
    pub fn each(&self, visit: &mut dyn FnMut(Str<'v>, Value<'v>)) {
        match self {
            Self::Lent(object) => object.each(&mut |key, value| visit(Str::Lent(key), value)),
            Self::Made(fields) => fields.iter().for_each(|(key, value)| visit(key.clone(), value.clone())),
        }
    }

    /// Every field as a pair of name and value.
    pub(crate) fn pairs(&self) -> Vec<Value<'v>> {
        let mut pairs = Vec::with_capacity(self.len());
        self.each(&mut |key, value| pairs.push(Value::array(vec![Value::Str(key), value])));
        pairs
    }
}

impl<'v> Value<'v> {
    /// Text that was made.
    pub fn text(text: impl Into<Rc<str>>) -> Self {
        Self::Str(Str::Made(text.into()))
    }

    /// A list that was made.
    pub fn array(items: Vec<Value<'v>>) -> Self {
        Self::Array(Array::Made(items.into()))
    }

    /// False for nil and `false`; everything else counts as true, an empty text as well.
    pub fn is_truthy(&self) -> bool {
        !matches!(self, Self::Nil | Self::Bool(false))
    }

    /// True for nil.
    pub fn is_nil(&self) -> bool {
        matches!(self, Self::Nil)
    }
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.inspect(&mut text);
        f.write_str(&text)
    }
}
