//! `batuta plugin list` and `inspect`

use super::CommandResult;
use crate::args::{Format, Plugin};
use crate::failure::Failure;
use crate::plugins;
use crate::session::Session;
use batuta_runtime::plugin_set::{PluginInfo, PluginSet};
use std::fmt::Write;

/// Show plugins without running them.
pub(crate) fn run(session: &Session, plugin: Plugin) -> CommandResult {
    let set = plugins::load(session)?;
    let text = match plugin {
        Plugin::List if session.global.format == Format::Json => serde_json::to_string_pretty(set.plugins())? + "\n",
        Plugin::List => list(set.plugins()),
        Plugin::Inspect { name } => {
            let found = set.plugins().iter().find(|info| info.manifest.name == name);
            let info = found.ok_or_else(|| {
                Failure::with_remedy(
                    anyhow::anyhow!("no plugin is called `{name}`"),
                    "`batuta plugin list` shows those that are there",
                )
            })?;
            if session.global.format == Format::Json {
                serde_json::to_string_pretty(info)? + "\n"
            } else {
                inspect(info)
            }
        }
    };
    session.print(&text)?;
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
