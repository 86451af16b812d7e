//! Both engines by turns. What each works on is made beforehand in its own form, and both write into memory that they
//! have already.

use std::hint::black_box;
use std::time::Instant;

use liquid::{Object, ParserBuilder};
use push_liquid::{Settings, Template};
use push_liquid_bench::recipients::{Recipient, recipients};
use push_liquid_bench::templates::TEMPLATES;

const RECIPIENTS: usize = 10_000;
const PAIRS: usize = 21;

/// One template in both engines, with the recipients in the form that each of them takes.
struct Both<'a> {
    ours: Template,
    theirs: liquid::Template,
    people: &'a [Recipient],
    objects: &'a [Object],
}

/// The seconds of ours and of theirs for every pair of every template.
///
/// # Errors
/// When an engine refuses a template or a recipient, or the two make different texts.
pub fn compare() -> Result<serde_json::Value, String> {
    let people = recipients(RECIPIENTS);
    let objects: Result<Vec<Object>, _> = people.iter().map(liquid::to_object).collect();
    let objects = objects.map_err(|error| error.to_string())?;
    let parser = ParserBuilder::with_stdlib().build().map_err(|error| error.to_string())?;
    let mut told = Vec::new();
    for (kind, source) in TEMPLATES {
        let both = Both {
            ours: Template::parse(source).map_err(|fault| fault.to_string())?,
            theirs: parser.parse(source).map_err(|error| error.to_string())?,
            people: &people,
            objects: &objects,
        };
        both.agree().map_err(|fault| format!("{kind}: {fault}"))?;
        let pairs: Result<Vec<_>, _> = (0..PAIRS).map(|turn| both.pair(turn)).collect();
        told.push(serde_json::json!({ "kind": kind, "amount": RECIPIENTS, "pairs": pairs? }));
    }
    Ok(told.into())
}

impl Both<'_> {
    /// Renders for everybody once, which warms both engines up as well.
    fn agree(&self) -> Result<(), String> {
        for (person, object) in self.people.iter().zip(self.objects) {
            let ours = self.ours.render(person, &Settings::default()).map_err(|fault| fault.to_string())?;
            let theirs = self.theirs.render(object).map_err(|error| error.to_string())?;
            if ours != theirs {
                return Err(format!("the texts differ\n  ours   {ours}\n  theirs {theirs}"));
            }
        }
        Ok(())
    }

    /// The seconds of ours and of theirs. Who begins changes from turn to turn.
    fn pair(&self, turn: usize) -> Result<(f64, f64), String> {
        if turn.is_multiple_of(2) {
            let ours = self.round_of_ours()?;
            Ok((ours, self.round_of_theirs()?))
        } else {
            let theirs = self.round_of_theirs()?;
            Ok((self.round_of_ours()?, theirs))
        }
    }

    fn round_of_ours(&self) -> Result<f64, String> {
        let (settings, mut out) = (Settings::default(), String::new());
        let began = Instant::now();
        for person in self.people {
            out.clear();
            self.ours.render_to(&mut out, person, &settings).map_err(|fault| fault.to_string())?;
            black_box(&out);
        }
        Ok(began.elapsed().as_secs_f64())
    }

    fn round_of_theirs(&self) -> Result<f64, String> {
        let mut out: Vec<u8> = Vec::new();
        let began = Instant::now();
        for object in self.objects {
            out.clear();
            self.theirs.render_to(&mut out, object).map_err(|error| error.to_string())?;
            black_box(&out);
        }
        Ok(began.elapsed().as_secs_f64())
    }
}
