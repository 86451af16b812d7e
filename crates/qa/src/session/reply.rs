//! Questions about the list that are answered at once.

use super::held::{Checked, Held};
use crate::batches;
use crate::check;
use crate::column::Choice;
use crate::finding::Weight;
use crate::list::{List, Needle};
use crate::protocol::{Answer, Format, Line, Rows, Wanted};
use crate::report::Report;

/// An answer, or why there is none.
pub type Reply = Result<Answer, String>;

/// Reads the columns as they were chosen.
pub fn map(held: &mut Held, choices: &[Choice], without_duplicates: bool) -> Answer {
    held.list.remap(choices, without_duplicates);
    // What was found was found in another list.
    (held.checked, held.split) = (None, None);
    Answer::List(Box::new(held.list.listed()))
}

/// What is answered to whoever asks about a list that is not there.
pub fn no_list() -> Answer {
    Answer::Refused { why: "There is no list. Add one first.".to_owned() }
}

fn checked(held: &Held) -> Result<&Checked, String> {
    held.checked.as_ref().ok_or_else(|| "The list has not been checked yet.".to_owned())
}

/// The places in the list of the rows that are meant, in order.
fn chosen<'h>(held: &'h Held, of: &Rows) -> Result<Box<dyn Iterator<Item = u32> + 'h>, String> {
    Ok(match *of {
        Rows::All => Box::new(0..held.list.len() as u32),
        Rows::Problem { kind } => Box::new(held.list.problem_rows(kind).into_iter()),
        Rows::Finding { kind } => Box::new(checked(held)?.check.indices(kind)),
    })
}

/// A page of the rows that are meant.
pub fn rows(held: &Held, of: &Rows, start: u32, count: u32) -> Reply {
    let line = |index: u32| -> Option<Line> {
        let findings = held.checked.iter().flat_map(|checked| checked.check.findings(index as usize));
        held.list.line(index as usize, findings.collect())
    };
    let mut all = 0;
    let page = start..start.saturating_add(count);
    let places = chosen(held, of)?.inspect(|_| all += 1).zip(0..);
    let rows =
        places.filter(|(_, place)| page.contains(place)).filter_map(|(index, _)| line(index)).collect();
    Ok(Answer::Rows { rows, of: all })
}

/// The pushes of recipients by the last check.
pub fn render(held: &Held, indices: &[u32]) -> Reply {
    let check = &checked(held)?.check;
    let one = |&index: &u32| check::render_one(&held.list, check.message(), check.settings(), index as usize);
    Ok(Answer::Rendered { pushes: indices.iter().filter_map(one).collect() })
}

/// The next recipient of a kind.
pub fn find(held: &Held, from: u32, back: bool, what: &Wanted) -> Reply {
    let list = &held.list;
    let found = match what {
        Wanted::Any => others(list, from, back).next(),
        Wanted::Trouble => {
            let check = &checked(held)?.check;
            others(list, from, back).find(|&index| check.weighs(index, Weight::Warning))
        }
        Wanted::Finding { kind } => {
            let check = &checked(held)?.check;
            others(list, from, back).find(|&index| check.findings(index).any(|found| found == *kind))
        }
        Wanted::Text { text } => {
            let needle = Needle::new(text);
            others(list, from, back).find(|&index| list.holds(index, &needle))
        }
        Wanted::Row { row } => list.index_of(*row),
    };
    Ok(Answer::Found { index: found.map(|index| index as u32) })
}

/// The places of a list in a direction, round the end, without the one to begin at.
fn others(list: &List, from: u32, back: bool) -> impl Iterator<Item = usize> {
    let (len, from) = (list.len(), from as usize);
    // A list that is shorter now is walked from its beginning.
    let from = if from < len { from } else { len.saturating_sub(1) };
    (1..len).map(move |step| (if back { from + len - step } else { from + step }) % len)
}

/// The rows that are meant as a file.
pub fn download(held: &Held, of: &Rows) -> Reply {
    let places = chosen(held, of)?.map(|index| index as usize);
    Ok(Answer::Text { text: held.list.csv_of(places) })
}

/// One send of the last split.
pub fn body(held: &Held, batch: u32) -> Reply {
    let split = held.split.as_ref().ok_or("The list has not been split into sends yet.")?;
    let batch = split.batches.get(batch as usize).ok_or("There are fewer sends than that.")?;
    Ok(Answer::Text { text: batches::body(&held.list, &split.draft, batch) })
}

/// The report of the last check.
pub fn report(held: &Held, format: Format) -> Reply {
    let Checked { draft, check } = checked(held)?;
    let report = Report {
        draft,
        list: &held.list.listed(),
        list_fingerprint: &held.list.fingerprint(),
        settings: check.settings(),
        summary: check.summary(),
    };
    Ok(Answer::Text { text: report.write(format) })
}
