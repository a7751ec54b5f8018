//! CMake: `find_package`, `pkg_check_modules`, `find_library`, `target_link_libraries`.

use super::dependency;
use crate::source::{Class, scan, syntax};
use batuta_sdk::ProjectDependency;
use std::collections::BTreeSet;

/// Words in these commands that are no package.
const KEYWORDS: [&str; 22] = [
    "PUBLIC",
    "PRIVATE",
    "INTERFACE",
    "LINK_PUBLIC",
    "LINK_PRIVATE",
    "LINK_INTERFACE_LIBRARIES",
    "debug",
    "optimized",
    "general",
    "REQUIRED",
    "QUIET",
    "IMPORTED_TARGET",
    "GLOBAL",
    "NAMES",
    "PATHS",
    "HINTS",
    "NO_CMAKE_PATH",
    "NO_CMAKE_ENVIRONMENT_PATH",
    "STATIC",
    "SHARED",
    "EXACT",
    "MODULE",
];

/// What a CMake file looks for and links to, apart from its own targets.
pub(super) fn read(bytes: &[u8]) -> Vec<ProjectDependency> {
    let commands = commands(bytes);
    let own: BTreeSet<&String> = commands
        .iter()
        .filter(|(name, _)| name == "add_library" || name == "add_executable")
        .filter_map(|(_, words)| words.first())
        .collect();
    let mut found = Vec::new();
    for (name, words) in &commands {
        match name.as_str() {
            "find_package" => found.extend(package(words)),
            "pkg_check_modules" | "pkg_search_module" => {
                found.extend(words.iter().skip(1).filter_map(|word| module(word)))
            }
            "find_library" => found.extend(libraries(words, &own).take(1)),
            "target_link_libraries" | "link_libraries" => {
                let skip = usize::from(name.starts_with("target"));
                found.extend(libraries(&words[skip.min(words.len())..], &own));
            }
            _ => {}
        }
    }
    // A library of a package that was looked for adds nothing to it: `Threads::Threads`.
    found.retain(|wanted: &ProjectDependency| !wanted.name.contains("::"));
    found
}

fn package(words: &[String]) -> Option<ProjectDependency> {
    let version = words.get(1).filter(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    plain(words.first()?).then(|| dependency("system", &words[0], version.map_or("", String::as_str)))
}

fn module(word: &str) -> Option<ProjectDependency> {
    let end = word.find(['<', '>', '=']).unwrap_or(word.len());
    plain(word).then(|| dependency("system", &word[..end], &word[end..]))
}

fn libraries<'w>(words: &'w [String], own: &'w BTreeSet<&String>) -> impl Iterator<Item = ProjectDependency> + 'w {
    let known = |word: &&String| plain(word) && !own.contains(word);
    let name = |word: &'w String| word.strip_prefix("-l").unwrap_or(word);
    words
        .iter()
        .filter(known)
        .map(name)
        .filter(|name| !name.starts_with('-'))
        .map(|name| dependency("system", name, ""))
}

/// Neither a keyword nor computed.
fn plain(word: &str) -> bool {
    !word.is_empty() && !word.contains(['$', '/', '\\']) && !KEYWORDS.contains(&word)
}

/// Names (in lower case) and arguments of the commands, comments left out.
fn commands(bytes: &[u8]) -> Vec<(String, Vec<String>)> {
    let mut text = bytes.to_vec();
    scan(bytes, &syntax::CMAKE, |class, range| {
        if class == Class::Comment {
            text[range].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        }
    });
    let text = String::from_utf8_lossy(&text);
    let mut found = Vec::new();
    let mut rest: &str = &text;
    while let Some((before, after)) = rest.split_once('(') {
        let name =
            before.trim_end().rsplit(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next().unwrap_or_default();
        let end = after.find(')').unwrap_or(after.len());
        let words =
            after[..end].split(|c: char| c.is_whitespace() || c == ';' || c == '"').filter(|word| !word.is_empty());
        found.push((name.to_ascii_lowercase(), words.map(str::to_string).collect()));
        rest = &after[end..];
    }
    found
}
