//! The binary as a person starts it: what it prints, how it ends, and what its log keeps to itself.

#![allow(clippy::unwrap_used, missing_docs)]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_push-proxy"));
    command
        .args(arguments)
        .env_clear()
        .env("DATABASE_URL", "sqlite::memory:")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Reads standard output up to the line that says ready; returns that line.
fn ready(child: &mut Child) -> String {
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    lines.find_map(|line| line.ok().filter(|line| line.contains(" ready: "))).unwrap()
}

/// Asks for a path with header lines; returns the whole answer.
fn ask(address: &str, request: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let (line, rest) = request.split_once("\r\n").unwrap_or((request, ""));
    let rest = if rest.is_empty() { "\r\n" } else { rest };
    write!(stream, "{line} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n{rest}").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// Ends the process as a service manager does; returns its exit code and its log.
fn terminate(mut child: Child) -> (Option<i32>, String) {
    let killed = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    let mut log = String::new();
    child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    (child.wait().unwrap().code(), log)
}

#[test]
fn a_bad_configuration_is_one_sentence_and_exit_code_2() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("proxy.toml");
    std::fs::write(&file, "orgins = [\"https://a.example\"]\n").unwrap();
    let file = file.to_str().unwrap();
    let none: (&str, &str) = ("NOTHING", "x");
    for (arguments, (name, value), words) in [
        (vec!["--config", file], none, "the key `orgins` is not known. Did you mean `origins`?"),
        (vec!["--config", "/nowhere/p.toml"], none, "Cannot read the configuration file /nowhere/p.toml"),
        (
            vec!["--upstream", "http://a.example"],
            none,
            "the flag --upstream: the upstream's address is http://",
        ),
        (vec!["--upstream", "https://a.example"], none, "set TWILIO_ACCOUNT_SID"),
        (vec!["--listen", "nowhere"], none, "the flag --listen: `nowhere` is not an address"),
        (vec!["--console", "/nowhere"], none, "The console's folder /nowhere has no index.html"),
        (vec![], ("PUSH_PROXY_ORIGINS", "null"), "the variable PUSH_PROXY_ORIGINS: origin `null`"),
        (
            vec![],
            ("PUSH_PROXY_LISTENS", "x"),
            "`PUSH_PROXY_LISTENS` is not known. Did you mean `PUSH_PROXY_LISTEN`?",
        ),
        (vec![], ("PUSH_PROXY_SANDBOX_FAULTS", "/nowhere.json"), "`sandbox.faults`, /nowhere.json: "),
    ] {
        let arguments = [&["serve"], &arguments[..]].concat();
        let output =
            command(&arguments).env("PUSH_PROXY_LISTEN", "127.0.0.1:0").env(name, value).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?} {name}: {said}");
        assert!(said.contains(words), "{arguments:?} {name}: {said}");
        assert_eq!(said.trim().lines().count(), 1, "{said}");
    }
}

#[test]
fn a_port_in_use_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    let output = command(&["serve", "--listen", &address.to_string()]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains(&format!("Port {} of 127.0.0.1 is in use", address.port())), "{said}");
}

#[test]
fn a_token_that_was_made_is_shown_once_and_a_configured_one_never() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("index.html"), "<title>console").unwrap();
    let serve = ["serve", "--listen", "127.0.0.1:0", "--console", folder.path().to_str().unwrap()];
    let mut child = command(&serve).spawn().unwrap();
    let line = ready(&mut child);
    let (address, token) =
        line.strip_prefix("Console ready: http://").unwrap().split_once("/#token=").unwrap();
    let session = ask(address, &format!("GET /console/session\r\nauthorization: Bearer {token}\r\n\r\n"));
    assert!(session.starts_with("HTTP/1.1 200"), "{session}");
    let (code, log) = terminate(child);
    assert_eq!(code, Some(0));
    assert!(!log.contains(token), "{log}");

    let token = "configured-token-0123";
    let mut child = command(&serve).env("PUSH_PROXY_OPERATOR_TOKEN", token).spawn().unwrap();
    let line = ready(&mut child);
    assert!(line.ends_with('/') && !line.contains(token), "{line}");
    terminate(child);
}

#[test]
fn the_log_is_json_without_bodies_tokens_queries_or_secrets() {
    let canary = "canary-0123456789";
    let mut child = command(&["serve", "--listen", "127.0.0.1:0", "--upstream", "http://127.0.0.1:9/v1"])
        .env("PUSH_PROXY_OPERATOR_TOKEN", format!("{canary}-token"))
        .env("PUSH_PROXY_LOG", "debug")
        .env("TWILIO_ACCOUNT_SID", "AC1")
        .env("TWILIO_AUTH_TOKEN", format!("{canary}-secret"))
        .spawn()
        .unwrap();
    let line = ready(&mut child);
    let address = line.strip_prefix("Proxy ready: http://").unwrap();
    let token = format!("authorization: Bearer {canary}-token");
    let body = format!(r#"{{"to":[{{"token":"{canary}-device","variables":{{"name":"{canary}"}}}}]}}"#);
    let length = body.len();
    for request in [
        format!("GET /v1/PushNotifications?user={canary}\r\n{token}\r\nx-request-id: my-id-7\r\n\r\n"),
        format!(
            "POST /v1/PushNotifications\r\n{token}\r\nidempotency-key: {canary}-key\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
        ),
        format!(
            "GET /v1/PushNotifications/{canary}\r\nauthorization: Bearer {canary}-wrong\r\ncookie: {canary}\r\n\r\n"
        ),
        format!("{} /{canary}\r\norigin: https://{canary}.example\r\n\r\n", canary.to_uppercase()),
        format!("GET /v1/PushNotifications?{canary}=1\r\n{token}\r\n\r\n"),
    ] {
        assert!(!ask(address, &request).contains(&format!("{canary}-")), "{request}");
    }
    let (code, log) = terminate(child);
    assert_eq!(code, Some(0));
    assert!(!log.to_lowercase().contains(canary), "{log}");
    let lines: Vec<serde_json::Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let list = lines.iter().find(|line| line["request_id"] == "my-id-7").unwrap();
    assert_eq!((&list["method"], &list["route"]), (&"GET".into(), &"list_notifications".into()));
    assert_eq!((&list["status"], &list["code"]), (&502.into(), &"upstream_unavailable".into()));
    assert_eq!(list["operator"], "operator");
    assert!(list["millis"].is_u64());
    assert_eq!(lines.iter().filter(|line| line["message"] == "answered").count(), 5);
}

#[test]
fn the_keys_can_be_listed() {
    for (flags, words) in [(vec![], "PUSH_PROXY_ORIGINS"), (vec!["--toml"], "#origins = ")] {
        let output = command(&[&["config-keys"], &flags[..]].concat()).output().unwrap();
        assert!(output.status.success());
        assert!(String::from_utf8_lossy(&output.stdout).contains(words));
    }
}

#[test]
fn what_was_sent_is_known_after_the_proxy_was_killed() {
    const BODY: &str = r#"{"to":[{"token":"t","provider":"FCM"}],"content":{"body":"b"}}"#;
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("ledger.db").display());
    let token = "operator-token-of-tests";
    let send = || {
        let mut child = command(&["serve", "--listen", "127.0.0.1:0"])
            .env("PUSH_PROXY_OPERATOR_TOKEN", token)
            .env("DATABASE_URL", &database)
            .spawn()
            .unwrap();
        let line = ready(&mut child);
        let address = line.rsplit("//").next().unwrap().trim().to_owned();
        let answer = ask(
            &address,
            &format!(
                "POST /v1/PushNotifications\r\nauthorization: Bearer {token}\r\nidempotency-key: k\r\n\
                 content-type: application/json\r\ncontent-length: {}\r\n\r\n{BODY}",
                BODY.len()
            ),
        );
        child.kill().unwrap();
        child.wait().unwrap();
        answer
    };
    let (first, second) = (send(), send());
    assert!(first.starts_with("HTTP/1.1 202") && !first.contains("idempotency-replayed"), "{first}");
    assert!(second.starts_with("HTTP/1.1 202") && second.contains("idempotency-replayed: true"), "{second}");
    let body = |answer: &str| answer.rsplit("\r\n\r\n").next().unwrap().to_owned();
    assert_eq!(body(&first), body(&second));
}
