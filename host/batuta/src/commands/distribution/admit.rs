//! Letting a plugin in: what it is, who made it, what it looks like, what it may do.

use super::Desk;
use crate::args::Admit;
use crate::failure::Failure;
use crate::session::tell;
use crate::{plugins, powers};
use anyhow::anyhow;
use batuta_distribution::fetch::Fetched;
use batuta_distribution::grants::Scope;
use batuta_distribution::trust::{Candidate, Signer};
use batuta_distribution::{Grants, Locked, Store, Trust, names};
use batuta_runtime::plugin_set::PluginInfo;
use serde::Serialize;
use std::io::{BufRead, IsTerminal};

/// A plugin that was let in.
#[derive(Debug, Serialize)]
pub(super) struct Admitted {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) digest: String,
    /// Who signed it, in words.
    pub(super) signed: String,
    /// What it may do.
    pub(super) granted: Vec<String>,
    /// What it asks for and may not do.
    pub(super) not_granted: Vec<String>,
    /// What the user should look at.
    pub(super) warnings: Vec<String>,
    #[serde(skip)]
    pub(super) locked: Locked,
}

/// Judge what was fetched, keep it in the store, and write the grants; the lock is the caller's.
pub(super) fn admit(
    desk: &Desk<'_>,
    fetched: &Fetched,
    requirement: &str,
    others: &[Locked],
    how: &Admit,
) -> Result<Admitted, Failure> {
    let loader = plugins::loader(desk.session)?;
    let plugin = plugins::checked(&loader, &fetched.origin, &fetched.bytes)?;
    let info = plugin.info();
    let (name, version) = (&info.manifest.name, &info.manifest.version);
    let digest = format!("sha256:{}", info.digest);
    let before = others.iter().rfind(|other| other.name == *name);
    let candidate = Candidate { name, version, digest: &digest, signature: fetched.signature.as_ref() };
    let trust = Trust::read(desk.system(), &desk.places.trust()).map_err(Failure::of)?;
    let signer = trust.judge(candidate, before, how.accept_key).map_err(Failure::of)?;
    let warnings = look_alikes(&loader, name, others)?;
    let grants = consent(desk, info, &digest, &how.allow)?;
    Store::new(desk.system(), desk.places.plugins()).put(&fetched.bytes).map_err(Failure::of)?;
    let wanted = powers::wanted(info);
    let given = powers::given(&wanted, grants.of(name, &digest));
    grants.write(desk.system(), &desk.places.grants()).map_err(Failure::of)?;
    let text = |scopes: Vec<Scope>| scopes.iter().map(ToString::to_string).collect::<Vec<_>>();
    Ok(Admitted {
        name: name.clone(),
        version: version.clone(),
        digest: digest.clone(),
        signed: match signer {
            Signer::Nobody => "not signed".into(),
            Signer::Known(who) => format!("signed by {who}"),
            Signer::FirstUse => "signed by a key that was not seen before; later versions must have the same".into(),
            Signer::Same => "signed by the key of the version before".into(),
        },
        not_granted: text(wanted.iter().filter(|want| !given.contains(want)).cloned().collect()),
        granted: text(given),
        warnings,
        locked: Locked {
            name: name.clone(),
            version: version.clone(),
            source: fetched.origin.clone(),
            requirement: if requirement == "*" { String::new() } else { requirement.to_owned() },
            digest,
            abi: info.abi.clone(),
            capabilities: text(wanted),
            key: fetched.signature.as_ref().map(|it| it.key.clone()),
            signature: fetched.signature.as_ref().map(|it| it.signature.clone()),
        },
    })
}

/// Refuse the name of a built-in plugin; warn of names that look like others.
fn look_alikes(loader: &batuta_runtime::Loader, name: &str, others: &[Locked]) -> Result<Vec<String>, Failure> {
    let built_in = plugins::built_in(loader)?;
    let own: Vec<&str> = built_in.iter().map(|plugin| plugin.info().manifest.name.as_str()).collect();
    if own.contains(&name) {
        let error = anyhow!("a plugin that comes with batuta is called `{name}`");
        return Err(Failure::with_remedy(
            error,
            "ask its author for another name, or use it once with `--plugin FILE`",
        ));
    }
    let known = own.into_iter().chain(others.iter().map(|other| other.name.as_str()));
    let like = names::confusable(name, known);
    Ok(like.map(|like| format!("its name looks like `{like}`: see that it is what you want")).into_iter().collect())
}

/// The grants with those of this plugin: what was allowed by flag, what the version before had, and what the user says now.
fn consent(desk: &Desk<'_>, info: &PluginInfo, digest: &str, allowed: &[Scope]) -> Result<Grants, Failure> {
    let mut grants = Grants::read(desk.system(), &desk.places.grants()).map_err(Failure::of)?;
    let name = &info.manifest.name;
    let wanted = powers::wanted(info);
    let known = [allowed, &grants.before(name)].concat();
    let mut given = powers::given(&wanted, &known);
    for want in &wanted {
        if !given.contains(want) && ask(info, want) {
            given.push(want.clone());
        }
    }
    if !given.is_empty() {
        grants.grant(name, digest, &given);
    }
    Ok(grants)
}

/// Ask at a terminal; no where there is none.
fn ask(info: &PluginInfo, want: &Scope) -> bool {
    if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        return false;
    }
    let matches = |it: &&batuta_runtime::model::Wanted| it.capability == want.capability && it.detail == want.detail;
    let reason = info.manifest.capabilities.iter().find(matches).map_or("", |it| it.reason.as_str());
    tell(&format!("{} {} asks for `{want}`: {reason}\nGrant it? [y/N] ", info.manifest.name, info.manifest.version));
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer).is_ok() && matches!(answer.trim(), "y" | "Y" | "yes")
}

impl Admitted {
    /// For people; `what` is `added` or `updated`.
    pub(super) fn text(&self, what: &str) -> String {
        let mut text = format!("{what} {} {} ({})\n  {}\n", self.name, self.version, self.digest, self.signed);
        for warning in &self.warnings {
            text += &format!("  warning: {warning}\n");
        }
        for granted in &self.granted {
            text += &format!("  granted: {granted}\n");
        }
        for denied in &self.not_granted {
            text += &format!("  not granted: {denied}; `batuta plugin grant {} {denied}` grants it\n", self.name);
        }
        text
    }
}
