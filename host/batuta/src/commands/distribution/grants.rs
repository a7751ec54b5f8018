//! `batuta plugin grants`, `grant` and `revoke`

use super::Desk;
use crate::commands::CommandResult;
use crate::failure::Failure;
use crate::{plugins, powers};
use anyhow::anyhow;
use batuta_distribution::grants::Scope;
use batuta_distribution::{Error, Grants};
use batuta_runtime::plugin_set::PluginSet;
use serde_json::json;

fn read(desk: &Desk<'_>) -> Result<Grants, Failure> {
    Grants::read(desk.system(), &desk.places.grants()).map_err(Failure::of)
}

/// Everything that was granted.
pub(super) fn show(desk: &Desk<'_>) -> CommandResult {
    let grants = read(desk)?;
    let line = |grant: &batuta_distribution::Grant| {
        let scopes: Vec<String> = grant.capabilities.iter().map(ToString::to_string).collect();
        format!("{}  {}\n  {}\n", grant.plugin, scopes.join(", "), grant.digest)
    };
    let text: String = grants.all().iter().map(line).collect();
    desk.say(if text.is_empty() { "nothing was granted\n" } else { &text }, &grants)
}

/// Grant what a plugin asks for; what it does not ask for would change nothing, and is refused.
pub(super) fn grant(desk: &Desk<'_>, name: &str, capabilities: &[Scope]) -> CommandResult {
    let set = plugins::load(desk.session, None)?;
    let info = set.plugins().iter().rfind(|info| info.manifest.name == name);
    let info = info.ok_or_else(|| Failure::of(Error::Unknown { kind: "plugin", name: name.into() }))?;
    let wanted = powers::wanted(info);
    for scope in capabilities {
        if scope.capability == "network" {
            let error = anyhow!("no plugin can be granted the network: this host has no interface to it");
            return Err(Failure::with_remedy(error, "get what the plugin needs yourself, and put it into the project"));
        }
        if !wanted.iter().any(|want| scope.covers(want)) {
            let asks: Vec<String> = wanted.iter().map(ToString::to_string).collect();
            let asks = if asks.is_empty() { "nothing".into() } else { asks.join(", ") };
            let error = anyhow!("{name} does not ask for `{scope}`, so granting it would change nothing");
            return Err(Failure::with_remedy(error, format!("it asks for: {asks}")));
        }
    }
    let digest = format!("sha256:{}", info.digest);
    let mut grants = read(desk)?;
    grants.grant(name, &digest, capabilities);
    grants.write(desk.system(), &desk.places.grants()).map_err(Failure::of)?;
    let text: String = capabilities.iter().map(|scope| format!("granted `{scope}` to {name} ({digest})\n")).collect();
    desk.say(&text, &json!({ "plugin": name, "digest": digest, "granted": capabilities }))
}

/// Take grants back.
pub(super) fn revoke(desk: &Desk<'_>, name: &str, capability: Option<&Scope>) -> CommandResult {
    let mut grants = read(desk)?;
    let taken = grants.revoke(name, capability);
    if taken == 0 {
        let what = capability.map_or(name.to_owned(), |scope| format!("{name}:{scope}"));
        return Err(Failure::of(Error::Unknown { kind: "grant", name: what }));
    }
    grants.write(desk.system(), &desk.places.grants()).map_err(Failure::of)?;
    desk.say(&format!("revoked {taken} of {name}\n"), &json!({ "plugin": name, "revoked": taken }))
}
