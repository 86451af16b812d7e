//! Tries to break a draft: makes up recipients whose values are as bad as values get, and looks for texts that must
//! never be sent.
//!
//! The same draft and seed give the same recipients and the same answer. What breaks a draft is made as small as it
//! can be, so that a person sees at once why. It reads and checks by way of import and check, as a real list is.

mod cases;
mod random;
mod shape;
mod shrink;
mod trial;
mod values;

use push_api::{Draft, Recipient};

use crate::check::TemplateFault;
use crate::finding::FindingKind;
use crate::protocol::CheckSettings;
use crate::rendered::Rendered;

use self::cases::Cases;
use self::shape::Shape;
use self::trial::Trial;

/// What must hold, whatever the values are: a recipient for whom one of these is found breaks the draft.
pub const MUST_NOT: [FindingKind; 7] = [
    FindingKind::RenderFault,
    FindingKind::BlankBody,
    FindingKind::TooLarge,
    FindingKind::BadTag,
    FindingKind::LeftoverLiquid,
    FindingKind::LeftoverObject,
    FindingKind::BlankTitle,
];

/// Recipients that are made up when nothing else is asked for.
pub const CASES: u32 = 2000;

/// How a draft is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// Where the made-up values begin; another seed gives others.
    pub seed: u64,
    /// How many recipients are made up.
    pub cases: u32,
    /// With what they are checked.
    pub settings: CheckSettings,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Attack {
    /// The variables that were given values, as the template names them.
    pub variables: Vec<String>,
    /// Recipients that were made up.
    pub cases: u32,
    /// What was broken, in the order of [`MUST_NOT`]; one recipient for each.
    pub broken: Vec<Broken>,
}

/// A recipient who breaks the draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Broken {
    /// What is found for them.
    pub kind: FindingKind,
    /// Their variables, as few and as short as still break it.
    pub recipient: Recipient,
    /// What they would get.
    pub push: Rendered,
}

/// Tries to break a draft.
///
/// # Errors
/// When the draft is no Liquid: every fault of its texts.
pub fn attack(draft: &Draft, plan: Plan) -> Result<Attack, Vec<TemplateFault>> {
    let trial = Trial::new(draft, plan.settings)?;
    let shape = Shape::of(draft);
    let cases: Vec<_> = Cases::new(&shape, plan.seed).take(plan.cases as usize).collect();
    let found = trial.first_of_each(&cases);
    let broken = MUST_NOT.into_iter().filter_map(|kind| {
        let variables = cases.get(*found.get(&kind)?)?;
        let smallest = shrink::shrink(variables.clone(), |variables| trial.finds(kind, variables));
        let push = trial.push(&smallest)?;
        Some(Broken { kind, recipient: trial::recipient(smallest), push })
    });
    let broken = broken.collect();
    Ok(Attack { variables: shape.paths(), cases: cases.len() as u32, broken })
}

impl Attack {
    /// The recipients as a list that can be imported: JSON, one recipient for each thing that was broken.
    pub fn fixture(&self) -> String {
        let recipients: Vec<&Recipient> = self.broken.iter().map(|broken| &broken.recipient).collect();
        // Texts, numbers and lists of them: there is nothing in a recipient that JSON cannot hold.
        let mut text = serde_json::to_string_pretty(&recipients).unwrap_or_default();
        text.push('\n');
        text
    }
}
