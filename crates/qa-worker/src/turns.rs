//! Turns of work with the event loop between them, so that messages of the page get through.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageChannel, MessagePort};

/// How long one turn may last, in milliseconds: the longest that a *Cancel* waits.
pub const TURN: f64 = 8.0;

/// Asks for turns.
pub struct Turns {
    bell: MessagePort,
    // The port calls it for as long as the worker lives.
    _on_turn: Closure<dyn FnMut()>,
}

impl Turns {
    /// Calls `on_turn` once for every [`Turns::ask`]; none when the browser has no channels.
    pub fn new(on_turn: impl FnMut() + 'static) -> Option<Self> {
        // A message comes at once; a timer would be held back for 4 ms after a few rounds.
        let channel = MessageChannel::new().ok()?;
        let on_turn = Closure::<dyn FnMut()>::new(on_turn);
        channel.port1().set_onmessage(Some(on_turn.as_ref().unchecked_ref()));
        Some(Self { bell: channel.port2(), _on_turn: on_turn })
    }

    /// Asks for one turn, after the messages that wait already.
    pub fn ask(&self) {
        // Only what cannot be copied is refused, and nothing can.
        let _ = self.bell.post_message(&JsValue::NULL);
    }
}
