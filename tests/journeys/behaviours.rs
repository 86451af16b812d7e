//! One behaviour per file.

mod trial;
