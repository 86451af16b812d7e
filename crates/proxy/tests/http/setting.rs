//! A proxy set up for a test.

use push_proxy::config::Config;
use push_proxy::config::key::{self, Key};
use push_proxy::config::layer::Layers;
use push_proxy::serve::{Running, start};

use crate::upstream::Upstream;

pub const TOKEN: &str = "operator-token-of-tests";
pub const ORIGIN: &str = "https://console.example.com";
/// Must never be seen outside.
pub const SECRET: &str = "canary-upstream-secret";

/// What a test sets, beside the usual.
pub type Keys<'a> = &'a [(&'static Key, &'a str)];

/// A proxy before this upstream, on a free port.
pub async fn proxy(upstream: &Upstream, keys: Keys<'_>) -> Running {
    proxy_to(&upstream.base(), keys).await
}

/// A proxy before this address.
pub async fn proxy_to(upstream: &str, keys: Keys<'_>) -> Running {
    start(config(upstream, keys)).await.map_err(|why| why.to_string()).unwrap()
}

pub fn config(upstream: &str, keys: Keys<'_>) -> Config {
    let usual = [
        (&key::LISTEN, "127.0.0.1:0"),
        (&key::UPSTREAM, upstream),
        (&key::ACCOUNT_SID, "AC1"),
        (&key::AUTH_TOKEN, SECRET),
        (&key::DATABASE_URL, "sqlite::memory:"),
        (&key::ORIGINS, ORIGIN),
        (&key::OPERATOR_TOKEN, TOKEN),
    ];
    let mut layers = Layers::default();
    for (key, text) in usual.iter().chain(keys) {
        layers.put(key, *text, "a test");
    }
    Config::read(&layers).map_err(|mistake| mistake.to_string()).unwrap()
}
