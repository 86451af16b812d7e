//! The check of a whole list, a few rows at a time, so that whoever runs it can do other things in between or stop.
//!
//! Every row is rendered once, in the order of the list; what is kept of it is a handful of bytes.

use push_liquid::Trace;

use super::clusters::Clusters;
use super::detail::{Detail, Found};
use super::envelope::Service;
use super::gallery::Gallery;
use super::lints;
use super::message::Message;
use super::near;
use super::proof::{Measures, Proof, Services};
use super::scan::{EMOJI, RIGHT_TO_LEFT};
use super::tally::Tally;
use super::{Check, Fact};
use crate::column::Role;
use crate::finding::FindingKind;
use crate::list::{List, Row};
use crate::protocol::CheckSettings;
use crate::summary::{Branch, Variable, Why};

/// A check that is on its way.
#[derive(Debug)]
pub struct Checker {
    message: Message,
    settings: CheckSettings,
    proof: Proof,
    facts: Vec<Fact>,
    tally: Tally,
    clusters: Clusters,
    gallery: Gallery,
    /// For each variable how many recipients it was missing for, and for how many a default stood in.
    fared: Vec<[u32; 2]>,
    /// What happened in each text so far.
    traces: Vec<Trace>,
}

impl Checker {
    /// Begins the check of a message.
    pub fn new(message: Message, settings: CheckSettings) -> Self {
        Self {
            settings,
            proof: Proof::new(&message),
            facts: Vec::new(),
            tally: Tally::default(),
            clusters: Clusters::default(),
            gallery: Gallery::default(),
            fared: vec![[0; 2]; message.paths().len()],
            traces: message.texts().iter().map(|text| text.template.trace()).collect(),
            message,
        }
    }

    /// Checks the next rows of the list, which has to be the same each time; gives how many are done in all.
    pub fn step(&mut self, list: &List, rows: usize) -> usize {
        let done = self.facts.len();
        let end = done.saturating_add(rows).min(list.len());
        self.facts.reserve(list.len() - done);
        for index in done..end {
            if let Some(row) = list.row(index) {
                let fact = self.check(index as u32, row);
                self.facts.push(fact);
            }
        }
        self.facts.len()
    }

    /// What was found, after the rows that are still left.
    pub fn finish(mut self, list: &List) -> Check {
        self.step(list, usize::MAX);
        let (branches, variables) = (self.branches(), self.variables(list));
        let Self { message, settings, facts, tally, clusters, gallery, .. } = self;
        let counts = tally.counts(&message);
        let mut check = Check { summary: Default::default(), facts, message, settings };
        check.summarise(list, &clusters, &gallery);
        check.summary.counts = counts;
        check.summary.branches = branches;
        check.summary.variables = variables;
        check
    }

    fn check(&mut self, index: u32, row: Row<'_>) -> Fact {
        if !row.is_sendable() {
            self.tally.add(Found { kind: FindingKind::BadRow, detail: Detail::None }, row.number());
            return Fact { found: FindingKind::BadRow.bit(), ..Fact::default() };
        }
        let services = Services::of(row.provider().as_ref());
        let measures = self.proof.read(&self.message, self.settings, &row, services);
        for (all, one) in self.traces.iter_mut().zip(self.proof.traces()) {
            all.add(one);
        }
        let mut defaults = 0;
        for (fared, fate) in self.fared.iter_mut().zip(self.proof.fates()) {
            fared[0] += u32::from(fate.is_missing);
            fared[1] += u32::from(fate.is_defaulted);
            defaults += u32::from(fate.is_defaulted);
        }
        let mut fact = Fact { services, ..Fact::default() };
        for found in self.proof.found.drain(..) {
            fact.found |= found.kind.bit();
            self.tally.add(found, row.number());
        }
        if let Some(measures) = measures {
            fact.json_bytes = Some(measures.json_bytes);
            fact.cluster = Some(self.clusters.add(self.proof.title(), self.proof.body(), index));
            self.show(index, fact, measures, defaults);
        }
        fact
    }

    /// Offers a recipient to the gallery.
    fn show(&mut self, index: u32, fact: Fact, measures: Measures, defaults: u32) {
        let envelope = self.message.envelope();
        let carriers = Service::ALL.into_iter().filter(|service| fact.services.has(*service));
        let bytes = carriers.map(|service| envelope.bytes(service, measures.json_bytes)).max();
        let texts = [self.proof.title(), self.proof.body()];
        let any = |class, is_so: fn(&str) -> bool| {
            texts.iter().zip(measures.scans).any(|(text, scan)| scan.has(class) && is_so(text))
        };
        let when = |is_so: bool| is_so.then_some(0);
        self.gallery.offer(index, |why, is_open| match why {
            Why::Longest => Some(measures.characters),
            Why::Shortest => Some(u32::MAX - measures.characters),
            Why::MostBytes => bytes,
            Why::MostDefaults => (defaults > 0).then_some(defaults),
            Why::RightToLeft => when(is_open && any(RIGHT_TO_LEFT, lints::is_right_to_left)),
            Why::Emoji => when(is_open && any(EMOJI, lints::has_emoji)),
            Why::Missing => when(fact.has(FindingKind::MissingVariable)),
            Why::First => Some(0),
            Why::Last => Some(index),
        });
    }

    fn branches(&self) -> Vec<Branch> {
        let mut branches = Vec::new();
        for (text, trace) in self.message.texts().iter().zip(&self.traces) {
            branches.extend(trace.branches(&text.template).map(|(branch, taken)| Branch {
                text: self.message.label(text.part),
                tag: branch.kind.to_owned(),
                markup: branch.markup.to_owned(),
                line: branch.position.line as u32,
                column: branch.position.column as u32,
                taken: u32::try_from(taken).unwrap_or(u32::MAX),
            }));
        }
        branches
    }

    fn variables(&self, list: &List) -> Vec<Variable> {
        let columns = list.columns().iter().filter(|column| column.role == Role::Variable);
        let columns: Vec<&str> = columns.map(|column| column.name.as_str()).collect();
        let paths = self.message.paths().iter().zip(&self.fared).filter(|(path, _)| path.is_data);
        let variable = |(path, [missing, defaulted]): (&super::message::Path, &[u32; 2])| {
            // A name in brackets is known only when it is rendered.
            let is_unknown = !path.name.starts_with('[') && !columns.contains(&path.name.as_str());
            let near = if is_unknown { near::nearest(&path.name, &columns) } else { None };
            Variable {
                path: path.path.clone(),
                missing: *missing,
                defaulted: *defaulted,
                is_unknown,
                near: near.map(str::to_owned),
            }
        };
        paths.map(variable).collect()
    }
}
