//! `cargo xtask dist`: the folder that goes to a CDN, for a proxy on another origin.

use std::path::PathBuf;

use clap::Args;

use crate::budget;
use crate::console_build::{self, Kind};
use crate::console_folder;
use crate::failure::Outcome;
use crate::proxy_origin::ProxyOrigin;
use crate::step::Step;
use crate::tools::Toolbox;
use crate::workspace::Workspace;

/// What `dist` can be told.
#[derive(Debug, Args)]
pub struct Dist {
    /// Where the console finds its proxy: an origin such as https://push.example.com.
    #[arg(long, value_name = "ORIGIN")]
    proxy: String,
    /// The folder to make. One that an earlier call has made is replaced.
    #[arg(long, value_name = "FOLDER", default_value = "dist")]
    out: PathBuf,
}

/// Builds the console and makes the folder.
///
/// # Errors
/// When the address is not fit, a tool cannot be had, the build fails, or the folder cannot be replaced.
pub fn dist(workspace: &Workspace, dist: &Dist) -> Outcome<()> {
    let proxy = ProxyOrigin::parse(&dist.proxy)?;
    let tools = Toolbox::ensure(workspace)?;
    let built = console_build::build(workspace, &tools, Kind::Release)?;
    let step = Step::begin("Folder for the CDN");
    console_folder::assemble(&built, &dist.out, Some(&proxy))?;
    step.done(&dist.out.display().to_string());
    print!("{}", budget::weigh(&dist.out)?);
    println!("Ready to upload: {}", dist.out.display());
    println!("Allow the console's origin at the proxy {}: PUSH_PROXY_ORIGINS=https://…", proxy.as_str());
    Ok(())
}
