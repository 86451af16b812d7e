//! What the template engine adds to a page's module.

use std::fs;

use crate::compress;
use crate::failure::{Failure, Outcome};
use crate::folder;
use crate::process;
use crate::second_module;
use crate::tools::{Toolbox, rust_target::TARGET};
use crate::workspace::Workspace;

/// What it may add, in bytes of brotli at quality 11.
const BAR: usize = 60_000;

/// Weighs a module that does nothing else with the engine and without, and prints both.
///
/// # Errors
/// When something cannot be built.
pub fn weigh(workspace: &Workspace) -> Outcome<bool> {
    let tools = Toolbox::ensure(workspace)?;
    let without = module(workspace, &tools, "without", &[])?;
    let with = module(workspace, &tools, "with", &["--features", "engine"])?;
    let added = with.saturating_sub(without);
    println!("{without:>9}  a module that does nothing else, brotli 11");
    println!("{with:>9}  with push-liquid");
    let says = if added <= BAR { "holds" } else { "does NOT hold" };
    println!("{added:>9}  is what it adds; at most {BAR}: {says}");
    Ok(added <= BAR)
}

/// Compressed bytes of the module, built as small as it gets.
fn module(workspace: &Workspace, tools: &Toolbox, name: &str, features: &[&str]) -> Outcome<usize> {
    let home = workspace.target.join("bench-size").join(name);
    folder::remove(&home)?;
    folder::make(&home)?;
    let words = [
        "build",
        "--quiet",
        "--profile",
        "wasm-release",
        "--package",
        "push-liquid-size",
        "--target",
        TARGET,
    ];
    process::run(workspace.cargo(&words).args(features))?;
    let built = workspace.target.join(TARGET).join("wasm-release/push_liquid_size.wasm");
    let mut bindgen = process::command("wasm-bindgen");
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-name", "size", "--out-dir"])
        .arg(&home)
        .arg(built);
    tools.put_first(&mut bindgen)?;
    process::run(&mut bindgen)?;
    let small = home.join("small.wasm");
    let mut optimiser = process::command("wasm-opt");
    // As the console's own modules are.
    let page = folder::read(&workspace.root.join("index.html"))?;
    optimiser
        .args(second_module::optimiser_flags(&page)?)
        .arg("-o")
        .arg(&small)
        .arg(home.join("size_bg.wasm"));
    tools.put_first(&mut optimiser)?;
    process::run(&mut optimiser)?;
    let bytes = fs::read(&small).map_err(Failure::doing("read", small.display()))?;
    Ok(compress::brotli(&bytes)?.len())
}
