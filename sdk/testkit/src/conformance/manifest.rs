//! A plugin's statement of itself.

use crate::report::Failure;
use batuta_sdk::{Manifest, Role};

/// What is wrong with `manifest`.
pub(crate) fn check(manifest: &Manifest) -> Vec<Failure> {
    let name = &manifest.name;
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let numbers: Vec<&str> = manifest.version.split(['-', '+']).next().unwrap_or_default().split('.').collect();
    let version = numbers.len() == 3 && numbers.iter().all(|number| number.parse::<u32>().is_ok());
    let rules = [
        (
            !name.is_empty() && name.len() <= 64 && name.chars().all(letters),
            "the name wants lower-case letters, digits and -",
        ),
        (version, "the version is not semantic"),
        (!manifest.description.trim().is_empty(), "there is no description"),
        (!manifest.roles.is_empty(), "there is no role"),
        (
            !manifest.roles.contains(&Role::Transpiler) || !manifest.languages.is_empty(),
            "a transpiler names the languages that it converts",
        ),
    ];
    let broken = rules.into_iter().filter(|(holds, _)| !holds);
    broken.map(|(_, rule)| Failure::new(name, "manifest", rule)).collect()
}
