//! A session with somebody who asks it and hears every answer.

use push_api::Draft;
use push_qa::batch::{BatchLimits, Canary};
use push_qa::protocol::{Answer, CheckSettings, RESERVE, Request};
use push_qa::session::Session;

/// Five rows, numbered 2 to 6: Ben has no name, and Anna is there twice.
pub const LIST: &str = "user_id,name\nanna,Anna\nben,\ncarla,Carla\nanna,Anna\ndora,Dora\n";

pub struct Desk {
    pub session: Session,
    asked: u32,
}

impl Desk {
    pub fn new() -> Self {
        Self { session: Session::new(), asked: 0 }
    }

    /// With [`LIST`], checked and split.
    pub fn prepared() -> Self {
        let mut desk = Self::new();
        for request in [import(LIST), check("Hello {{ name }}"), split()] {
            desk.ask(request);
        }
        assert_eq!(words(&desk.settle()), ["1 list", "2 checked", "3 batches"]);
        desk
    }

    /// Asks, and gives the number.
    pub fn ask(&mut self, request: Request) -> u32 {
        self.asked += 1;
        self.session.handle(self.asked, request, None);
        self.asked
    }

    /// Asks to read a file of which nothing has come yet.
    pub fn ask_for_file(&mut self, size: u64) -> u32 {
        self.asked += 1;
        self.session.handle(self.asked, Request::Import { name: "a.csv".to_owned(), text: None }, Some(size));
        self.asked
    }

    /// Stops the work of an earlier request.
    pub fn cancel(&mut self, id: u32) {
        self.session.handle(id, Request::Cancel, None);
    }

    /// Lets it work until nothing is left to do, and gives all that it has answered since.
    pub fn settle(&mut self) -> Vec<(u32, Answer)> {
        while self.session.work() {}
        self.heard()
    }

    /// What it has answered and nobody has taken yet.
    pub fn heard(&mut self) -> Vec<(u32, Answer)> {
        std::iter::from_fn(|| self.session.answer()).collect()
    }

    /// The one answer to a request.
    #[track_caller]
    pub fn answer(&mut self, request: Request) -> Answer {
        let id = self.ask(request);
        let mut heard = self.settle();
        assert_eq!(heard.len(), 1, "{heard:?}");
        let (answered, answer) = heard.remove(0);
        assert_eq!(answered, id);
        answer
    }
}

pub fn import(text: &str) -> Request {
    Request::Import { name: String::new(), text: Some(text.to_owned()) }
}

pub fn draft(body: &str) -> Box<Draft> {
    Box::new(Draft { title: "Doors".to_owned(), body: body.to_owned(), ..Draft::default() })
}

pub fn check(body: &str) -> Request {
    Request::Check { draft: draft(body), settings: CheckSettings { now: 1_700_000_000, reserve: RESERVE } }
}

pub fn split() -> Request {
    let limits = BatchLimits { recipients: 2, bytes: 100_000 };
    Request::Split { draft: draft("Hello {{ name }}"), canary: Canary::None, limits }
}

/// The sort of an answer, as it travels.
pub fn word(answer: &Answer) -> String {
    serde_json::to_value(answer).unwrap()["answer"].as_str().unwrap().to_owned()
}

/// Number and sort of each answer.
pub fn words(answers: &[(u32, Answer)]) -> Vec<String> {
    answers.iter().map(|(id, answer)| format!("{id} {}", word(answer))).collect()
}
