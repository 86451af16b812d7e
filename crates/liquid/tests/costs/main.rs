//! Templates that try to take all of the time or memory there is: whatever a render does is paid for, so each ends soon,
//! and most in the error of the bound that it meets.

#![allow(clippy::unwrap_used, missing_docs)]

mod attack;
mod loops;
mod numbers;
mod texts;
