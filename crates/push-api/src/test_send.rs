//! *Send to me first*: the same push to a few addresses of one's own, and to nobody else.
//!
//! Pure. The texts are those of the draft; what is filled in is given, so that a person sees what one recipient of a
//! list would get.

use crate::recipient::{Recipient, Variables};
use crate::roster::Roster;
use crate::{Draft, SendRequest};

/// Test recipients at most: more are no test but a send.
pub const MAX_TEST_RECIPIENTS: usize = 10;

/// The recipients that somebody wrote down for tests, one a line.
///
/// # Errors
/// The sentence to show beside the box: nobody is named, a line cannot be read, or they are too many.
pub fn test_recipients(text: &str) -> Result<Vec<Recipient>, String> {
    let roster = Roster::read(text);
    if let Some(problem) = roster.problems.first() {
        return Err(format!("Line {}: {}", problem.line, problem.message));
    }
    match roster.recipients.len() {
        0 => Err("Write at least one address of your own.".to_owned()),
        count if count > MAX_TEST_RECIPIENTS => {
            Err(format!("{count} recipients are no test. At most {MAX_TEST_RECIPIENTS} fit."))
        }
        _ => Ok(roster.recipients),
    }
}

/// The draft to test recipients, at once whatever its moment, each with these variables.
pub fn test_request(draft: &Draft, recipients: Vec<Recipient>, variables: &Variables) -> SendRequest {
    let to = recipients.into_iter().map(|recipient| filled(recipient, variables.clone())).collect();
    Draft { send_at: None, ..draft.clone() }.request_to(to)
}

fn filled(recipient: Recipient, variables: Variables) -> Recipient {
    match recipient {
        Recipient::Device { token, provider, .. } => Recipient::Device { token, provider, variables },
        Recipient::User { user_id, .. } => Recipient::User { user_id, variables },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_few_readable_lines_are_test_recipients() {
        let eleven: Vec<String> = (0..11).map(|at| format!("phone-{at},FCM")).collect();
        let eleven = eleven.join("\n");
        for (text, says) in [
            ("", "Write at least one"),
            (" \n", "Write at least one"),
            ("my-phone,FCM\nwho,NOBODY knows\n", "Line 2: "),
            (&*eleven, "11 recipients are no test. At most 10"),
        ] {
            let said = test_recipients(text).err().unwrap_or_default();
            assert!(said.contains(says), "{text:?}: {said}");
        }
        assert_eq!(test_recipients("my-phone,FCM\nmy-tablet,APN").map(|found| found.len()), Ok(2));
    }

    #[test]
    fn nobody_but_they_get_it_and_at_once_with_the_variables_given() {
        let draft = Draft {
            body: "Hi {{ name }}".into(),
            recipients: "somebody,FCM\nelse,FCM".into(),
            send_at: Some(4_000_000_000_000),
            ..Draft::default()
        };
        let recipients = test_recipients("my-phone,FCM").unwrap_or_default();
        let variables = Variables::from_iter([("name".to_owned(), "Ada".into())]);
        let json = test_request(&draft, recipients, &variables).to_json();
        assert_eq!(
            json,
            r#"{"to":[{"token":"my-phone","provider":"FCM","variables":{"name":"Ada"}}],"content":{"body":"Hi {{ name }}"},"priority":"HIGH"}"#
        );
    }
}
