//! `push-qa check`: checks a draft for every recipient of a list, and writes the report.

use std::path::PathBuf;

use clap::ValueEnum;
use push_qa::check;
use push_qa::protocol::Format;
use push_qa::report::{Report, Verdict};

use super::draft::DraftArgs;
use super::list::read_list;
use super::settings::SettingsArgs;
use super::{BadInput, Outcome, file, output, text};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    draft: DraftArgs,
    /// The list of recipients: CSV, TSV, JSON, NDJSON, or one recipient a line.
    #[arg(long, value_name = "FILE")]
    recipients: PathBuf,
    /// The form of the report.
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    /// Write the report to this file; standard output then gets it as text.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    settings: SettingsArgs,
}

/// The form of a report on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For a terminal.
    Text,
    /// For programs.
    Json,
    /// For a ticket.
    Markdown,
    /// For a build server.
    Junit,
}

impl Form {
    fn write(self, report: &Report<'_>) -> String {
        match self {
            Self::Text => text::write(report),
            Self::Json => report.write(Format::Json),
            Self::Markdown => report.write(Format::Markdown),
            Self::Junit => report.write(Format::Junit),
        }
    }
}

pub(super) fn run(args: &Args) -> Result<Outcome, BadInput> {
    let draft = args.draft.read()?;
    let message = args.draft.message(&draft)?;
    let list = read_list(&args.recipients)?;
    let settings = args.settings.of(&draft);
    let checked = check::run(&list, &message, settings);
    let report = Report {
        draft: &draft,
        list: &list.listed(),
        list_fingerprint: &list.fingerprint(),
        settings,
        summary: checked.summary(),
    };
    match &args.output {
        Some(file) => {
            file::write(file, &args.format.write(&report))?;
            output::print(&text::write(&report))?;
        }
        None => output::print(&args.format.write(&report))?,
    }
    Ok(Outcome::found(report.verdict() == Verdict::Blocked))
}
