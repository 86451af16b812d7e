//! The same send as a `curl` command: it names the proxy, masks tokens, and holds no credential.

use push_api::{Recipient, SendRequest};

use super::endpoint::Endpoint;

/// A shell command for this send. `proxy` is the proxy's origin. Device tokens are masked and the operator
/// token is a shell variable, so the command can be pasted into a ticket.
pub fn command(proxy: &str, request: &SendRequest) -> String {
    let body = serde_json::to_string(&masked(request)).unwrap_or_default();
    let endpoint = Endpoint::send(body, "");
    let body = endpoint.send.map(|send| send.body).unwrap_or_default();
    [
        format!("curl -X POST {}", quoted(&format!("{proxy}{}", endpoint.path))),
        r#"-H "Authorization: Bearer $PUSH_OPERATOR_TOKEN""#.to_owned(),
        "-H 'Content-Type: application/json'".to_owned(),
        r#"-H "Idempotency-Key: $(uuidgen)""#.to_owned(),
        format!("--data-raw {}", quoted(&body)),
    ]
    .join(" \\\n  ")
}

fn masked(request: &SendRequest) -> SendRequest {
    let mut request = request.clone();
    for recipient in &mut request.to {
        if let Recipient::Device { token, .. } = recipient {
            *token = mask(token);
        }
    }
    request
}

/// The first and last four characters of a token; a short one is hidden whole.
pub fn mask(token: &str) -> String {
    let chars: Vec<char> = token.chars().collect();
    match (chars.first_chunk::<4>(), chars.last_chunk::<4>()) {
        (Some(first), Some(last)) if chars.len() >= 16 => {
            format!("{}…{}", first.iter().collect::<String>(), last.iter().collect::<String>())
        }
        _ => "…".to_owned(),
    }
}

/// A word for a POSIX shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use push_api::{Content, Provider};

    #[test]
    fn the_command_names_the_proxy_and_hides_tokens_and_credentials() {
        let token = "abcd-secret-device-token-wxyz";
        let request = SendRequest {
            to: vec![Recipient::device(token, Provider::Fcm)],
            content: Content { body: "It's here".into(), ..Content::default() },
            from: None,
            priority: None,
            sound: None,
            schedule: None,
            tags: Default::default(),
        };
        let command = command("https://push.example.com", &request);
        assert!(command.starts_with("curl -X POST 'https://push.example.com/v1/PushNotifications'"));
        assert!(!command.contains("secret") && command.contains("abcd…wxyz"), "{command}");
        assert!(command.contains(r"It'\''s here"), "{command}");
        assert!(command.contains("Bearer $PUSH_OPERATOR_TOKEN"));
    }

    #[test]
    fn short_tokens_are_hidden_whole() {
        assert_eq!(mask("fail-1"), "…");
        assert_eq!(mask("0123456789abcdef"), "0123…cdef");
    }
}
