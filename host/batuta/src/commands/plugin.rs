//! `batuta plugin list`, `inspect` and `pack`

use super::CommandResult;
use crate::args::{Format, Plugin};
use crate::failure::Failure;
use crate::plugins;
use crate::session::Session;
use anyhow::Context;
use batuta_authoring::validate;
use batuta_runtime::plugin_set::{PluginInfo, PluginSet};
use batuta_runtime::{MAX_COMPONENT, componentize, survey};
use batuta_system::System;
use serde::Serialize;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Show plugins without running them, or do what `distribution` does.
pub(crate) fn run(session: &Session, plugin: Plugin) -> CommandResult {
    let plugin = match plugin {
        Plugin::Pack { module, output, plugs } => return pack(session, &module, output.as_deref(), &plugs),
        Plugin::Inspect { name } if name.ends_with(".wasm") || name.contains('/') => {
            return inspect_file(session, &name);
        }
        Plugin::Authoring(authoring) => return super::authoring::run(session, authoring),
        Plugin::Trust(trust) => return super::distribution::run(session, trust),
        looking => looking,
    };
    let set = plugins::load(session, None, &[])?;
    let text = match plugin {
        Plugin::Pack { .. } | Plugin::Authoring(_) | Plugin::Trust(_) => String::new(),
        Plugin::List if session.global.format == Format::Json => serde_json::to_string_pretty(set.plugins())? + "\n",
        Plugin::List => list(set.plugins()),
        Plugin::Inspect { name } => {
            let found = set.plugins().iter().rfind(|info| info.manifest.name == name);
            let info = found.ok_or_else(|| {
                Failure::with_remedy(
                    anyhow::anyhow!("no plugin is called `{name}`"),
                    "`batuta plugin list` shows those that are there",
                )
            })?;
            described(session, info, &plugins::component(session, info)?)?
        }
    };
    session.print(&text)?;
    Ok(0)
}

/// A component's file needs no other plugin, so it is looked at whatever locks say.
fn inspect_file(session: &Session, name: &str) -> CommandResult {
    let bytes = session.system.read(Path::new(name), MAX_COMPONENT as u64);
    let bytes = bytes.with_context(|| format!("cannot use {name} as a plugin"))?;
    let plugin = plugins::checked(&plugins::loader(session)?, name, &bytes)?;
    session.print(&described(session, plugin.info(), &bytes)?)?;
    Ok(0)
}

/// What a plugin says of itself, with what its bytes tell.
#[derive(Serialize)]
struct Described<'a> {
    #[serde(flatten)]
    info: &'a PluginInfo,
    /// Bytes of the component.
    size: usize,
    /// Everything that it imports.
    imports: Vec<String>,
    /// Capabilities behind what it imports: without a grant they answer "denied".
    guarded: Vec<&'static str>,
    /// Whether it imports nothing but batuta's own interfaces.
    pure: bool,
}

fn described(session: &Session, info: &PluginInfo, component: &[u8]) -> anyhow::Result<String> {
    let imports = survey(&info.source, component).inspection.map(|it| it.imports).unwrap_or_default();
    let pure = imports.iter().all(|name| name.starts_with("batuta:plugin/"));
    let described = Described { info, size: component.len(), guarded: validate::guarded(&imports), imports, pure };
    if session.global.format == Format::Json {
        Ok(serde_json::to_string_pretty(&described)? + "\n")
    } else {
        Ok(inspect(&described))
    }
}

/// Make a component, see that it loads and says what it is, and only then write it.
fn pack(session: &Session, module: &Path, output: Option<&Path>, plugs: &[PathBuf]) -> CommandResult {
    let source = module.display().to_string();
    let bytes = session.system.read(module, MAX_COMPONENT as u64).with_context(|| format!("cannot pack {source}"))?;
    let component = componentize(&bytes).map_err(|error| {
        let remedy = "build a crate that calls `batuta_sdk::export_transpiler!` (or another export macro) for wasm32-unknown-unknown";
        Failure::with_remedy(error.context(format!("cannot make a component of {source}")), remedy)
    })?;
    let component = plugged(session, &source, component, plugs)?;
    let plugin = plugins::checked(&plugins::loader(session)?, &source, &component)?;
    let info = plugin.info();
    let path = output.map_or_else(|| format!("{}.wasm", info.manifest.name).into(), Path::to_owned);
    session.system.write(&path, &component).with_context(|| format!("cannot write {}", path.display()))?;
    let packed = PluginInfo { source: path.display().to_string(), ..info.clone() };
    session.print(&described(session, &packed, &component)?)?;
    Ok(0)
}

/// The component with its imports given by those in `plugs`.
fn plugged(session: &Session, source: &str, component: Vec<u8>, plugs: &[PathBuf]) -> Result<Vec<u8>, Failure> {
    if plugs.is_empty() {
        return Ok(component);
    }
    let read = |path: &PathBuf| {
        let shown = path.display().to_string();
        let bytes = session.system.read(path, MAX_COMPONENT as u64).with_context(|| format!("cannot plug {shown}"))?;
        Ok((shown, bytes))
    };
    let plugs = plugs.iter().map(read).collect::<anyhow::Result<Vec<_>>>()?;
    batuta_authoring::compose::plug((source, &component), &plugs).map_err(|error| {
        Failure::with_remedy(error, "give components that export what `batuta plugin inspect` shows among its imports")
    })
}

fn list(plugins: &[PluginInfo]) -> String {
    let width = plugins.iter().map(|info| info.manifest.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for info in plugins {
        let manifest = &info.manifest;
        let languages =
            if manifest.languages.is_empty() { String::new() } else { format!(" [{}]", manifest.languages.join(", ")) };
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "{:width$}  {}  {}{languages}  ({})",
            manifest.name, manifest.version, manifest.description, info.source
        );
    }
    text
}

fn inspect(described: &Described<'_>) -> String {
    let Described { info, size, imports, guarded, pure } = described;
    let manifest = &info.manifest;
    let roles: Vec<String> = manifest.roles.iter().map(|role| format!("{role:?}").to_lowercase()).collect();
    let wanted: Vec<String> =
        manifest.capabilities.iter().map(|w| format!("{} {} ({})", w.capability, w.detail, w.reason)).collect();
    let none = |list: &[String]| if list.is_empty() { "none".to_owned() } else { list.join(", ") };
    let guarded: Vec<String> = guarded.iter().map(|name| (*name).to_owned()).collect();
    let imported = imports.iter().map(|name| format!("\n                 {name}")).collect::<String>();
    let kind = if *pure { "nothing but batuta's own interfaces" } else { "WASI too, which is served inert" };
    [
        format!("{} {}\n  {}\n", manifest.name, manifest.version, manifest.description),
        format!("  roles        {}\n  languages    {}\n", none(&roles), none(&manifest.languages)),
        format!("  files        {}\n", none(&manifest.file_globs)),
        format!("  asks for     {}\n  could use    {}\n", none(&wanted), none(&guarded)),
        format!("  ABI          {}\n  size         {}\n", info.abi, size_text(*size)),
        format!("  imports      {kind}{imported}\n"),
        format!("  digest       {}\n  source       {}\n", info.digest, info.source),
    ]
    .concat()
}

/// Bytes for people.
pub(super) fn size_text(bytes: usize) -> String {
    if bytes < 1_000_000 { format!("{:.1} kB", bytes as f64 / 1e3) } else { format!("{:.1} MB", bytes as f64 / 1e6) }
}
