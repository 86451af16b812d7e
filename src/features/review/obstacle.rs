//! Why *Send now* cannot be pressed although the draft is right: the proxy is not known, or does not allow it.

use push_api::proxy::Session;

use super::plan::Plan;
use crate::api::ApiError;
use crate::ui::grouped;

/// What stands in the way of sending a plan by this session; `None` when nothing does.
pub fn obstacle(plan: &Plan, session: Option<&Result<Session, ApiError>>) -> Option<String> {
    let session = match session {
        None => return Some("The proxy has not said yet where a push would go.".to_owned()),
        Some(Err(error)) => {
            let words = error.explain();
            return Some(format!("{}. {} {}", words.title, words.meaning, words.action));
        }
        Some(Ok(session)) => session,
    };
    let (limits, count) = (session.limits, plan.request.to.len());
    if !session.may_send() {
        Some(
            "Your operator token may read but not send. Ask the proxy's operator for one that may."
                .to_owned(),
        )
    } else if count > limits.recipients {
        let (count, most) = (in_words(count), in_words(limits.recipients));
        Some(format!("{count} recipients are more than the {most} that this proxy takes at a time."))
    } else if plan.body.len() > limits.send_body_bytes {
        let (bytes, most) = (in_words(plan.body.len()), in_words(limits.send_body_bytes));
        Some(format!("The request has {bytes} bytes; this proxy takes {most}. Send to fewer at a time."))
    } else {
        None
    }
}

fn in_words(count: usize) -> String {
    grouped(count.try_into().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use push_api::Draft;
    use push_api::proxy::{ApiShape, Mode, Scope, SessionLimits};

    fn session(scopes: &[Scope], recipients: usize, send_body_bytes: usize) -> Result<Session, ApiError> {
        Ok(Session {
            mode: Mode::Sandbox,
            api_shape: ApiShape::Guide,
            upstream: String::new(),
            scopes: scopes.to_vec(),
            limits: SessionLimits { recipients, send_body_bytes },
            operations_list: true,
            version: String::new(),
        })
    }

    #[test]
    fn only_a_session_that_takes_this_push_lets_it_go() {
        let draft = Draft { body: "b".into(), recipients: "one,FCM\ntwo,FCM".into(), ..Draft::default() };
        let reading = draft.read(0);
        let plan = Plan::of(reading.request, reading.kinds, &reading.issues, None);
        let bytes = plan.body.len();
        let both = [Scope::Read, Scope::Send];
        let table = [
            (None, Some("has not said yet")),
            (Some(Err(ApiError::Unreachable { detail: String::new() })), Some("cannot be reached")),
            (Some(session(&[Scope::Read], 2, bytes)), Some("may read but not send")),
            (Some(session(&both, 1, bytes)), Some("2 recipients are more than the 1")),
            (Some(session(&both, 2, bytes - 1)), Some("Send to fewer")),
            (Some(session(&both, 2, bytes)), None),
        ];
        for (session, words) in table {
            let found = obstacle(&plan, session.as_ref());
            match words {
                Some(words) => assert!(found.is_some_and(|found| found.contains(words)), "{words}"),
                None => assert_eq!(found, None),
            }
        }
    }
}
