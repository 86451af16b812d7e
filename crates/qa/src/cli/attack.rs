//! `push-qa break`: tries to break a draft with made-up recipients, and prints the smallest that did.

use std::fmt::Write as _;
use std::path::PathBuf;

use push_qa::finding::Weight;
use push_qa::hostile::{self, Attack, Broken, CASES, MUST_NOT, Plan};
use push_qa::report::visible;

use super::draft::DraftArgs;
use super::output::counted;
use super::settings::SettingsArgs;
use super::{BadInput, Outcome, file, output};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    draft: DraftArgs,
    /// Where the made-up values begin: the same number gives the same recipients.
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
    /// How many recipients are made up.
    #[arg(long, value_name = "NUMBER", default_value_t = CASES)]
    cases: u32,
    /// Write the recipients that broke it to this file, as a list that `check` can read.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    settings: SettingsArgs,
}

pub(super) fn run(args: &Args) -> Result<Outcome, BadInput> {
    let draft = args.draft.read()?;
    let plan = Plan { seed: args.seed, cases: args.cases, settings: args.settings.of(&draft) };
    let attack = hostile::attack(&draft, plan).map_err(|faults| args.draft.no_liquid(&faults))?;
    if let Some(file) = &args.output {
        file::write(file, &attack.fixture())?;
    }
    output::print(&text(&attack, args.seed))?;
    let blocks = |broken: &Broken| broken.kind.weight() == Weight::Blocking;
    Ok(Outcome::found(attack.broken.iter().any(blocks)))
}

fn text(attack: &Attack, seed: u64) -> String {
    let variables = if attack.variables.is_empty() { "none".to_owned() } else { attack.variables.join(", ") };
    let mut out = format!(
        "{} made up from seed {seed}; variables: {variables}\n\n",
        counted(attack.cases, "recipient")
    );
    for kind in MUST_NOT {
        match attack.broken.iter().find(|broken| broken.kind == kind) {
            None => _ = writeln!(out, "not brought about: {}", kind.title()),
            Some(broken) => write_broken(&mut out, broken),
        }
    }
    out
}

fn write_broken(out: &mut String, broken: &Broken) {
    let Broken { kind, recipient, push } = broken;
    let weight = if kind.weight() == Weight::Blocking { "blocking" } else { "warning" };
    let recipient = serde_json::to_string(recipient).unwrap_or_default();
    _ = writeln!(out, "{weight}: {}", kind.title());
    for finding in push.findings.iter().filter(|finding| finding.kind == *kind && !finding.detail.is_empty())
    {
        _ = writeln!(out, "  {}", visible(&finding.detail));
    }
    _ = writeln!(out, "  recipient: {}", visible(&recipient));
    _ = writeln!(out, "  title: “{}”\n  body: “{}”", visible(&push.title), visible(&push.body));
    _ = writeln!(out, "  {}", kind.advice());
}
