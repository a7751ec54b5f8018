//! How old the versions are that a project asks for, from what registries say of packages, fetched by the user.
//!
//! The measure is the libyear of Cox, Bouwers, van Eekelen and Visser, "Measuring Dependency Freshness in Software Systems" (ICSE 2015):
//! the time between the release of the version that is used and that of the newest one. No clock is asked, so that the same files give
//! the same figures on any day. Nothing is fetched.

use super::documents::{self, same_name};
use super::version::{Requirement, Version};
use crate::error::Result;
use crate::report::DependencyAge;
use batuta_runtime::model::ProjectDependency;
use batuta_system::System;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Days in a year, as the Julian calendar has them.
const YEAR: f64 = 365.25;

/// What a registry says of one package.
#[derive(Deserialize)]
#[serde(untagged)]
enum Document {
    /// Of PyPI's JSON API.
    Python { info: Name, releases: BTreeMap<String, Vec<Upload>> },
    /// Of the API of crates.io.
    Rust {
        #[serde(rename = "crate")]
        package: Name,
        versions: Vec<Published>,
    },
    /// Of npm's registry.
    Node { name: String, time: BTreeMap<String, String> },
}

#[derive(Deserialize)]
struct Name {
    name: String,
}

#[derive(Deserialize)]
struct Upload {
    upload_time: String,
    #[serde(default)]
    yanked: bool,
}

#[derive(Deserialize)]
struct Published {
    num: String,
    created_at: String,
    #[serde(default)]
    yanked: bool,
}

/// A version and the day it came, both as text and counted from 1970.
#[derive(Clone)]
struct Release {
    version: Version,
    day: String,
    number: i64,
}

/// The age of every need that the documents at `path`, a file or a folder, know; in order of the needs.
///
/// # Errors
/// When the path is not there, or a file is no such document.
pub(crate) fn ages(system: &dyn System, path: &Path, needs: &[ProjectDependency]) -> Result<Vec<DependencyAge>> {
    let form = "not what a registry's JSON API says of a package (PyPI, crates.io, npm)";
    let mut known = Vec::new();
    for file in documents::files(system, "releases", path)? {
        known.push(releases(documents::read(system, "releases", &file, form)?));
    }
    let mut ages: Vec<DependencyAge> = needs.iter().map(|need| age(&known, need)).collect();
    ages.dedup();
    Ok(ages)
}

/// Its ecosystem, its name and its releases that were not taken back.
fn releases(document: Document) -> (&'static str, String, Vec<Release>) {
    match document {
        Document::Python { info, releases } => {
            let first = |uploads: Vec<Upload>| {
                uploads.into_iter().filter(|upload| !upload.yanked).map(|upload| upload.upload_time).min()
            };
            let dated = releases.into_iter().filter_map(|(version, uploads)| Some((version, first(uploads)?)));
            ("pip", info.name, dated.filter_map(|(version, time)| release("pip", &version, &time)).collect())
        }
        Document::Rust { package, versions } => {
            let there = versions.iter().filter(|version| !version.yanked);
            let dated = there.filter_map(|version| release("cargo", &version.num, &version.created_at));
            ("cargo", package.name, dated.collect())
        }
        // `created` and `modified` are no versions, and are dropped as such.
        Document::Node { name, time } => {
            let dated = time.iter().filter_map(|(version, time)| release("npm", version, time));
            ("npm", name, dated.collect())
        }
    }
}

fn release(ecosystem: &str, version: &str, time: &str) -> Option<Release> {
    let day = time.get(..10)?.to_owned();
    Some(Release { version: Version::read(ecosystem, version)?, number: number(&day)?, day })
}

fn age(known: &[(&'static str, String, Vec<Release>)], need: &ProjectDependency) -> DependencyAge {
    let is = |(ecosystem, name, _): &&(&str, String, Vec<Release>)| {
        *ecosystem == need.ecosystem && same_name(ecosystem, name, &need.name)
    };
    let releases = known.iter().find(is).map_or(&[][..], |(.., releases)| releases);
    let requirement = Requirement::read(&need.ecosystem, &need.requirement);
    let admitted = |release: &&Release| requirement.as_ref().is_none_or(|it| it.admits(&release.version));
    let highest = |a: &&Release, b: &&Release| a.version.cmp(&b.version);
    let stable = |release: &&Release| !release.version.is_preview();
    let newest = releases.iter().filter(stable).max_by(highest).or_else(|| releases.iter().max_by(highest));
    // A fresh install takes the newest stable version that the requirement admits, or the preview that it names.
    let used = releases.iter().filter(admitted).filter(stable).max_by(highest);
    let used = used.or_else(|| releases.iter().filter(admitted).max_by(highest));
    let years = used.zip(newest).map(|(used, newest)| (newest.number - used.number).max(0) as f64 / YEAR);
    DependencyAge {
        ecosystem: need.ecosystem.clone(),
        package: need.name.clone(),
        requirement: need.requirement.clone(),
        version: used.map(|release| release.version.to_string()),
        released: used.map(|release| release.day.clone()),
        newest: newest.map(|release| release.version.to_string()),
        newest_released: newest.map(|release| release.day.clone()),
        years,
    }
}

/// Days from 1970-01-01 to a day written `YYYY-MM-DD`, by Howard Hinnant's `days_from_civil`.
fn number(day: &str) -> Option<i64> {
    let mut parts = day.splitn(3, '-').map(str::parse::<i64>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(ecosystem: &str, name: &str, requirement: &str) -> ProjectDependency {
        let [ecosystem, name, requirement] = [ecosystem, name, requirement].map(str::to_owned);
        ProjectDependency { ecosystem, name, requirement }
    }

    fn known(text: &str) -> Vec<(&'static str, String, Vec<Release>)> {
        vec![releases(serde_json::from_str(text).unwrap())]
    }

    #[test]
    fn days_are_counted_as_calendars_do() {
        assert_eq!(number("1970-01-01"), Some(0));
        assert_eq!(number("2000-03-01"), Some(11_017));
        assert_eq!(number("2024-02-29"), Some(19_782));
        assert_eq!(number("2024-13-01"), None);
    }

    #[test]
    fn the_newest_version_that_is_admitted_is_held_against_the_newest_of_all() {
        let python = known(
            r#"{"info": {"name": "Some.Thing"}, "releases": {
                "1.0": [{"upload_time": "2020-01-01T10:00:00"}], "1.5": [{"upload_time": "2021-01-01T00:00:00"}],
                "1.6": [{"upload_time": "2021-06-01T00:00:00", "yanked": true}], "1.7": [],
                "2.0": [{"upload_time": "2023-01-01T00:00:00"}], "3.0rc1": [{"upload_time": "2024-01-01T00:00:00"}]}}"#,
        );
        let old = age(&python, &need("pip", "some-thing", "<2"));
        assert_eq!((old.version.as_deref(), old.newest.as_deref()), (Some("1.5"), Some("2.0")));
        assert!((old.years.unwrap() - 730.0 / YEAR).abs() < 1e-12, "{old:?}");
        assert_eq!(age(&python, &need("pip", "some-thing", "")).years, Some(0.0));
        assert_eq!(age(&python, &need("pip", "some-thing", ">=9")).years, None, "nothing is admitted");
        assert_eq!(age(&python, &need("cargo", "some-thing", "")).newest, None, "another registry");
    }

    #[test]
    fn registries_of_rust_and_node_are_read() {
        let rust = known(
            r#"{"crate": {"name": "a"}, "versions": [{"num": "0.2.0", "created_at": "2024-05-01T00:00:00Z", "yanked": false},
                {"num": "0.1.0", "created_at": "2024-01-01T00:00:00Z", "yanked": false}]}"#,
        );
        assert_eq!(age(&rust, &need("cargo", "a", "0.1")).released.as_deref(), Some("2024-01-01"));
        let node = known(
            r#"{"name": "b", "time": {"created": "2011-01-01T00:00:00Z", "modified": "2024-01-01T00:00:00Z",
                "1.0.0": "2012-01-01T00:00:00Z", "2.0.0": "2013-01-01T00:00:00Z"}}"#,
        );
        let pinned = age(&node, &need("npm", "b", "1.0.0"));
        assert_eq!(
            (pinned.released.as_deref(), pinned.newest_released.as_deref()),
            (Some("2012-01-01"), Some("2013-01-01"))
        );
    }
}
