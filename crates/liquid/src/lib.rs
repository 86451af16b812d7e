//! Liquid, rendered as Shopify's reference implementation renders it: small, bounded, and able to explain itself.
//!
//! A push is personalised by Liquid, once for every recipient. This crate answers what each of them will read,
//! which variables were missing, which branches nobody took, and where a template is wrong. It does no I/O, takes no
//! clock, and cannot hang or fill the memory.
//!
//! ```
//! use push_liquid::{Settings, Template};
//!
//! let template = Template::parse("Hi {{ name | default: 'there' }}!")?;
//! let settings = Settings::default();
//! assert_eq!(template.render(&[("name", "Ada")], &settings)?, "Hi Ada!");
//! assert_eq!(template.render(&(), &settings)?, "Hi there!");
//! # Ok::<(), push_liquid::Fault>(())
//! ```
//!
//! # Data
//! Whatever implements [`Lookup`] is data: pairs of name and text, maps, `serde_json::Value` (feature `json`, on by
//! default), or a row of a table of one's own. Values are borrowed from it, so that a plain text takes no memory but
//! its output; [`Template::render_to`] reuses that.
//!
//! # Explaining
//! ```
//! use push_liquid::Template;
//!
//! let fault = Template::parse("{% if age = 18 %}adult{% endif %}").unwrap_err();
//! assert_eq!((fault.position.line, fault.position.column), (1, 11));
//! assert_eq!(fault.hint.as_deref(), Some("To compare two values, write ==."));
//! let warned = Template::parse("{{ name | upcsae }}")?;
//! assert_eq!(warned.warnings()[0].hint.as_deref(), Some("Did you mean `upcase`?"));
//! # Ok::<(), push_liquid::Fault>(())
//! ```
//! A [`Trace`] tells what happened in a render; added up over many, which branches were never taken:
//! ```
//! use push_liquid::{Settings, Template};
//!
//! let template = Template::parse("{% if vip %}Dear {{ name }}{% else %}Hi{% endif %}")?;
//! let mut trace = template.trace();
//! template.render_traced(&[("vip", "yes")], &Settings::default(), &mut trace)?;
//! assert_eq!(trace.coverage(), (1, 2));
//! let (variable, reads) = trace.variables(&template).nth(1).unwrap();
//! assert_eq!((variable.path, reads.missing), ("name", 1));
//! # Ok::<(), push_liquid::Fault>(())
//! ```
//!
//! # Tags
//! | tags | what for |
//! |---|---|
//! | `assign`, `capture`, `increment`, `decrement` | set variables and counters |
//! | `if`, `elsif`, `else`, `unless`, `case`, `when` | choose |
//! | `for`, `break`, `continue`, `cycle`, `tablerow`, `ifchanged` | repeat |
//! | `echo`, `liquid` | outputs and tags line by line |
//! | `comment`, `#`, `doc`, `raw` | are not read |
//!
//! `include` and `render` are known and refused: a push has no other templates.
//!
//! # Filters
//! | on | filters |
//! |---|---|
//! | text | `append`, `prepend`, `upcase`, `downcase`, `capitalize`, `replace`, `replace_first`, `replace_last`, `remove`, `remove_first`, `remove_last`, `slice`, `size`, `default` |
//! | words and lines | `strip`, `lstrip`, `rstrip`, `squish`, `strip_newlines`, `truncate`, `truncatewords`, `split` |
//! | HTML | `escape`, `h`, `escape_once`, `newline_to_br`, `strip_html` |
//! | codes | `url_encode`, `url_decode`, `base64_encode`, `base64_decode`, `base64_url_safe_encode`, `base64_url_safe_decode` |
//! | numbers | `plus`, `minus`, `times`, `divided_by`, `modulo`, `abs`, `ceil`, `floor`, `round`, `at_least`, `at_most` |
//! | lists | `join`, `first`, `last`, `reverse`, `concat`, `map`, `compact`, `uniq`, `sum`, `sort`, `sort_natural`, `where`, `reject`, `find`, `find_index`, `has` |
//! | moments | `date` |
//!
//! # Known differences from Ruby
//! Each has a test in `tests/differences.rs`.
//! - A fault ends the render; Ruby writes an error text to the recipient and goes on.
//! - The syntax is strict; Ruby's lax mode drops what it does not understand.
//! - There are no partial templates.
//! - Whole numbers have 64 bits; beyond that is a fault.
//! - The only zone is UTC, where Ruby takes its machine's; `now` is given by the caller ([`Settings::now`]).
//! - Base64 of bytes that are no text decodes to replacement signs.
//! - There is no variable `self`.
//!
//! # Bounds
//! [`Limits`] bounds template, nesting, steps, output and work; each has its own fault ([`Limit`]).

#![forbid(unsafe_code)]

mod cut;
mod date;
mod error;
mod filters;
mod letters;
mod lexer;
mod limits;
mod parser;
mod position;
mod program;
mod render;
mod search;
mod space;
mod template;
mod trace;
mod values;

pub use error::{Fault, Kind, ParseError, RenderError};
pub use filters::names as filter_names;
pub use limits::{Limit, Limits};
pub use parser::nearest;
pub use position::Position;
pub use template::{Branch, Settings, Template, Variable};
pub use trace::{Reads, Trace, Written};
pub use values::{Array, Lookup, LoopVars, Map, Object, Sequence, Str, Table, Value};
