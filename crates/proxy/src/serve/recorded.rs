//! The sends that the ledger knows: an operator's own, filtered by how far they have come.

use axum::response::Response;
use push_api::proxy::{RecordedSends, SendProgress};

use super::answer;
use super::app::App;
use crate::ledger::now_ms;
use crate::policy::identity::Operator;
use crate::problem::Problem;

/// Sends in one answer when nothing else is asked for.
const USUAL: u32 = 50;
/// Sends in one answer at most.
const MOST: u32 = 500;

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
struct Wanted {
    state: Option<SendProgress>,
    limit: u32,
}

/// Lists them, the newest first.
///
/// # Errors
/// 400 for a state or a number that is none, 503 when the database fails.
pub async fn answer(app: &App, operator: &Operator, query: &str) -> Result<Response, Problem> {
    let Wanted { state, limit } = read(query)?;
    let sends = app.ledger.list(&operator.name, state.as_ref(), limit, now_ms()).await.map_err(|fault| {
        tracing::error!(%fault, "the recorded sends could not be read");
        Problem::ledger_unavailable(
            "The proxy's ledger cannot be read. Its log says more under this request's id.",
        )
    })?;
    Ok(answer::sends(&RecordedSends { sends }))
}

/// Reads a query that holds known names only, each at most once.
fn read(query: &str) -> Result<Wanted, Problem> {
    let mut wanted = Wanted { state: None, limit: USUAL };
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=').unwrap_or((pair, "")) {
            ("state", word) => match SendProgress::from(word) {
                SendProgress::Unknown(_) => {
                    let known = "reserved, dispatched, accepted, refused and unknown";
                    return Err(Problem::bad_request(format!(
                        "No send is in such a state; there are {known}."
                    )));
                }
                state => wanted.state = Some(state),
            },
            (_, number) => {
                let number = number.parse().ok().filter(|number| (1..=MOST).contains(number));
                wanted.limit = number.ok_or_else(|| {
                    Problem::bad_request(format!("`limit` is a whole number from 1 to {MOST}."))
                })?;
            }
        }
    }
    Ok(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_and_a_number_are_read_and_nothing_else_passes() {
        let wanted = |state, limit| Some(Wanted { state, limit });
        for (query, expected) in [
            ("", wanted(None, 50)),
            ("state=unknown", wanted(Some(SendProgress::Doubtful), 50)),
            ("limit=500&state=accepted", wanted(Some(SendProgress::Accepted), 500)),
            ("state=lost", None),
            ("state=", None),
            ("limit=0", None),
            ("limit=501", None),
            ("limit=ten", None),
        ] {
            assert_eq!(read(query).ok(), expected, "{query}");
        }
    }
}
