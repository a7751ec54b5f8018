//! Makefiles: `-lNAME` where a program is linked, and packages that `pkg-config` is asked for.

use super::dependency;
use crate::source::{code_only, syntax};
use batuta_sdk::ProjectDependency;

/// How many calls of `pkg-config` are read on one line.
const MOST: usize = 16;

/// The libraries that a Makefile links to.
pub(super) fn read(bytes: &[u8]) -> Vec<ProjectDependency> {
    let code = code_only(bytes, &syntax::MAKE);
    let text = String::from_utf8_lossy(&code).replace("\\\n", " ");
    let mut found = Vec::new();
    for line in text.lines() {
        if links(line) {
            let words = line.split(|c: char| c.is_whitespace() || "\"'`()".contains(c));
            let libraries = words.filter_map(|word| word.strip_prefix("-l")).filter(|name| is_name(name));
            found.extend(libraries.map(|name| dependency("system", name, "")));
        }
        for (at, word) in line.match_indices("pkg-config").take(MOST) {
            found.extend(packages(&line[at + word.len()..]));
        }
    }
    found
}

/// Whether a line gives options to a linker: a variable of libraries or flags, or a call of a compiler.
fn links(line: &str) -> bool {
    if line.starts_with('\t') {
        const COMPILERS: [&str; 10] =
            ["$(CC)", "${CC}", "$(CXX)", "${CXX}", "$(LD)", "$(LINK", "gcc", "g++", "clang", "cc "];
        return COMPILERS.iter().any(|compiler| line.contains(compiler));
    }
    let name = line.split(['=', ':', '+', '?']).next().unwrap_or_default().trim();
    line.contains('=') && ["LIB", "LD", "FLAGS", "LINK"].iter().any(|part| name.to_ascii_uppercase().contains(part))
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "_+.-".contains(c))
}

/// What follows `pkg-config` up to the end of the command: options, packages, `'package >= version'`.
fn packages(asked: &str) -> Vec<ProjectDependency> {
    let command = asked.split([')', '`', ';', '|', '&']).next().unwrap_or_default();
    let mut found: Vec<ProjectDependency> = Vec::new();
    let mut words = command.split(|c: char| c.is_whitespace() || c == '\'' || c == '"').filter(|word| !word.is_empty());
    while let Some(word) = words.next() {
        if [">=", "<=", "=", ">", "<"].contains(&word) {
            let version = words.next().unwrap_or_default();
            found.iter_mut().last().into_iter().for_each(|last| last.requirement = format!("{word} {version}"));
        } else if is_name(word) {
            found.push(dependency("system", word, ""));
        }
    }
    found
}
