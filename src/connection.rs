//! Which proxy the console talks to and as whom: the one context that every page shares.
//!
//! The operator token lives in memory; in session storage only when the person has chosen that. It comes from
//! the fragment of the address, which no server sees, or from Settings.

use leptos::prelude::*;
use push_api::proxy::{Mode, Session};

use crate::api::config::Config;
use crate::api::{ApiError, Client, Endpoint, OperatorToken};
use crate::platform::page;
use crate::platform::storage::words::{self, Keep};
use crate::ui::{ErrorView, Read};

const TOKEN: &str = "push-console.token";
const PROXY: &str = "push-console.proxy";

/// The shared context. Cheap to copy; read it with [`Connection::current`].
#[derive(Clone, Copy)]
pub struct Connection {
    configured: StoredValue<String>,
    address: RwSignal<String>,
    token: RwSignal<Option<OperatorToken>>,
    is_remembered: RwSignal<bool>,
    session: Read<Result<Session, ApiError>>,
    sends: RwSignal<u32>,
    is_sending: RwSignal<bool>,
}

impl Connection {
    /// Makes the context for everything below the caller. `config` is what the page was hosted with.
    pub fn provide(config: &Config) -> Self {
        let remembered = words::get(Keep::Tab, TOKEN).and_then(|text| OperatorToken::read(&text));
        let address = words::get(Keep::Browser, PROXY).unwrap_or_else(|| config.proxy.clone());
        let address = RwSignal::new(address);
        let is_remembered = RwSignal::new(remembered.is_some());
        let token = RwSignal::new(remembered);
        let session = Read::new(move || {
            let client = Client::new(address.get(), token.get());
            // To this page a refusal is an answer too: it says what is wrong with the connection.
            async move { Ok::<_, ErrorView>(client.send(Endpoint::session()).await) }
        });
        let configured = StoredValue::new(config.proxy.clone());
        let (sends, is_sending) = (RwSignal::new(0), RwSignal::new(false));
        let connection = Self { configured, address, token, is_remembered, session, sends, is_sending };
        connection.adopt_token_from_address();
        provide_context(connection);
        connection
    }

    /// The context of the page. Only for code below [`Connection::provide`].
    pub fn current() -> Self {
        expect_context()
    }

    /// Takes the operator token out of the address bar, when it came in the fragment.
    pub fn adopt_token_from_address(&self) {
        if let Some(token) = page::take_fragment("token").and_then(|text| OperatorToken::read(&text)) {
            self.set_token(Some(token), self.is_remembered.get_untracked());
        }
    }

    /// A client for the proxy as it is set now. Tracked: who reads it asks again when it changes.
    pub fn client(&self) -> Client {
        Client::new(self.address.get(), self.token.get())
    }

    /// A client that is not tracked, for a write.
    pub fn client_now(&self) -> Client {
        untrack(|| self.client())
    }

    /// Address of the proxy as a person reads it; the page's own origin when none is set.
    pub fn proxy_origin(&self) -> String {
        let address = self.address.get();
        if address.is_empty() { page::origin() } else { address }
    }

    /// The same, not tracked.
    pub fn proxy_origin_untracked(&self) -> String {
        untrack(|| self.proxy_origin())
    }

    /// The address that the page was hosted with; empty is the page's own origin.
    pub fn configured_address(&self) -> String {
        self.configured.get_value()
    }

    /// Talks to another proxy from now on. The hosted address is not kept, so that a new hosting takes effect.
    pub fn set_address(&self, address: &str) {
        let address = address.trim().trim_end_matches('/').to_owned();
        let kept = (address != self.configured_address()).then_some(address.as_str());
        // Without storage the address holds until the page is left.
        words::set(Keep::Browser, PROXY, kept);
        self.address.set(address);
    }

    /// Presents another token from now on. Returns false when it was to be remembered and the browser does not.
    pub fn set_token(&self, token: Option<OperatorToken>, remember: bool) -> bool {
        let kept = token.as_ref().filter(|_| remember).map(OperatorToken::expose_for_storage);
        let is_kept = words::set(Keep::Tab, TOKEN, kept);
        self.is_remembered.set(remember && is_kept);
        if self.token.get_untracked() != token {
            self.token.set(token);
        }
        is_kept || !remember
    }

    /// The token presented now, to be kept when only the address changes. Not tracked.
    pub fn token_untracked(&self) -> Option<OperatorToken> {
        self.token.get_untracked()
    }

    /// True when a token is presented.
    pub fn has_token(&self) -> bool {
        self.token.with(Option::is_some)
    }

    /// True when the token is kept until the tab is closed.
    pub fn is_remembered(&self) -> bool {
        self.is_remembered.get()
    }

    /// The same, not tracked.
    pub fn is_remembered_untracked(&self) -> bool {
        self.is_remembered.get_untracked()
    }

    /// What the proxy says of itself; `None` while it has not answered yet.
    pub fn session(&self) -> Option<Result<Session, ApiError>> {
        self.session.get()?.ok()
    }

    /// Sandbox or live; `None` while that is not known.
    pub fn mode(&self) -> Option<Mode> {
        self.session()?.ok().map(|session| session.mode)
    }

    /// Asks the proxy again what it is.
    pub fn ask_again(&self) {
        self.session.reload();
    }

    /// Tracks this browser's own record of sends: the reader runs again when one is added or settled.
    pub fn track_sends(&self) {
        self.sends.track();
    }

    /// Says that this browser's record of sends has changed.
    pub fn sends_changed(&self) {
        self.sends.update(|version| *version += 1);
    }

    /// True while a send is on its way from this page, whichever page is shown meanwhile; tracked.
    pub fn is_sending(&self) -> bool {
        self.is_sending.get()
    }

    /// Says that a send has left, or that it is settled.
    pub fn set_sending(&self, is_sending: bool) {
        self.is_sending.set(is_sending);
    }
}
