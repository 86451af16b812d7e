//! One recipient's push, rendered and read through: everything that is found for them comes from here, for the check
//! of a whole list and for a look at one of them alike. Its memory is used again for the next recipient.

mod size;
mod tags;

use push_liquid::{Lookup, Settings, Trace};

use super::detail::{Detail, Found};
use super::length;
use super::lints::{self, Mark, Value};
use super::message::{Message, Part, Text};
use super::scan::Scan;
use crate::finding::FindingKind;
use crate::protocol::CheckSettings;
use crate::surface::ROOMS;

pub(super) use size::Services;

/// A recipient's push as it was read last.
#[derive(Debug)]
pub(super) struct Proof {
    /// One for each text of the message.
    renders: Vec<Render>,
    /// What became of each variable of the message.
    fates: Vec<Fate>,
    /// The values in the text that is looked at.
    values: Vec<Value>,
    /// What was found, each thing once.
    pub found: Vec<Found>,
}

/// A text and what happened while it was rendered.
#[derive(Debug)]
struct Render {
    text: String,
    trace: Trace,
}

/// What became of a variable for one recipient.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Fate {
    /// It was missing where it was read.
    pub is_missing: bool,
    /// It was missing where it was to be written, and no default stood in.
    pub is_lacking: bool,
    /// A default stood in for it.
    pub is_defaulted: bool,
}

/// What was measured in a push that could be rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Measures {
    /// Bytes of title and body within the quotes of JSON.
    pub json_bytes: u32,
    /// Characters of title and body, as Unicode numbers them.
    pub characters: u32,
    /// Title and body, as they were scanned.
    pub scans: [Scan; 2],
}

impl Proof {
    /// Room for the pushes of a message.
    pub fn new(message: &Message) -> Self {
        let render = |text: &Text| Render { text: String::new(), trace: text.template.trace() };
        Self {
            renders: message.texts().iter().map(render).collect(),
            fates: vec![Fate::default(); message.paths().len()],
            values: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Renders the push for these variables and reads it through, as it goes by these services. Gives nothing when a
    /// text could not be rendered: then that is all that is found, besides what became of variables until then.
    pub fn read(
        &mut self,
        message: &Message,
        settings: CheckSettings,
        variables: &dyn Lookup,
        services: Services,
    ) -> Option<Measures> {
        self.found.clear();
        let is_whole = self.render(message, settings, variables);
        self.tell_fates();
        if !is_whole {
            return None;
        }
        let scans = [self.look(message, 0), self.look(message, 1)];
        if lints::is_blank(self.body()) {
            self.found.push(Found { kind: FindingKind::BlankBody, detail: Detail::None });
        }
        if message.envelope().has_title() && lints::is_blank(self.title()) {
            self.found.push(Found { kind: FindingKind::BlankTitle, detail: Detail::None });
        }
        self.look_at_rooms(scans);
        self.look_at_tags();
        let sum = |part: fn(&Scan) -> usize| {
            u32::try_from(scans.iter().map(part).sum::<usize>()).unwrap_or(u32::MAX)
        };
        let measures = Measures {
            json_bytes: sum(|scan| scan.json_bytes),
            characters: sum(|scan| scan.characters),
            scans,
        };
        self.look_at_size(message, settings, services, measures.json_bytes);
        Some(measures)
    }

    /// Renders every text; false when one of them could not be.
    pub fn render(&mut self, message: &Message, settings: CheckSettings, variables: &dyn Lookup) -> bool {
        let settings = Settings { now: settings.now, ..Settings::default() };
        let mut is_whole = true;
        self.fates.fill(Fate::default());
        for (text, render) in message.texts().iter().zip(&mut self.renders) {
            render.text.clear();
            render.trace.clear();
            let result =
                text.template.render_traced_to(&mut render.text, variables, &settings, &mut render.trace);
            if let Err(fault) = result {
                is_whole = false;
                let (line, column) = (fault.position.line, fault.position.column);
                let words = format!("line {line}, column {column}: {}", fault.message);
                self.found
                    .push(Found { kind: FindingKind::RenderFault, detail: Detail::Words(text.part, words) });
            }
            for (place, reads) in text.places.iter().zip(render.trace.places()) {
                if let (Some(fate), true) = (self.fates.get_mut(place.path), reads.read > 0) {
                    fate.is_missing |= reads.missing > 0;
                    fate.is_lacking |= !place.is_tested && reads.missing > reads.defaulted;
                    fate.is_defaulted |= reads.defaulted > 0;
                }
            }
        }
        is_whole
    }

    /// The title as it was rendered last.
    pub fn title(&self) -> &str {
        self.text(0)
    }

    /// The body as it was rendered last.
    pub fn body(&self) -> &str {
        self.text(1)
    }

    /// Keys and values of the tags as they were rendered last.
    pub fn tags(&self) -> impl Iterator<Item = (&str, &str)> {
        let tags = self.renders.get(2..).unwrap_or_default().chunks_exact(2);
        tags.map(|pair| (pair[0].text.as_str(), pair[1].text.as_str()))
    }

    /// What became of each variable of the message.
    pub fn fates(&self) -> &[Fate] {
        &self.fates
    }

    /// What happened in each text of the message.
    pub fn traces(&self) -> impl Iterator<Item = &Trace> {
        self.renders.iter().map(|render| &render.trace)
    }

    fn text(&self, at: usize) -> &str {
        self.renders.get(at).map_or("", |render| render.text.as_str())
    }

    fn tell_fates(&mut self) {
        for (at, fate) in self.fates.iter().enumerate() {
            let kinds = [
                (FindingKind::MissingVariable, fate.is_lacking),
                (FindingKind::DefaultUsed, fate.is_defaulted),
            ];
            for (kind, _) in kinds.into_iter().filter(|(_, is_so)| *is_so) {
                self.found.push(Found { kind, detail: Detail::Variable(at) });
            }
        }
    }

    /// Runs the lints over title or body.
    fn look(&mut self, message: &Message, at: usize) -> Scan {
        let (Some(render), Some(text)) = (self.renders.get(at), message.texts().get(at)) else {
            return Scan::default();
        };
        let is_link = |place: usize| {
            let path = text.places.get(place).and_then(|place| message.paths().get(place.path));
            path.is_some_and(|path| path.is_link)
        };
        self.values.clear();
        let written = render.trace.written().iter();
        self.values.extend(written.map(|it| Value { bytes: it.bytes.clone(), is_link: is_link(it.place) }));
        let scan = Scan::of(&render.text);
        let found = &mut self.found;
        lints::look(&render.text, scan, &self.values, &mut |kind, mark: Mark| {
            let new = Found { kind, detail: Detail::Mark(text.part, mark) };
            if !found.contains(&new) {
                found.push(new);
            }
        });
        scan
    }

    /// Looks where only the beginning is seen.
    fn look_at_rooms(&mut self, scans: [Scan; 2]) {
        let lengths =
            [self.length(0, scans[0], |room| room.title), self.length(1, scans[1], |room| room.body)];
        for (at, room) in ROOMS.iter().enumerate() {
            for (part, length, fits) in
                [(Part::Title, lengths[0], room.title), (Part::Body, lengths[1], room.body)]
            {
                if length > fits {
                    self.found.push(Found { kind: FindingKind::CutOff, detail: Detail::Room(at, part) });
                }
            }
        }
    }

    /// User-perceived characters of a text, counted as far as the largest room asks for.
    fn length(&self, at: usize, scan: Scan, room: fn(&crate::surface::Room) -> usize) -> usize {
        let fits = || ROOMS.iter().map(room);
        if scan.characters <= fits().min().unwrap_or_default() {
            return scan.characters;
        }
        length::perceived(self.text(at), scan, fits().max().unwrap_or_default())
    }
}
