//! How a project is built: compile flags and which units make which program.

mod cmake;
mod compile_commands;
mod makefile;

use crate::front::Flags;
use batuta_sdk::Context;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What the build files near a unit say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Settings {
    /// Flags for every unit.
    pub defines: Vec<String>,
    /// Folders, relative to the project.
    pub include_paths: Vec<String>,
    /// Flags for single units.
    pub units: BTreeMap<String, (Vec<String>, Vec<String>)>,
    /// Program name and the units that make it.
    pub programs: BTreeMap<String, BTreeSet<String>>,
}

impl Settings {
    /// The flags of one unit.
    pub(crate) fn flags(&self, path: &str) -> Flags {
        let mut flags = Flags { defines: self.defines.clone(), include_paths: self.include_paths.clone() };
        if let Some((defines, paths)) = self.units.get(path) {
            flags.defines.extend(defines.iter().cloned());
            flags.include_paths.extend(paths.iter().cloned());
        }
        flags
    }
}

/// Look for build files beside a unit and above it.
pub(crate) fn settings(path: &str, cx: &mut Context<'_>) -> Settings {
    let mut folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut top = None;
    loop {
        let at = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        if let Some(file) = cx.open(&at("compile_commands.json"))
            && let Some(settings) = file.text().and_then(|text| compile_commands::parse(text, folder))
        {
            return settings;
        }
        for name in ["Makefile", "makefile", "GNUmakefile"] {
            if let Some(file) = cx.open(&at(name))
                && let Some(text) = file.text()
            {
                return makefile::parse(text, folder);
            }
        }
        // A file of CMake says of the folders below it too.
        if cx.open(&at("CMakeLists.txt")).is_some() {
            top = Some(folder);
        }
        match folder.rsplit_once('/') {
            Some((above, _)) => folder = above,
            None if folder.is_empty() => return top.map_or_else(Settings::default, |folder| of_cmake(folder, cx)),
            None => folder = "",
        }
    }
}

fn of_cmake(folder: &str, cx: &mut Context<'_>) -> Settings {
    let path = if folder.is_empty() { "CMakeLists.txt".to_owned() } else { format!("{folder}/CMakeLists.txt") };
    let Some(file) = cx.open(&path) else { return Settings::default() };
    let text = file.text().unwrap_or_default().to_owned();
    cmake::parse(&text, folder, cx)
}

/// What stands for text that only running a command would give.
const UNKNOWN: char = '\u{1}';

/// The words of a command line as a shell splits them; quotes are gone.
fn shell_words(text: &str) -> Vec<String> {
    let (mut out, mut word) = (vec![], None::<String>);
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            c if c.is_whitespace() => out.extend(word.take()),
            '\'' => word.get_or_insert_default().extend(chars.by_ref().take_while(|c| *c != '\'')),
            '"' => {
                let word = word.get_or_insert_default();
                while let Some(c) = chars.next().filter(|c| *c != '"') {
                    word.push(if c == '\\' { chars.next().unwrap_or(c) } else { c });
                }
            }
            '\\' => word.get_or_insert_default().extend(chars.next()),
            c => word.get_or_insert_default().push(c),
        }
    }
    out.extend(word);
    out
}

/// `-D` and `-I` among the words of a command line; what nobody knows the value of is left out.
fn flags_of<'a>(words: impl Iterator<Item = &'a str>, folder: &str) -> (Vec<String>, Vec<String>) {
    let (mut defines, mut paths) = (vec![], vec![]);
    let mut words = words.peekable();
    while let Some(word) = words.next() {
        let Some((kind, rest)) = ["-D", "-I"].iter().find_map(|kind| word.strip_prefix(kind).map(|rest| (*kind, rest)))
        else {
            continue;
        };
        let value = if rest.is_empty() { words.next().unwrap_or_default() } else { rest };
        if value.contains(UNKNOWN) {
            continue;
        }
        if kind == "-D" {
            defines.push(value.to_owned());
        } else if let Some(path) = crate::front::join(folder, value) {
            paths.push(path);
        }
    }
    (defines, paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_split_as_a_shell_does() {
        let text = r#"cc -DV='"a b"' -DW=\"1.2\" "-DX=\"y z\"" -I inc -D N -DE="#;
        let words = shell_words(text);
        let (defines, paths) = flags_of(words.iter().map(String::as_str), "src");
        assert_eq!(defines, ["V=\"a b\"", "W=\"1.2\"", "X=\"y z\"", "N", "E="]);
        assert_eq!(paths, ["src/inc"]);
    }
}
