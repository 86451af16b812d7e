//! `push-qa split`: splits a list into sends, prints their sizes, and writes their bodies when asked to.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use push_api::{Draft, limits};
use push_qa::batch::{Batch, BatchLimits, Canary};
use push_qa::batches::{body, split};
use push_qa::list::List;

use super::draft::DraftArgs;
use super::list::read_list;
use super::output::counted;
use super::{BadInput, Outcome, file, output};

/// Most bytes of a send that the proxy takes when nothing else is configured.
const PROXY_BYTES: u32 = 25 * 1024 * 1024;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    draft: DraftArgs,
    /// The list of recipients.
    #[arg(long, value_name = "FILE")]
    recipients: PathBuf,
    /// A first send to so many recipients, or to a part of them such as 5%.
    #[arg(long, value_name = "NUMBER|PART%", value_parser = canary, default_value = "0")]
    canary: Canary,
    /// Most recipients of a send.
    #[arg(long, value_name = "NUMBER", default_value_t = limits::MAX_RECIPIENTS as u32)]
    max_recipients: u32,
    /// Most bytes of a send.
    #[arg(long, value_name = "BYTES", default_value_t = PROXY_BYTES)]
    max_bytes: u32,
    /// Write the JSON of every send into this folder, which must not be there or be empty.
    #[arg(long, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Result<Outcome, BadInput> {
    let draft = args.draft.read()?;
    let list = read_list(&args.recipients)?;
    let limits = BatchLimits { recipients: args.max_recipients, bytes: args.max_bytes };
    let batches = split(&list, &draft, args.canary, limits)
        .map_err(|error| BadInput::of_file(&args.recipients, error, "Nothing was split."))?;
    if let Some(folder) = &args.output {
        write_bodies(folder, &list, &draft, &batches)?;
    }
    let sent: u32 = batches.iter().map(|batch| batch.count).sum();
    let left_out = (list.len() as u32).saturating_sub(sent);
    output::print(&text(&batches, sent, left_out))?;
    Ok(Outcome::found(left_out > 0 || batches.is_empty()))
}

fn canary(text: &str) -> Result<Canary, String> {
    let advice = || "write a number such as 100, or a part such as 5%".to_owned();
    match text.strip_suffix('%') {
        Some(part) => match part.parse() {
            Ok(percent) if percent <= 100 => Ok(Canary::Percent(percent)),
            _ => Err(advice()),
        },
        None => match text.parse() {
            Ok(0) => Ok(Canary::None),
            Ok(count) => Ok(Canary::Count(count)),
            Err(_) => Err(advice()),
        },
    }
}

fn text(batches: &[Batch], sent: u32, left_out: u32) -> String {
    let mut out = format!("{:>5}  {:>10}  {:>12}  rows\n", "send", "recipients", "bytes");
    for (at, batch) in batches.iter().enumerate() {
        let Batch { count, bytes, first_row, last_row, .. } = batch;
        _ = writeln!(out, "{:>5}  {count:>10}  {bytes:>12}  {first_row} to {last_row}", at + 1);
    }
    let sends = counted(batches.len() as u32, "send");
    _ = writeln!(out, "\n{} in {sends}", counted(sent, "recipient"));
    if left_out > 0 {
        let rows = counted(left_out, "row");
        _ = writeln!(
            out,
            "{rows} of the list cannot be sent to and stand in no send: `push-qa check` says why"
        );
    }
    out
}

/// Old bodies beside new ones could be sent by mistake, so only an empty folder will do.
fn write_bodies(folder: &Path, list: &List, draft: &Draft, batches: &[Batch]) -> Result<(), BadInput> {
    std::fs::create_dir_all(folder).map_err(|error| BadInput::unwritten(folder, &error))?;
    let mut entries = std::fs::read_dir(folder).map_err(|error| BadInput::unread(folder, &error))?;
    if entries.next().is_some() {
        return Err(BadInput::of_file(folder, "the folder is not empty.", "Name a new folder."));
    }
    let digits = batches.len().to_string().len();
    for (at, batch) in batches.iter().enumerate() {
        let file = folder.join(format!("send-{:0digits$}.json", at + 1));
        file::write(&file, &body(list, draft, batch))?;
    }
    Ok(())
}
