//! The push notifications API, emulated: a deterministic state machine with a thin HTTP face.
//!
//! Nothing leaves the machine. It takes sends, lets them take their course over time, and answers every read as
//! the real API does, in either generation of its JSON.
//!
//! **Outcomes** are chosen by how a token or user id begins ([`outcome::ROWS`]): `fail-`, `slow-`, `unknown-`,
//! `undelivered-`, `retry-`; a user id with `two-` has two devices. For real user ids the prefix comes after
//! `comms_user_` or `comms_pushnotificationuser_`. Everything else is delivered within six seconds.
//!
//! **Not emulated**: Liquid is not rendered, so the content of a single notification is what was sent, as it was
//! sent. Nothing can be cancelled, since the API has no such call. `/Operations/{id}/Errors` is not offered.
//!
//! **Bounds**: at most [`world::store::KEPT_NOTIFICATIONS`] notifications and [`world::store::KEPT_BYTES`] bytes
//! are kept in all; beyond that the oldest sends are forgotten first. Seven days after its start a send is
//! forgotten too. A body is at most [`validate::BODY_BYTES`].
//!
//! **Control calls** exist only here, under the same Basic credential: `PUT /sandbox/faults` (a
//! [`fault::FaultPlan`]), `POST /sandbox/clock` (`{"advanceMs": n}`), `GET /sandbox/requests`.

pub mod chance;
pub mod fault;
pub mod filter;
mod http;
pub mod outcome;
pub mod paging;
pub mod refusal;
pub mod server;
pub mod shape;
pub mod validate;
pub mod world;
