//! `batuta plugin list`, `inspect` and `pack`

use super::CommandResult;
use crate::args::{Format, Plugin};
use crate::failure::Failure;
use crate::plugins;
use crate::session::Session;
use anyhow::Context;
use batuta_runtime::plugin_set::{PluginInfo, PluginSet};
use batuta_runtime::{MAX_COMPONENT, componentize};
use batuta_system::System;
use std::fmt::Write;
use std::path::Path;

/// Show plugins without running them, or do what `distribution` does.
pub(crate) fn run(session: &Session, plugin: Plugin) -> CommandResult {
    if let Plugin::Trust(trust) = plugin {
        return super::distribution::run(session, trust);
    }
    if let Plugin::Pack { module, output } = &plugin {
        return pack(session, module, output.as_deref());
    }
    let set = plugins::load(session, None)?;
    let text = match plugin {
        Plugin::Pack { .. } | Plugin::Trust(_) => String::new(),
        Plugin::List if session.global.format == Format::Json => serde_json::to_string_pretty(set.plugins())? + "\n",
        Plugin::List => list(set.plugins()),
        Plugin::Inspect { name } if name.ends_with(".wasm") || name.contains('/') => {
            let plugin = plugins::given(session, &plugins::loader(session)?, Path::new(&name))?;
            described(session, plugin.info())?
        }
        Plugin::Inspect { name } => {
            let found = set.plugins().iter().find(|info| info.manifest.name == name);
            let info = found.ok_or_else(|| {
                Failure::with_remedy(
                    anyhow::anyhow!("no plugin is called `{name}`"),
                    "`batuta plugin list` shows those that are there",
                )
            })?;
            described(session, info)?
        }
    };
    session.print(&text)?;
    Ok(0)
}

fn described(session: &Session, info: &PluginInfo) -> anyhow::Result<String> {
    if session.global.format == Format::Json {
        Ok(serde_json::to_string_pretty(info)? + "\n")
    } else {
        Ok(inspect(info))
    }
}

/// Make a component, see that it loads and says what it is, and only then write it.
fn pack(session: &Session, module: &Path, output: Option<&Path>) -> CommandResult {
    let source = module.display().to_string();
    let bytes = session.system.read(module, MAX_COMPONENT as u64).with_context(|| format!("cannot pack {source}"))?;
    let component = componentize(&bytes).map_err(|error| {
        let remedy = "build a crate that calls `batuta_sdk::export_transpiler!` (or another export macro) for wasm32-unknown-unknown";
        Failure::with_remedy(error.context(format!("cannot make a component of {source}")), remedy)
    })?;
    let plugin = plugins::checked(&plugins::loader(session)?, &source, &component)?;
    let info = plugin.info();
    let path = output.map_or_else(|| format!("{}.wasm", info.manifest.name).into(), Path::to_owned);
    session.system.write(&path, &component).with_context(|| format!("cannot write {}", path.display()))?;
    let packed = PluginInfo { source: path.display().to_string(), ..info.clone() };
    session.print(&described(session, &packed)?)?;
    Ok(0)
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

fn inspect(info: &PluginInfo) -> String {
    let manifest = &info.manifest;
    let roles: Vec<String> = manifest.roles.iter().map(|role| format!("{role:?}").to_lowercase()).collect();
    let wanted: Vec<String> =
        manifest.capabilities.iter().map(|w| format!("{} {} ({})", w.capability, w.detail, w.reason)).collect();
    let none = |list: &[String]| if list.is_empty() { "none".to_owned() } else { list.join(", ") };
    format!(
        "{} {}\n  {}\n  roles        {}\n  languages    {}\n  asks for     {}\n  ABI          {}\n  digest       {}\n  source       {}\n",
        manifest.name,
        manifest.version,
        manifest.description,
        none(&roles),
        none(&manifest.languages),
        none(&wanted),
        info.abi,
        info.digest,
        info.source,
    )
}
