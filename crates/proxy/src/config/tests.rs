#![allow(clippy::unwrap_used)]
use super::*;

fn read(given: &[(&'static key::Key, &str)]) -> Result<Config, String> {
    let mut layers = Layers::default();
    for (key, text) in given {
        layers.put(key, *text, format!("the variable {}", key.env));
    }
    Config::read(&layers).map_err(|mistake| mistake.to_string())
}

#[test]
fn nothing_given_is_the_sandbox_on_loopback() {
    let config = read(&[]).unwrap();
    assert!(matches!(config.target, Target::Sandbox(_)));
    assert!(config.listen.ip().is_loopback());
    assert!(config.hosts.is_empty() && config.origins.is_empty() && config.operator_token.is_none());
    assert_eq!(config.send_body_bytes, MAX_SEND_BODY_BYTES);
    assert_eq!(config.api_shape, ApiShape::Guide);
}

#[test]
fn a_mistake_is_one_sentence_that_says_where_it_is() {
    for (key, text, words) in [
        (&key::LISTEN, "8787", "PUSH_PROXY_LISTEN: `8787` is not an address and port"),
        (&key::ORIGINS, "https://a.example,null", "PUSH_PROXY_ORIGINS: origin `null` would allow"),
        (&key::ORIGINS, "http://a.example", "PUSH_PROXY_ORIGINS: origin `http://a.example` is http://"),
        (&key::ORIGINS, "*", "origin `*`"),
        (&key::HOSTS, "https://a.example", "PUSH_PROXY_HOSTS: `https://a.example`"),
        (&key::UPSTREAM, "http://a.example/v1", "PUSH_PROXY_UPSTREAM: the upstream's address is http://"),
        (&key::UPSTREAM, "https://a.example/v1", "set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN"),
        (&key::OPERATOR_TOKEN, "short", "PUSH_PROXY_OPERATOR_TOKEN: this needs 16 or more"),
        (&key::TIMEOUT_REPLY, "5", "PUSH_PROXY_TIMEOUT_REPLY: `5` is not a length of time"),
        (&key::LIMIT_SEND_BODY_BYTES, "26214401", "from 1 to 26214400"),
        (&key::LIMIT_CONNECTIONS, "0", "from 1 to 65536"),
        (&key::DATABASE_URL, "mysql://canary@db", "neither `sqlite:FILE` nor"),
        (&key::OPERATIONS_LIST, "yes", "`yes` is not true or false"),
        (&key::LOG, "loud", "`loud` is not error"),
        (&key::SANDBOX_LISTEN, "0.0.0.0:0", "`0.0.0.0:0` is not on loopback"),
        (&key::SANDBOX_SHAPE, "v2", "`v2` is neither"),
        (&key::SANDBOX_SEED, "-1", "`-1` is not a whole number"),
    ] {
        let mistake = read(&[(key, text)]).err().unwrap_or_default();
        assert!(mistake.contains(words), "{}={text}: {mistake}", key.env);
    }
}

#[test]
fn a_live_upstream_takes_a_credential_and_says_its_shape_only_when_told() {
    let live = [
        (&key::UPSTREAM, "https://comms.twilio.com/v1"),
        (&key::ACCOUNT_SID, "AC1"),
        (&key::AUTH_TOKEN, "t"),
        (&key::API_SHAPE, "reference"),
    ];
    assert_eq!(read(&live).unwrap().api_shape, ApiShape::Reference);
    let config = read(&live[..3]).unwrap();
    assert_eq!(config.api_shape, ApiShape::unknown());
    assert!(matches!(config.target, Target::Live(url, _) if url.as_str() == "https://comms.twilio.com/v1"));
}
