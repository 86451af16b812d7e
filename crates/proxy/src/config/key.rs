//! The one table of configuration keys: what may be set, under which names, what it means when it is not set.
//!
//! Help, documentation and the check for unknown keys all read this table. It holds no values.

/// What kind of value a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text, as it is.
    Text,
    /// Text that is never shown again.
    Secret,
    /// Exact texts: a list in the file, separated by commas in the environment.
    List,
    /// A length of time such as `250ms`, `5s`, `2m` or `24h`.
    Duration,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
}

/// One configuration key.
#[derive(Debug)]
pub struct Key {
    /// Name in the file; a dot stands for a table.
    pub name: &'static str,
    /// Name in the environment.
    pub env: &'static str,
    /// What kind of value it takes.
    pub kind: Kind,
    /// Value when it is not set; empty for none.
    pub default: &'static str,
    /// A value to show for a key that has no default.
    pub sample: &'static str,
    /// What it is for, in one or two sentences.
    pub help: &'static str,
}

macro_rules! keys {
    ($($(#[doc = $help:literal])+ $ident:ident = $name:literal, $env:literal, $kind:ident, $default:literal $(or $sample:literal)?;)+) => {
        $($(#[doc = $help])+ pub static $ident: Key = Key {
            name: $name, env: $env, kind: Kind::$kind, default: $default,
            sample: concat!($($sample)?), help: concat!($($help),+),
        };)+
        /// Every key, in the order of the documentation.
        pub static KEYS: &[&Key] = &[$(&$ident),+];
    };
}

keys! {
    /// Address and port to listen on; port 0 takes a free one.
    LISTEN = "listen", "PUSH_PROXY_LISTEN", Text, "127.0.0.1:8787";
    /// `sandbox` for the embedded sandbox, or the base URL of the API: https://, or http:// on loopback.
    UPSTREAM = "upstream", "PUSH_PROXY_UPSTREAM", Text, "sandbox";
    /// Generation of the API's JSON, `guide` or `reference`, as told to the console. The sandbox has its own key.
    API_SHAPE = "api_shape", "PUSH_PROXY_API_SHAPE", Text, "" or "reference";
    /// Whether the upstream lists an account's operations, as told to the console.
    OPERATIONS_LIST = "operations_list", "PUSH_PROXY_OPERATIONS_LIST", Flag, "true";
    /// Host names that are answered, with the port as a browser writes it.
    /// When none is set: the loopback names with the port that is listened on.
    HOSTS = "hosts", "PUSH_PROXY_HOSTS", List, "" or "push.example.com";
    /// Exact origins of other sites whose pages may call: https://, or http:// on loopback.
    ORIGINS = "origins", "PUSH_PROXY_ORIGINS", List, "" or "https://console.example.com";
    /// The bearer token that a console has to present, 16 visible ASCII characters or more.
    /// When it is not set, one is made at each start and shown on standard output.
    OPERATOR_TOKEN = "operator_token", "PUSH_PROXY_OPERATOR_TOKEN", Secret, "" or "a-long-random-text-of-your-own";
    /// Folder of the built console, to serve it on the same origin.
    CONSOLE = "console", "PUSH_PROXY_CONSOLE", Text, "" or "/srv/push-console";
    /// Least severe level that is logged: error, warn, info or debug.
    LOG = "log", "PUSH_PROXY_LOG", Text, "info";
    /// Account of the upstream's credential; used with the auth token.
    ACCOUNT_SID = "twilio.account_sid", "TWILIO_ACCOUNT_SID", Text, "" or "AC…";
    /// Auth token of the account. Better set in the environment than in a file.
    AUTH_TOKEN = "twilio.auth_token", "TWILIO_AUTH_TOKEN", Secret, "" or "…";
    /// API key of the upstream's credential; goes before the account's auth token when both are set.
    API_KEY = "twilio.api_key", "TWILIO_API_KEY", Text, "" or "SK…";
    /// Secret of the API key. Better set in the environment than in a file.
    API_KEY_SECRET = "twilio.api_key_secret", "TWILIO_API_KEY_SECRET", Secret, "" or "…";
    /// Longest wait for a connection to the upstream, TLS included.
    TIMEOUT_CONNECT = "timeout.connect", "PUSH_PROXY_TIMEOUT_CONNECT", Duration, "5s";
    /// Longest wait for the head of the upstream's answer, counted from the start of the call.
    TIMEOUT_REPLY = "timeout.reply", "PUSH_PROXY_TIMEOUT_REPLY", Duration, "30s";
    /// Longest time for a whole call to the upstream, its body included.
    TIMEOUT_TOTAL = "timeout.total", "PUSH_PROXY_TIMEOUT_TOTAL", Duration, "60s";
    /// Longest wait for the head of a request, and for the next one on a kept connection.
    TIMEOUT_REQUEST_HEAD = "timeout.request_head", "PUSH_PROXY_TIMEOUT_REQUEST_HEAD", Duration, "15s";
    /// Longest wait for the body of a send.
    TIMEOUT_REQUEST_BODY = "timeout.request_body", "PUSH_PROXY_TIMEOUT_REQUEST_BODY", Duration, "60s";
    /// Longest time that requests in flight are given at shutdown.
    TIMEOUT_SHUTDOWN = "timeout.shutdown", "PUSH_PROXY_TIMEOUT_SHUTDOWN", Duration, "60s";
    /// Largest body of a send, in bytes; 26214400 (25 MB) is also the most that can be set.
    LIMIT_SEND_BODY_BYTES = "limit.send_body_bytes", "PUSH_PROXY_LIMIT_SEND_BODY_BYTES", Number, "26214400";
    /// Most connections at a time; more wait to be accepted.
    LIMIT_CONNECTIONS = "limit.connections", "PUSH_PROXY_LIMIT_CONNECTIONS", Number, "512";
    /// Where sends are recorded: `sqlite:FILE` for one proxy, `postgres://USER:PASSWORD@HOST/DATABASE` for any number
    /// of proxies that share it. Better set in the environment than in a file when it holds a password.
    DATABASE_URL = "database_url", "DATABASE_URL", Secret, "sqlite:push-proxy.db";
    /// How long a finished send is remembered under its idempotency key. Eight days: a day longer than the
    /// upstream keeps the records by which a person could tell whether it was sent.
    LEDGER_AGE = "ledger.age", "PUSH_PROXY_LEDGER_AGE", Duration, "192h";
    /// Address and port of the embedded sandbox, on loopback.
    SANDBOX_LISTEN = "sandbox.listen", "PUSH_PROXY_SANDBOX_LISTEN", Text, "127.0.0.1:0";
    /// Generation of JSON that the sandbox speaks: `guide` or `reference`.
    SANDBOX_SHAPE = "sandbox.shape", "PUSH_PROXY_SANDBOX_SHAPE", Text, "guide";
    /// Seed of everything that the sandbox decides by chance.
    SANDBOX_SEED = "sandbox.seed", "PUSH_PROXY_SANDBOX_SEED", Number, "1";
    /// Secret of the sandbox's account `sandbox`; a random one when it is not set.
    SANDBOX_SECRET = "sandbox.secret", "PUSH_PROXY_SANDBOX_SECRET", Secret, "" or "any-text";
    /// File with the sandbox's fault plan, as JSON.
    SANDBOX_FAULTS = "sandbox.faults", "PUSH_PROXY_SANDBOX_FAULTS", Text, "" or "faults.json";
}

/// The key of this name in the file.
pub fn by_name(name: &str) -> Option<&'static Key> {
    KEYS.iter().copied().find(|key| key.name == name)
}

/// The key of this name in the environment.
pub fn by_env(name: &str) -> Option<&'static Key> {
    KEYS.iter().copied().find(|key| key.env == name)
}

/// ` Did you mean …?` with the candidate nearest to a name that is not known, or nothing when none is near.
pub fn suggest(name: &str, candidates: impl Iterator<Item = &'static str>) -> String {
    let nearest = candidates
        .map(|candidate| (strsim::normalized_damerau_levenshtein(name, candidate), candidate))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match nearest {
        Some((likeness, candidate)) if likeness >= 0.5 => format!(" Did you mean `{candidate}`?"),
        _ => " `push-proxy config-keys` lists the keys.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_every_key_is_explained() {
        for (at, key) in KEYS.iter().enumerate() {
            let twins = KEYS.iter().filter(|other| other.name == key.name || other.env == key.env).count();
            assert_eq!(twins, 1, "{} at {at}", key.name);
            assert!(key.help.trim_end().ends_with('.'), "{}", key.name);
            assert!(key.default.is_empty() != key.sample.is_empty(), "{}", key.name);
            // Those have names that other programs know too.
            if !key.name.starts_with("twilio.") && key.name != "database_url" {
                let derived = format!("PUSH_PROXY_{}", key.name.replace('.', "_").to_ascii_uppercase());
                assert_eq!(key.env, derived);
            }
        }
    }

    #[test]
    fn a_near_name_is_suggested_and_a_far_one_is_not() {
        let names = || KEYS.iter().map(|key| key.name);
        assert_eq!(suggest("origin", names()), " Did you mean `origins`?");
        assert_eq!(suggest("time_out.connect", names()), " Did you mean `timeout.connect`?");
        assert!(!suggest("zzz", names()).contains("mean"));
    }
}
