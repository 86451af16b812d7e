//! The line to the worker: starts it, keeps what is asked until it listens, and brings every answer to who asked.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::rc::{Rc, Weak};

use push_qa::protocol::{Answer, Request};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Event, MessageEvent};

use super::{Lost, address, message};

#[wasm_bindgen]
extern "C" {
    /// `web_sys::Worker` with a constructor that takes a trusted address; its own takes texts only.
    #[wasm_bindgen(js_name = Worker, extends = web_sys::Worker)]
    type Started;
    #[wasm_bindgen(constructor, catch, js_class = "Worker")]
    fn new(address: &JsValue) -> Result<Started, JsValue>;
}

/// Hears the answers of one question.
pub type Hearer = Rc<RefCell<dyn FnMut(Result<Answer, Lost>)>>;

/// The line, with or without a worker at its other end.
#[derive(Default)]
pub struct Line {
    running: Option<Running>,
    /// Who waits for an answer, by the number of the question.
    hearers: BTreeMap<u32, Hearer>,
    asked: u32,
}

struct Running {
    worker: web_sys::Worker,
    /// What is kept until the worker has greeted; none from then on.
    kept: Option<Vec<(u32, JsValue)>>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

/// Asks, and starts the worker for it when none runs. Gives the number of the question.
pub fn ask(line: &Rc<RefCell<Line>>, request: &Request, file: Option<&Blob>, hearer: Hearer) -> u32 {
    let mut this = line.borrow_mut();
    this.asked += 1;
    let id = this.asked;
    this.hearers.insert(id, hearer);
    if this.running.is_none() {
        this.running = Running::start(line);
    }
    match &mut this.running {
        Some(running) => running.post(id, message::question(id, request, file).into()),
        None => {
            // Not from within: whoever asks has not got the question in hand yet.
            let line = Rc::downgrade(line);
            wasm_bindgen_futures::spawn_local(async move { tell_lost(&line, id..=id, Lost::NotLoaded) });
        }
    }
    id
}

impl Line {
    /// Nobody waits for this answer any more. Gives who did, to be dropped once the line is free again: with it may
    /// go other questions.
    #[must_use]
    pub fn take_back(&mut self, id: u32) -> Option<Hearer> {
        let hearer = self.hearers.remove(&id)?;
        if let Some(running) = &mut self.running
            && !running.withhold(id)
        {
            running.cancel(id);
        }
        Some(hearer)
    }

    /// Asks to stop the work of this question, whose answers are still awaited.
    pub fn cancel(&mut self, id: u32) {
        if let Some(running) = &mut self.running {
            running.cancel(id);
        }
    }
}

impl Running {
    fn start(line: &Rc<RefCell<Line>>) -> Option<Self> {
        let started = Started::new(&address::trusted()?).ok()?;
        let worker: web_sys::Worker = started.unchecked_into();
        let weak = Rc::downgrade(line);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            match message::answer(&event.data()) {
                Some((id, answer)) => hear(&weak, id, answer),
                None => lose(&weak),
            }
        });
        let weak = Rc::downgrade(line);
        let on_error = Closure::<dyn FnMut(Event)>::new(move |_: Event| lose(&weak));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Self { worker, kept: Some(Vec::new()), _on_message: on_message, _on_error: on_error })
    }

    fn post(&mut self, id: u32, question: JsValue) {
        match &mut self.kept {
            Some(kept) => kept.push((id, question)),
            // Text, a number and a file can always be copied.
            None => drop(self.worker.post_message(&question)),
        }
    }

    /// Takes back a question that was not posted yet; false when it was.
    fn withhold(&mut self, id: u32) -> bool {
        let Some(kept) = &mut self.kept else { return false };
        let before = kept.len();
        kept.retain(|(kept, _)| *kept != id);
        kept.len() < before
    }

    fn cancel(&mut self, id: u32) {
        self.post(id, message::question(id, &Request::Cancel, None).into());
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // What it has posted before its end must not reach closures that are gone.
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Brings an answer to who waits for it. The first message of all is the greeting.
fn hear(line: &Weak<RefCell<Line>>, id: u32, answer: Answer) {
    let Some(line) = line.upgrade() else { return };
    let mut this = line.borrow_mut();
    if let Some(running) = &mut this.running
        && let Some(kept) = running.kept.take()
    {
        for (id, question) in kept {
            running.post(id, question);
        }
        return;
    }
    let is_last = !matches!(answer, Answer::Progress { .. });
    let hearer = if is_last { this.hearers.remove(&id) } else { this.hearers.get(&id).cloned() };
    // Who hears may ask again.
    drop(this);
    if let Some(hearer) = hearer {
        (hearer.borrow_mut())(Ok(answer));
    }
}

/// The worker is lost, and with it all that was asked.
fn lose(line: &Weak<RefCell<Line>>) {
    let Some(this) = line.upgrade() else { return };
    let mut this = this.borrow_mut();
    let running = this.running.take();
    let asked = this.asked;
    drop(this);
    let has_greeted = running.is_some_and(|running| running.kept.is_none());
    tell_lost(line, 0..=asked, if has_greeted { Lost::BrokeDown } else { Lost::NotLoaded });
}

/// Says it to whoever waits for an answer to one of these questions.
fn tell_lost(line: &Weak<RefCell<Line>>, asked: RangeInclusive<u32>, lost: Lost) {
    // One at a time: who hears it may ask again, or take back another question.
    while let Some(this) = line.upgrade() {
        let id = this.borrow().hearers.range(asked.clone()).next().map(|(id, _)| *id);
        let Some(hearer) = id.and_then(|id| this.borrow_mut().hearers.remove(&id)) else { return };
        drop(this);
        (hearer.borrow_mut())(Err(lost));
    }
}
