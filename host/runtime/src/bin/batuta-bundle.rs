//! `batuta-bundle OUT MODULE…`: components and machine code of plugins into one file that `batuta` embeds.
//!
//! `batuta-bundle --component OUT MODULE` makes a component only.
#![allow(clippy::disallowed_methods)] // A build tool, run by `cargo dev plugins`.

use anyhow::{Context, Result, bail};
use batuta_runtime::{PluginEngine, build_bundle, componentize};
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    if arguments.first().is_some_and(|first| first == batuta_runtime::COMPILE_SUBCOMMAND) {
        return batuta_runtime::compile_child_main();
    }
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("batuta-bundle: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[OsString]) -> Result<()> {
    match arguments {
        [option, out, module] if option == "--component" => write(Path::new(out), &componentize(&read(module)?)?),
        [out, modules @ ..] if !modules.is_empty() => {
            let named: Result<Vec<_>> =
                modules.iter().map(|path| Ok((path.to_string_lossy().into_owned(), read(path)?))).collect();
            let bundle = build_bundle(&Arc::new(PluginEngine::new()?), &named?)?;
            write(Path::new(out), &bundle)?;
            eprintln!("{} plugins, {:.1} MB", modules.len(), bundle.len() as f64 / 1e6);
            Ok(())
        }
        _ => bail!("usage: batuta-bundle OUT MODULE… | batuta-bundle --component OUT MODULE"),
    }
}

fn read(path: &OsString) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.to_string_lossy()))
}

/// Whole or not at all; a file that is right already stays, so that nothing is built again for it.
fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if std::fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    let temporary = path.with_extension("new");
    std::fs::write(&temporary, bytes)
        .and_then(|()| std::fs::rename(&temporary, path))
        .with_context(|| format!("cannot write {}", path.display()))
}
