//! The session with the browser around it: messages in, turns of work, answers out.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use push_qa::protocol::Answer;
use push_qa::session::Session;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent, Performance};

use crate::file::Slices;
use crate::message::{self, Asked, GREETING};
use crate::turns::{TURN, Turns};

/// Least time between two words about progress, in milliseconds: a person reads no faster.
const PROGRESS: f64 = 50.0;

const OTHER_BUILD: &str =
    "This page and its helper are of different versions. Load the page again: what you wrote is kept.";

/// The worker, for as long as it lives.
pub struct Shell {
    scope: DedicatedWorkerGlobalScope,
    clock: Performance,
    session: RefCell<Session>,
    turns: RefCell<Option<Turns>>,
    has_turn: Cell<bool>,
    told: Cell<f64>,
}

impl Shell {
    /// Listens to the page and greets it. Outside a worker it does nothing.
    pub fn open() {
        let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
        let Some(clock) = scope.performance() else { return };
        let shell = Rc::new(Self {
            scope,
            clock,
            session: RefCell::new(Session::new()),
            turns: RefCell::new(None),
            has_turn: Cell::new(false),
            told: Cell::new(0.0),
        });
        let worker = Rc::clone(&shell);
        *shell.turns.borrow_mut() = Turns::new(move || worker.turn());
        let listener = Rc::clone(&shell);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(asked) = message::read(&event.data()) {
                listener.hear(asked);
            }
        });
        shell.scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        // It listens until the worker ends.
        on_message.forget();
        shell.post(GREETING, &Answer::Done);
    }

    fn hear(self: &Rc<Self>, Asked { id, request, file }: Asked) {
        let Some(request) = request else {
            return self.post(id, &Answer::Refused { why: OTHER_BUILD.to_owned() });
        };
        // Sizes of files are whole numbers far below 2^53.
        let size = file.as_ref().map(|file| file.size() as u64);
        self.session.borrow_mut().handle(id, request, size);
        if let Some(file) = file {
            spawn_local(Rc::clone(self).read(id, file));
        }
        self.go_on();
    }

    /// Hands the file to the session, slice by slice, for as long as it wants it.
    async fn read(self: Rc<Self>, id: u32, file: Blob) {
        let mut slices = Slices::of(file);
        loop {
            let slice = slices.next().await;
            let mut session = self.session.borrow_mut();
            let wants_more = match slice {
                Ok(Some(bytes)) => session.feed(id, bytes),
                Ok(None) => {
                    session.end(id);
                    false
                }
                Err(_) => {
                    session.lose(id);
                    false
                }
            };
            drop(session);
            self.go_on();
            if !wants_more {
                return;
            }
        }
    }

    /// Posts what there is to say, and asks for a turn when there is work and none is asked for yet.
    fn go_on(&self) {
        self.tell();
        let is_busy = self.session.borrow().is_busy();
        if is_busy
            && !self.has_turn.replace(true)
            && let Some(turns) = &*self.turns.borrow()
        {
            turns.ask();
        }
    }

    fn turn(&self) {
        self.has_turn.set(false);
        let end = self.clock.now() + TURN;
        let mut session = self.session.borrow_mut();
        while session.work() && self.clock.now() < end {}
        drop(session);
        self.go_on();
    }

    fn tell(&self) {
        let mut session = self.session.borrow_mut();
        while let Some((id, answer)) = session.answer() {
            self.post(id, &answer);
        }
        let now = self.clock.now();
        if now - self.told.get() >= PROGRESS
            && let Some((id, answer)) = session.progress()
        {
            self.told.set(now);
            self.post(id, &answer);
        }
    }

    fn post(&self, id: u32, answer: &Answer) {
        // A text and a number can always be copied.
        let _ = self.scope.post_message(&message::write(id, answer));
    }
}
