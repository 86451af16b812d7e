//! Liquid, rendered as Shopify's reference implementation renders it.

#![forbid(unsafe_code)]

mod date;
mod error;
mod filters;
mod lexer;
mod limits;
mod parser;
mod position;
mod program;
mod render;
mod template;
mod trace;
mod values;

pub use error::{Fault, Kind, ParseError, RenderError};
pub use limits::{Limit, Limits};
pub use position::Position;
pub use template::{Branch, Settings, Template, Variable};
pub use trace::{Reads, Trace};
pub use values::{Array, Lookup, LoopVars, Map, Object, Sequence, Str, Table, Value};
