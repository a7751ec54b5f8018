//! `batuta plugin search`, `fetch` and `remove`

use super::{Desk, add};
use crate::args::LockScope;
use crate::commands::CommandResult;
use crate::failure::Failure;
use batuta_distribution::fetch::{Listing, fetch as get, search as look};
use batuta_distribution::{Error, Locked, Lockfile, Source, Store, store};
use semver::VersionReq;

/// What a folder or registry has.
pub(super) fn search(desk: &Desk<'_>, word: &str, from: &str) -> CommandResult {
    let source = Source::parse(desk.system(), from).map_err(Failure::of)?;
    let found = look(desk.system(), &source, word).map_err(Failure::of)?;
    let line = |it: &Listing| {
        let version = it.versions.first().map_or("-".to_owned(), ToString::to_string);
        format!("{}  {version}  {}  ({})\n", it.name, it.description, it.source)
    };
    let text: String = found.iter().map(line).collect();
    desk.say(if text.is_empty() { "nothing found\n" } else { &text }, &found)
}

/// Get what the lock names and the store lacks: exactly the locked bytes.
pub(super) fn fetch(desk: &Desk<'_>, scope: &LockScope) -> CommandResult {
    let lock = Lockfile::read(desk.system(), &desk.lock(scope)?).map_err(Failure::of)?;
    let shelf = Store::new(desk.system(), desk.places.plugins());
    let mut got = Vec::new();
    for plugin in lock.plugins() {
        if shelf.get(plugin).is_ok() {
            continue;
        }
        let bytes = exactly(desk, plugin)?;
        store::check(&format!("{} at {}", plugin.name, plugin.source), &plugin.digest, &bytes).map_err(Failure::of)?;
        shelf.put(&bytes).map_err(Failure::of)?;
        got.push(format!("{} {}", plugin.name, plugin.version));
    }
    let text: String = got.iter().map(|name| format!("fetched {name}\n")).collect();
    desk.say(if got.is_empty() { "everything is here\n" } else { &text }, &got)
}

/// The locked version from its source, or what the source has where it knows no versions.
fn exactly(desk: &Desk<'_>, plugin: &Locked) -> Result<Vec<u8>, Failure> {
    let source = Source::parse(desk.system(), &plugin.source).map_err(Failure::of)?;
    let Ok(requirement) = VersionReq::parse(&format!("={}", plugin.version)) else {
        return Ok(add::again(desk, plugin)?.bytes);
    };
    Ok(get(desk.system(), &source, Some(&plugin.name), &requirement).map_err(Failure::of)?.bytes)
}

/// Take a plugin out of the lock; its bytes stay, because other projects may use them.
pub(super) fn remove(desk: &Desk<'_>, name: &str, version: Option<&str>, scope: &LockScope) -> CommandResult {
    let path = desk.lock(scope)?;
    let mut lock = Lockfile::read(desk.system(), &path).map_err(Failure::of)?;
    let removed = lock.remove(name, version);
    if removed == 0 {
        return Err(Failure::of(Error::Unknown { kind: "plugin", name: name.into() }));
    }
    lock.write(desk.system(), &path).map_err(Failure::of)?;
    desk.say(&format!("removed {name}\n"), &serde_json::json!({ "removed": name, "versions": removed }))
}
