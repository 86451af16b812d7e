#![allow(clippy::unwrap_used)]
use super::*;

fn headers(lines: &[(&'static str, &str)]) -> HeaderMap {
    lines.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
}

const JSON: (&str, &str) = ("content-type", "application/json");
const HTML: (&str, &str) = ("content-type", "text/html");
const LATER: (&str, &str) = ("retry-after", "7");

#[test]
fn a_read_comes_to_the_problem_of_its_status() {
    for (status, lines, body, expected, code, message) in [
        (200, [HTML, LATER], "<p>", 502, "upstream_not_json", "not JSON"),
        (204, [JSON, LATER], "", 502, "upstream_not_json", "not JSON"),
        (301, [JSON, LATER], "", 502, "upstream_redirected", "never followed"),
        (303, [JSON, LATER], "", 502, "upstream_redirected", "never followed"),
        (400, [JSON, LATER], r#"{"message":"bad tag\r\nX: y"}"#, 400, "upstream_rejected", "bad tagX: y"),
        (400, [HTML, LATER], "<p>", 400, "upstream_rejected", "HTTP 400"),
        (401, [JSON, LATER], r#"{"message":"x"}"#, 502, "upstream_credential_rejected", "credential"),
        (403, [JSON, LATER], r#"{"message":"no"}"#, 403, "upstream_forbidden", "no"),
        (403, [HTML, LATER], "", 403, "upstream_forbidden", "may not"),
        (404, [HTML, LATER], "", 404, "not_found", "nothing there"),
        (404, [JSON, LATER], r#"{"detail":"gone"}"#, 404, "not_found", "gone"),
        (407, [HTML, LATER], "", 502, "upstream_rejected", "HTTP 407"),
        (422, [JSON, LATER], r#"{"message":" "}"#, 422, "upstream_rejected", "HTTP 422"),
        (429, [JSON, LATER], "", 429, "rate_limited", "slow down"),
        (500, [JSON, LATER], "", 502, "upstream_failed", "HTTP 500"),
        (500, [HTML, LATER], "<p>", 502, "upstream_not_json", "HTTP 500"),
        (
            503,
            [("content-type", "Text/HTML; charset=utf-8"), LATER],
            "",
            502,
            "upstream_not_json",
            "not JSON",
        ),
        (503, [JSON, LATER], "", 502, "upstream_failed", "HTTP 503"),
    ] {
        let problem = of_read(StatusCode::from_u16(status).unwrap(), &headers(&lines), body.as_bytes());
        assert_eq!((problem.status.as_u16(), problem.code.as_str()), (expected, code), "{status} {body}");
        assert!(problem.message.contains(message), "{status}: {}", problem.message);
        let waits = matches!(status, 429 | 500 | 503);
        assert_eq!(problem.retry_after.as_deref(), waits.then_some("7"), "{status}");
        assert_eq!(problem.retryable, waits || status < 300, "{status}");
    }
}

#[test]
fn a_send_is_in_doubt_unless_its_answer_leaves_none() {
    let at: (&str, &str) = ("location", "https://up.example/v1/PushNotifications/Operations/op_1");
    let odd: (&str, &str) = ("location", "https://up.example/?op");
    let ok = r#"{"operationId":"op_1"}"#;
    for (status, lines, body, expected) in [
        (202, vec![JSON, at], Some(ok), "accepted op_1"),
        (202, vec![JSON], Some(ok), "accepted "),
        (202, vec![JSON, odd], Some(ok), "accepted "),
        (200, vec![JSON, at], Some("{}"), "accepted op_1"),
        (202, vec![at], Some(""), "accepted op_1"),
        (202, vec![("operation-id", "op_1")], Some(""), "accepted op_1"),
        (202, vec![odd], Some(""), "unknown"),
        (202, vec![], Some(""), "unknown"),
        (202, vec![JSON, at], None, "unknown"),
        (202, vec![JSON, at], Some(r#"{"operationId":"o"#), "unknown"),
        (202, vec![JSON, at], Some("[]"), "unknown"),
        (202, vec![HTML, at], Some(ok), "unknown"),
        (202, vec![JSON, at, ("content-encoding", "gzip")], Some(ok), "unknown"),
        (500, vec![JSON], Some("{}"), "unknown"),
        (503, vec![JSON, LATER], Some("{}"), "unknown"),
        (101, vec![], Some(""), "unknown"),
        (303, vec![at], Some(""), "unknown"),
        (302, vec![at], Some(""), "not upstream_redirected"),
        (308, vec![at], None, "not upstream_redirected"),
        (400, vec![JSON], Some(r#"{"message":"x"}"#), "not upstream_rejected"),
        (400, vec![JSON], None, "not upstream_rejected"),
        (401, vec![HTML], Some(""), "not upstream_credential_rejected"),
        (403, vec![], Some(""), "not upstream_forbidden"),
        (404, vec![], Some(""), "not not_found"),
        (429, vec![LATER], Some(""), "not rate_limited"),
    ] {
        let body = body.map(|text| Bytes::from_static(text.as_bytes()));
        let sent = match of_send(StatusCode::from_u16(status).unwrap(), &headers(&lines), body.clone()) {
            Sent::Accepted(reply) => format!("accepted {}", reply.operation_id.unwrap_or_default()),
            Sent::Not(problem) => format!("not {}", problem.code),
            Sent::Unknown => "unknown".into(),
        };
        assert_eq!(sent, expected, "{status} {lines:?} {body:?}");
    }
}

#[test]
fn an_operation_named_only_in_a_header_gets_a_body() {
    let Sent::Accepted(reply) =
        of_send(StatusCode::CREATED, &headers(&[("operation-id", "op_1")]), Some(Bytes::new()))
    else {
        panic!("the upstream took it");
    };
    assert_eq!(reply.body, r#"{"operationId":"op_1"}"#);
}
