//! What the stages share, each thing made when the first stage needs it and once only.

use std::fs;
use std::net::TcpListener;
use std::path::PathBuf;

use crate::console_build::{self, Kind};
use crate::console_folder;
use crate::failure::{Failure, Outcome};
use crate::folder;
use crate::process;
use crate::proxy_origin::ProxyOrigin;
use crate::tools::chromium::{self, Chromium};
use crate::tools::{Cache, Toolbox, axe};
use crate::workspace::Workspace;

/// Ports for the journeys' proxy, below those that systems hand out for outgoing connections.
const PORTS: std::ops::Range<u16> = 18_787..18_987;

/// The shared things.
pub struct Lab<'a> {
    /// The clone under test.
    pub workspace: &'a Workspace,
    /// Whether the documentation's screenshots are to be replaced.
    update_screenshots: bool,
    tools: Option<Toolbox>,
    consoles: Option<Consoles>,
}

/// The console as the journeys load it.
pub struct Consoles {
    /// Hosted on another origin than its proxy.
    pub apart: PathBuf,
    /// The origin at which that one expects its proxy.
    pub proxy: ProxyOrigin,
    /// Served by the proxy itself.
    pub together: PathBuf,
}

/// What drives and checks pages.
pub struct Browser {
    /// Chromium and its driver.
    pub chromium: Chromium,
    /// axe-core's script.
    pub axe: PathBuf,
}

impl<'a> Lab<'a> {
    /// An empty one.
    pub fn new(workspace: &'a Workspace, update_screenshots: bool) -> Self {
        Self { workspace, update_screenshots, tools: None, consoles: None }
    }

    /// The tools of the build.
    ///
    /// # Errors
    /// When one cannot be had.
    pub fn tools(&mut self) -> Outcome<&Toolbox> {
        let tools = match self.tools.take() {
            Some(tools) => tools,
            None => Toolbox::ensure(self.workspace)?,
        };
        Ok(self.tools.insert(tools))
    }

    /// The browser and what goes with it.
    ///
    /// # Errors
    /// When something is missing and may not be installed.
    pub fn browser(&self) -> Outcome<Browser> {
        Ok(Browser { chromium: chromium::ensure()?, axe: axe::ensure(&Cache::find()?)? })
    }

    /// Both consoles, from one release build.
    ///
    /// # Errors
    /// When the build fails or no port is free.
    pub fn consoles(&mut self) -> Outcome<&Consoles> {
        let consoles = match self.consoles.take() {
            Some(consoles) => consoles,
            None => self.make_consoles()?,
        };
        Ok(self.consoles.insert(consoles))
    }

    fn make_consoles(&mut self) -> Outcome<Consoles> {
        let workspace = self.workspace;
        let built = console_build::build(workspace, self.tools()?, Kind::Release)?;
        let is_free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
        let port = PORTS.clone().find(is_free).ok_or_else(|| {
            Failure::new(format!(
                "no port from {} to {} is free for the journeys' proxy",
                PORTS.start, PORTS.end
            ))
        })?;
        let proxy = ProxyOrigin::parse(&format!("http://127.0.0.1:{port}"))?;
        let home = workspace.console().join("journeys");
        let (apart, together) = (home.join("apart"), home.join("together"));
        folder::make(&home)?;
        console_folder::assemble(&built, &apart, Some(&proxy))?;
        console_folder::assemble(&built, &together, None)?;
        Ok(Consoles { apart, proxy, together })
    }

    /// The folder that the journeys write screenshots to, made if need be.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn screenshots(&self) -> Outcome<PathBuf> {
        let folder = self.workspace.target.join("screenshots");
        folder::make(&folder)?;
        Ok(folder)
    }

    /// Renews the pictures that the documentation shows, when that was asked for: those that lie there already.
    ///
    /// # Errors
    /// When a picture has no new one, or cannot be written.
    pub fn renew_pictures(&self) -> Outcome<()> {
        if !self.update_screenshots {
            return Ok(());
        }
        let taken = self.screenshots()?;
        for shown in folder::files(&self.workspace.root.join("docs/screenshots"))? {
            let Some(name) = shown.file_name() else { continue };
            fs::copy(taken.join(name), &shown).map_err(Failure::doing("renew", shown.display()))?;
        }
        Ok(())
    }

    /// The proxy for the journeys, in the profile of the other tests.
    ///
    /// # Errors
    /// When it does not build.
    pub fn proxy(&self) -> Outcome<PathBuf> {
        // With the journeys, so that cargo chooses the features of the tests and finds nearly all of it built.
        process::run(&mut self.workspace.cargo(&[
            "build",
            "--quiet",
            "--workspace",
            "--bins",
            "--test",
            "journeys",
        ]))?;
        Ok(self.workspace.target.join("debug/push-proxy"))
    }
}
