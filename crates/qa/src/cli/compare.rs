//! `push-qa compare`: prints what differs between a draft and an earlier one, or between the pushes of two rows.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::ArgGroup;
use push_qa::check::{Message, render_one};
use push_qa::compare::{Change, PieceKind, drafts, pushes};
use push_qa::list::List;
use push_qa::protocol::CheckSettings;
use push_qa::rendered::Rendered;
use push_qa::report::visible_whole;

use super::draft::{DraftArgs, read_draft};
use super::list::read_list;
use super::settings::SettingsArgs;
use super::{BadInput, Outcome, output};

#[derive(Debug, clap::Args)]
#[command(group = ArgGroup::new("with").required(true).args(["earlier", "recipients"]))]
pub(super) struct Args {
    #[command(flatten)]
    draft: DraftArgs,
    /// The earlier draft.
    #[arg(long, value_name = "FILE")]
    earlier: Option<PathBuf>,
    /// The list that the two rows are of.
    #[arg(long, value_name = "FILE", requires = "rows")]
    recipients: Option<PathBuf>,
    /// The two rows, as the spreadsheet numbers them.
    #[arg(long, value_name = "ROW", num_args = 2, requires = "recipients")]
    rows: Option<Vec<u32>>,
    #[command(flatten)]
    settings: SettingsArgs,
}

pub(super) fn run(args: &Args) -> Result<Outcome, BadInput> {
    let draft = args.draft.read()?;
    let changes = match (&args.earlier, &args.recipients, args.rows.as_deref()) {
        (Some(earlier), ..) => drafts(&read_draft(earlier, None)?, &draft),
        (None, Some(file), Some(&[before, after])) => {
            let message = args.draft.message(&draft)?;
            let list = read_list(file)?;
            let settings = args.settings.of(&draft);
            let push = |row| of_row(file, &list, &message, settings, row);
            pushes(&push(before)?, &push(after)?)
        }
        // The command line has been held to one of the two.
        _ => {
            return Err(BadInput::new(
                "There is nothing to compare with.",
                "Give --earlier, or --recipients and --rows.",
            ));
        }
    };
    output::print(&text(&changes))?;
    Ok(Outcome::found(!changes.is_empty()))
}

fn of_row(
    file: &Path,
    list: &List,
    message: &Message,
    settings: CheckSettings,
    row: u32,
) -> Result<Rendered, BadInput> {
    let index = list.index_of(row);
    index.and_then(|index| render_one(list, message, settings, index)).ok_or_else(|| {
        let advice = "Rows are numbered as in a spreadsheet: the header is row 1.";
        BadInput::of_file(file, format!("there is no recipient in row {row}."), advice)
    })
}

/// One line for each change, with what was removed in `[-…-]` and what was added in `{+…+}`.
fn text(changes: &[Change]) -> String {
    if changes.is_empty() {
        return "No difference.\n".to_owned();
    }
    let mut out = String::new();
    for change in changes {
        _ = write!(out, "{}: ", visible_whole(&change.path));
        for piece in change.words() {
            let text = visible_whole(&piece.text);
            _ = match piece.kind {
                PieceKind::Same => write!(out, "{text}"),
                PieceKind::Removed => write!(out, "[-{text}-]"),
                PieceKind::Added => write!(out, "{{+{text}+}}"),
            };
        }
        out.push('\n');
    }
    out
}
