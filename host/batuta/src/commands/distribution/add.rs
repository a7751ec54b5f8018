//! `batuta plugin add` and `update`

use super::{Desk, admit::admit};
use crate::args::{Add, Admit};
use crate::commands::CommandResult;
use crate::failure::Failure;
use anyhow::Context;
use batuta_distribution::fetch::{Fetched, fetch};
use batuta_distribution::{Locked, Lockfile, Source, store};
use semver::VersionReq;
use serde::Serialize;

/// Get one plugin and lock it.
pub(super) fn add(desk: &Desk<'_>, add: &Add) -> CommandResult {
    let path = desk.lock(&add.admit.scope)?;
    let mut lock = Lockfile::read(desk.system(), &path).map_err(Failure::of)?;
    let source = Source::parse(desk.system(), &add.source).map_err(Failure::of)?;
    let requirement = requirement(&add.version)?;
    let fetched = fetch(desk.system(), &source, add.name.as_deref(), &requirement).map_err(Failure::of)?;
    if let Some(digest) = &add.digest {
        store::check(&fetched.origin, digest, &fetched.bytes).map_err(Failure::of)?;
    }
    let admitted = admit(desk, &fetched, &add.version, lock.plugins(), &add.admit)?;
    if add.beside {
        lock.add(admitted.locked.clone());
    } else {
        lock.replace(admitted.locked.clone());
    }
    lock.write(desk.system(), &path).map_err(Failure::of)?;
    desk.say(&admitted.text("added"), &admitted)
}

fn requirement(text: &str) -> Result<VersionReq, Failure> {
    if text.is_empty() {
        return Ok(VersionReq::STAR);
    }
    let parsed = VersionReq::parse(text).with_context(|| format!("`{text}` is no requirement of versions"));
    parsed.map_err(|error| Failure::with_remedy(error, "write it as Cargo does: ^0.3, =1.2.3, >=1, <2"))
}

/// What became of one plugin of the lock.
#[derive(Debug, Serialize)]
struct Updated {
    name: String,
    from: String,
    to: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    admitted: Option<super::admit::Admitted>,
}

/// Look for later versions of all locked plugins, or of one.
pub(super) fn update(desk: &Desk<'_>, name: Option<&str>, how: &Admit) -> CommandResult {
    let path = desk.lock(&how.scope)?;
    let mut lock = Lockfile::read(desk.system(), &path).map_err(Failure::of)?;
    let wanted: Vec<Locked> =
        lock.plugins().iter().filter(|plugin| name.is_none_or(|name| plugin.name == name)).cloned().collect();
    if let (Some(name), true) = (name, wanted.is_empty()) {
        return Err(Failure::of(batuta_distribution::Error::Unknown { kind: "plugin", name: name.into() }));
    }
    let mut all = Vec::new();
    for plugin in wanted {
        let updated = one(desk, &plugin, lock.plugins(), how)?;
        if let Some(admitted) = &updated.admitted {
            lock.remove(&plugin.name, Some(&plugin.version));
            lock.add(admitted.locked.clone());
            // Each is finished by itself: what fails later takes nothing back.
            lock.write(desk.system(), &path).map_err(Failure::of)?;
        }
        all.push(updated);
    }
    desk.say(&all.iter().map(Updated::text).collect::<String>(), &all)
}

fn one(desk: &Desk<'_>, plugin: &Locked, others: &[Locked], how: &Admit) -> Result<Updated, Failure> {
    let fetched = again(desk, plugin)?;
    let from = plugin.version.clone();
    if batuta_distribution::digest(&fetched.bytes) == plugin.digest {
        return Ok(Updated { name: plugin.name.clone(), to: from.clone(), from, admitted: None });
    }
    let admitted = admit(desk, &fetched, &plugin.requirement, others, how)?;
    if admitted.name != plugin.name {
        let error = anyhow::anyhow!(
            "{} now has a plugin called `{}` instead of `{}`",
            plugin.source,
            admitted.name,
            plugin.name
        );
        return Err(Failure::with_remedy(error, "remove the plugin, and add what you want"));
    }
    Ok(Updated { name: plugin.name.clone(), from, to: admitted.version.clone(), admitted: Some(admitted) })
}

/// What a locked plugin's source has now.
pub(super) fn again(desk: &Desk<'_>, plugin: &Locked) -> Result<Fetched, Failure> {
    let source = Source::parse(desk.system(), &plugin.source).map_err(Failure::of)?;
    let requirement = requirement(&plugin.requirement)?;
    fetch(desk.system(), &source, Some(&plugin.name), &requirement).map_err(Failure::of)
}

impl Updated {
    fn text(&self) -> String {
        match &self.admitted {
            Some(admitted) => format!("{} (was {})\n", admitted.text("updated").trim_end(), self.from),
            None => format!("{} {} is the newest that its requirement allows\n", self.name, self.from),
        }
    }
}
