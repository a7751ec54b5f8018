//! Versions and requirements, by the rules of the ecosystem that they are of: PEP 440 for PyPI, semantic versions for the others.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A version; those of different rules are never compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Version {
    Pep(pep440_rs::Version),
    Semantic(semver::Version),
}

impl Version {
    /// A version of an ecosystem as batuta names it; none when it is not written by its rules.
    pub(super) fn read(ecosystem: &str, text: &str) -> Option<Self> {
        let text = text.trim();
        match ecosystem {
            "pip" => pep440_rs::Version::from_str(text).ok().map(Version::Pep),
            _ => semver::Version::parse(&filled(text.trim_start_matches('v'))).ok().map(Version::Semantic),
        }
    }

    /// Is it a preview of one to come, which nobody gets who does not ask for it?
    pub(super) fn is_preview(&self) -> bool {
        match self {
            Version::Pep(version) => version.any_prerelease(),
            Version::Semantic(version) => !version.pre.is_empty(),
        }
    }
}

/// `1` and `1.2` as `1.0.0` and `1.2.0`.
fn filled(text: &str) -> String {
    let end = text.find(['-', '+']).unwrap_or(text.len());
    let (numbers, rest) = text.split_at(end);
    let missing = 3usize.saturating_sub(numbers.split('.').count());
    format!("{numbers}{}{rest}", ".0".repeat(missing))
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Version::Pep(a), Version::Pep(b)) => a.cmp(b),
            (Version::Semantic(a), Version::Semantic(b)) => a.cmp_precedence(b).then_with(|| a.cmp(b)),
            (Version::Pep(_), Version::Semantic(_)) => Ordering::Less,
            (Version::Semantic(_), Version::Pep(_)) => Ordering::Greater,
        }
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Version::Pep(version) => version.fmt(f),
            Version::Semantic(version) => version.fmt(f),
        }
    }
}

/// What a manifest asks for.
#[derive(Debug)]
pub(super) enum Requirement {
    Pep(pep440_rs::VersionSpecifiers),
    Semantic(semver::VersionReq),
    Exactly(Version),
}

impl Requirement {
    /// The requirement as a manifest has it; none where it asks for nothing, or in a form that is not understood: any version may come.
    pub(super) fn read(ecosystem: &str, text: &str) -> Option<Self> {
        let text = text.split(';').next().unwrap_or(text).trim();
        match ecosystem {
            _ if text.is_empty() || text == "*" => None,
            "pip" => pep440_rs::VersionSpecifiers::from_str(text).ok().map(Requirement::Pep),
            "go" => Version::read(ecosystem, text).map(Requirement::Exactly),
            // npm writes an exact version without a sign, and alternatives with `||`, which are not read.
            "npm" if text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains([' ', 'x', '*']) => {
                Version::read(ecosystem, text).map(Requirement::Exactly)
            }
            _ => semver::VersionReq::parse(text).ok().map(Requirement::Semantic),
        }
    }

    /// May this version be chosen?
    pub(super) fn admits(&self, version: &Version) -> bool {
        match (self, version) {
            (Requirement::Pep(wanted), Version::Pep(version)) => wanted.contains(version),
            (Requirement::Semantic(wanted), Version::Semantic(version)) => wanted.matches(version),
            (Requirement::Exactly(wanted), version) => wanted == version,
            _ => false,
        }
    }

    /// The only version that it admits.
    pub(super) fn pinned(&self) -> Option<Version> {
        match self {
            Requirement::Exactly(version) => Some(version.clone()),
            Requirement::Semantic(wanted) => match &wanted.comparators[..] {
                [one] if one.op == semver::Op::Exact && one.minor.is_some() && one.patch.is_some() => lowest(one),
                _ => None,
            },
            Requirement::Pep(wanted) => {
                let one = wanted.iter().next().filter(|_| wanted.len() == 1)?;
                use pep440_rs::Operator::{Equal, ExactEqual};
                matches!(one.operator(), Equal | ExactEqual).then(|| Version::Pep(one.version().clone()))
            }
        }
    }

    /// The version that it pins, or the lowest that it names and admits.
    pub(super) fn pinned_or_lowest(&self) -> Option<Version> {
        let named: Vec<Version> = match self {
            Requirement::Exactly(version) => vec![version.clone()],
            Requirement::Semantic(wanted) => wanted.comparators.iter().filter_map(lowest).collect(),
            Requirement::Pep(wanted) => wanted.iter().map(|one| Version::Pep(one.version().clone())).collect(),
        };
        named.into_iter().filter(|version| self.admits(version)).min()
    }
}

fn lowest(one: &semver::Comparator) -> Option<Version> {
    let pre = if one.pre.is_empty() { String::new() } else { format!("-{}", one.pre) };
    let text = format!("{}.{}.{}{pre}", one.major, one.minor.unwrap_or(0), one.patch.unwrap_or(0));
    semver::Version::parse(&text).ok().map(Version::Semantic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(ecosystem: &str, text: &str) -> Version {
        Version::read(ecosystem, text).unwrap()
    }

    #[test]
    fn versions_are_ordered_by_the_rules_of_their_ecosystem() {
        for (ecosystem, less, more) in [
            ("pip", "1.0rc1", "1.0"),
            ("pip", "1.9", "1.10"),
            ("cargo", "1.0.0-rc.1", "1.0.0"),
            ("go", "v1.2", "1.2.1"),
        ] {
            assert!(version(ecosystem, less) < version(ecosystem, more), "{less} {more}");
        }
        assert_eq!(Version::read("cargo", "latest"), None);
    }

    #[test]
    fn requirements_admit_and_pin() {
        let read = |ecosystem, text| Requirement::read(ecosystem, text).unwrap();
        assert_eq!(read("pip", "==2.31.0").pinned(), Some(version("pip", "2.31.0")));
        assert!(
            read("pip", ">=1.0,<2").admits(&version("pip", "1.5")) && !read("pip", "<2").admits(&version("pip", "2.0"))
        );
        assert_eq!(read("cargo", "1.2").pinned(), None);
        assert_eq!(read("cargo", "=1.2.3").pinned(), Some(version("cargo", "1.2.3")));
        assert_eq!(read("cargo", "1.2").pinned_or_lowest(), Some(version("cargo", "1.2.0")));
        assert_eq!(read("npm", "4.17.20").pinned(), Some(version("npm", "4.17.20")));
        assert_eq!(read("go", "v1.3.0").pinned(), Some(version("go", "1.3.0")));
        assert!(Requirement::read("pip", "").is_none() && Requirement::read("npm", ">=1 || 3").is_none());
    }
}
