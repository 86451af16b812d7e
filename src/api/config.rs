//! The small file beside the page that names the proxy, so that one build serves every installation.

use gloo_net::http::Request;
use push_api::json;
use serde::Deserialize;
use web_sys::RequestCache;

/// `config.json`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Config {
    /// Origin of the proxy, without a slash at its end; empty is the page's own origin.
    #[serde(default)]
    pub proxy: String,
}

/// Reads `config.json` beside the page.
///
/// # Errors
/// A sentence that says what could not be read.
pub async fn load() -> Result<Config, String> {
    let wrong = |what: String| {
        format!("config.json beside this page {what}; using the page's own address as the proxy's.")
    };
    let answer = Request::get("/config.json").cache(RequestCache::NoCache).send().await;
    let answer = answer.map_err(|error| wrong(format!("cannot be loaded ({error})")))?;
    if !answer.ok() {
        return Err(wrong(format!("cannot be loaded (HTTP {})", answer.status())));
    }
    let text = answer.text().await.map_err(|error| wrong(format!("cannot be loaded ({error})")))?;
    let config: Config = json::read(&text).map_err(|error| wrong(format!("cannot be read ({error})")))?;
    Ok(Config { proxy: config.proxy.trim_end_matches('/').to_owned() })
}
