//! Known weaknesses of what a project needs, from advisories on this machine.
//!
//! The form is OSV's (<https://ossf.github.io/osv-schema/>), in which the databases of PyPI, RustSec, npm and Go are published: one JSON
//! file per advisory, or a list of them in one. Nothing is fetched.

use super::documents::{self, same_name};
use super::version::{Requirement, Version};
use crate::error::Result;
use crate::report::Advisory;
use batuta_runtime::model::ProjectDependency;
use batuta_system::System;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::Path;

#[derive(Deserialize)]
struct Entry {
    id: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    summary: String,
    #[serde(default)]
    published: String,
    withdrawn: Option<String>,
    #[serde(default)]
    affected: Vec<Affected>,
}

#[derive(Deserialize)]
struct Affected {
    package: Option<Package>,
    #[serde(default)]
    ranges: Vec<Range>,
    #[serde(default)]
    versions: Vec<String>,
}

#[derive(Deserialize)]
struct Package {
    ecosystem: String,
    name: String,
}

#[derive(Deserialize)]
struct Range {
    #[serde(default)]
    events: Vec<Event>,
    #[serde(rename = "type", default)]
    kind: String,
}

#[derive(Deserialize)]
struct Event {
    introduced: Option<String>,
    fixed: Option<String>,
    last_affected: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Document {
    One(Box<Entry>),
    Many(Vec<Entry>),
}

/// What the advisories at `path`, a file or a folder, say of these needs.
///
/// # Errors
/// When the path is not there, or a file is no advisory: silence would look like safety.
pub(crate) fn find(system: &dyn System, path: &Path, needs: &[ProjectDependency]) -> Result<Vec<Advisory>> {
    let mut found = Vec::new();
    let form = "no advisory in OSV's JSON form; give a file or a folder of such files";
    for file in documents::files(system, "advisories", path)? {
        let entries = match documents::read(system, "advisories", &file, form)? {
            Document::One(entry) => vec![*entry],
            Document::Many(entries) => entries,
        };
        for entry in entries.iter().filter(|entry| entry.withdrawn.is_none()) {
            found.extend(needs.iter().filter_map(|need| judge(entry, need)));
        }
    }
    found.sort_by(|a, b| (&a.ecosystem, &a.package, &a.id).cmp(&(&b.ecosystem, &b.package, &b.id)));
    found.dedup();
    Ok(found)
}

/// OSV's name of an ecosystem of ours.
fn ecosystem(ours: &str) -> Option<&'static str> {
    Some(match ours {
        "pip" => "PyPI",
        "cargo" => "crates.io",
        "npm" => "npm",
        "go" => "Go",
        _ => return None,
    })
}

fn judge(entry: &Entry, need: &ProjectDependency) -> Option<Advisory> {
    let theirs = ecosystem(&need.ecosystem)?;
    let is = |package: &Package| {
        let base = package.ecosystem.split(':').next().unwrap_or_default();
        base == theirs && same_name(&need.ecosystem, &package.name, &need.name)
    };
    let affected: Vec<&Affected> =
        entry.affected.iter().filter(|affected| affected.package.as_ref().is_some_and(is)).collect();
    if affected.is_empty() {
        return None;
    }
    let requirement = Requirement::read(&need.ecosystem, &need.requirement);
    let listed: BTreeSet<Version> =
        affected.iter().flat_map(|affected| candidates(affected, &need.ecosystem)).collect();
    let lowest = requirement.as_ref().and_then(Requirement::pinned_or_lowest);
    let hit = |version: &Version| affected.iter().any(|affected| affects(affected, &need.ecosystem, version));
    let admits = |version: &Version| requirement.as_ref().is_none_or(|requirement| requirement.admits(version));
    let certain = requirement.as_ref().and_then(Requirement::pinned).is_some();
    let version = listed.into_iter().chain(lowest).filter(|version| hit(version) && admits(version)).max()?;
    let fixed = affected.iter().flat_map(|affected| &affected.ranges).filter(|range| range.kind != "GIT");
    let fixed = fixed.flat_map(|range| &range.events).filter_map(|event| event.fixed.as_deref());
    let fixed = fixed.filter_map(|text| Version::read(&need.ecosystem, text)).filter(|fixed| *fixed > version).min();
    // Who asks for no version gets the newest, which has the mend.
    if requirement.is_none() && fixed.is_some() {
        return None;
    }
    Some(Advisory {
        id: entry.id.clone(),
        aliases: entry.aliases.clone(),
        ecosystem: need.ecosystem.clone(),
        package: need.name.clone(),
        requirement: need.requirement.clone(),
        version: version.to_string(),
        certain,
        fixed: fixed.map(|fixed| fixed.to_string()),
        summary: entry.summary.clone(),
        published: entry.published.clone(),
    })
}

/// Versions that an advisory names as affected.
fn candidates(affected: &Affected, ecosystem: &str) -> Vec<Version> {
    let events = affected.ranges.iter().filter(|range| range.kind != "GIT").flat_map(|range| &range.events);
    let named = events.filter_map(|event| event.introduced.as_deref().or(event.last_affected.as_deref()));
    named
        .chain(affected.versions.iter().map(String::as_str))
        .filter_map(|text| Version::read(ecosystem, text))
        .collect()
}

/// OSV's rule: a version is affected when it is listed, or lies behind an `introduced` and not behind the `fixed` that ends it.
fn affects(affected: &Affected, ecosystem: &str, version: &Version) -> bool {
    let read = |text: &Option<String>| text.as_deref().and_then(|text| Version::read(ecosystem, text));
    let listed = affected.versions.iter().filter_map(|text| Version::read(ecosystem, text)).any(|it| it == *version);
    listed
        || affected.ranges.iter().filter(|range| range.kind != "GIT").any(|range| {
            let mut inside = false;
            for event in &range.events {
                if event.introduced.as_deref() == Some("0")
                    || read(&event.introduced).is_some_and(|from| *version >= from)
                {
                    inside = true;
                }
                if read(&event.fixed).is_some_and(|fixed| *version >= fixed)
                    || read(&event.last_affected).is_some_and(|last| *version > last)
                {
                    inside = false;
                }
            }
            inside
        })
}
