//! CMake projects, as far as they say which units make a program and with which flags.

mod commands;
mod condition;

use super::Settings;
use crate::front::join;
use batuta_sdk::Context;
use commands::{Argument, Command, commands};
use std::collections::{BTreeMap, BTreeSet};

/// Rounds of loops, and files within files, beyond which nothing more is read.
const LIMIT: usize = 1_000;

/// A target that is built.
#[derive(Default)]
struct Target {
    program: bool,
    units: BTreeSet<String>,
    defines: Vec<String>,
    include_paths: Vec<String>,
    links: Vec<String>,
}

/// What is known while files are read.
struct Reader<'a, 'b> {
    cx: &'a mut Context<'b>,
    targets: BTreeMap<String, Target>,
    /// Each variable as the list that it is.
    variables: BTreeMap<String, Vec<String>>,
    /// The folder of the file, and what it says for all of its targets.
    folder: String,
    defines: Vec<String>,
    include_paths: Vec<String>,
    /// Sources are looked for, which is not done here: any unit may belong to any target.
    globs: bool,
    left: usize,
}

/// Read the file in `folder`, and those in the folders that it adds.
pub(super) fn parse(text: &str, folder: &str, cx: &mut Context<'_>) -> Settings {
    let mut reader = Reader {
        cx,
        targets: BTreeMap::new(),
        variables: BTreeMap::new(),
        folder: folder.to_owned(),
        defines: vec![],
        include_paths: vec![],
        globs: false,
        left: LIMIT,
    };
    for name in ["CMAKE_SOURCE_DIR", "PROJECT_SOURCE_DIR", "CMAKE_CURRENT_SOURCE_DIR", "CMAKE_CURRENT_LIST_DIR"] {
        reader.variables.insert(name.to_owned(), vec![place(folder)]);
    }
    for (name, value) in [("CMAKE_C_COMPILER_ID", "GNU"), ("CMAKE_SYSTEM_NAME", "Linux"), ("UNIX", "1"), ("LINUX", "1")]
    {
        reader.variables.insert(name.to_owned(), vec![value.to_owned()]);
    }
    reader.file(text);
    let mut out = settings(&reader.targets);
    if reader.globs {
        for target in reader.targets.values() {
            target.defines.iter().for_each(|define| add(&mut out.defines, define));
            target.include_paths.iter().for_each(|path| add(&mut out.include_paths, path));
        }
    }
    out
}

/// A folder as a value: `/` in front tells it from what is relative to the folder of a file.
fn place(folder: &str) -> String {
    format!("/{folder}")
}

fn settings(targets: &BTreeMap<String, Target>) -> Settings {
    let mut out = Settings::default();
    for (name, target) in targets {
        let mut all = BTreeSet::new();
        linked(name, targets, &mut all);
        let known = || all.iter().filter_map(|name| targets.get(*name));
        for unit in &target.units {
            let (defines, paths) = out.units.entry(unit.clone()).or_default();
            known().flat_map(|it| &it.defines).for_each(|define| add(defines, define));
            known().flat_map(|it| &it.include_paths).for_each(|path| add(paths, path));
        }
        if target.program {
            out.programs.insert(name.clone(), known().flat_map(|it| it.units.iter().cloned()).collect());
        }
    }
    out
}

fn add(list: &mut Vec<String>, value: &str) {
    if !list.iter().any(|known| known == value) {
        list.push(value.to_owned());
    }
}

/// A target and all that it links to.
fn linked<'t>(name: &'t str, targets: &'t BTreeMap<String, Target>, out: &mut BTreeSet<&'t str>) {
    if out.insert(name) {
        targets.get(name).iter().flat_map(|target| &target.links).for_each(|link| linked(link, targets, out));
    }
}

impl Reader<'_, '_> {
    fn file(&mut self, text: &str) {
        let all = commands(text);
        self.run(&all);
    }

    fn run(&mut self, all: &[Command]) {
        let mut at = 0;
        while let Some(command) = all.get(at) {
            if self.left == 0 {
                return;
            }
            at = match command.name.as_str() {
                "if" => self.conditional(all, at),
                "foreach" => self.each(all, at),
                "function" | "macro" | "while" => block_end(all, at) + 1,
                _ => {
                    self.one(command);
                    at + 1
                }
            };
        }
    }

    /// The branch that is taken; gives where it goes on.
    fn conditional(&mut self, all: &[Command], at: usize) -> usize {
        let end = block_end(all, at);
        let mut marks = vec![at];
        let mut depth = 0usize;
        for (number, command) in all.iter().enumerate().take(end).skip(at) {
            match command.name.as_str() {
                "if" => depth += 1,
                "endif" => depth -= 1,
                "else" | "elseif" if depth == 1 => marks.push(number),
                _ => {}
            }
        }
        for (number, mark) in marks.iter().enumerate() {
            let command = &all[*mark];
            if command.name == "else" || condition::holds(&command.arguments, &self.variables) {
                let stop = marks.get(number + 1).copied().unwrap_or(end);
                self.run(&all[mark + 1..stop]);
                break;
            }
        }
        end + 1
    }

    fn each(&mut self, all: &[Command], at: usize) -> usize {
        let end = block_end(all, at);
        let words = self.values(&all[at].arguments);
        if let Some((name, rest)) = words.split_first() {
            let items: Vec<String> = match rest {
                [inside, kind, lists @ ..] if inside == "IN" && kind == "LISTS" => {
                    lists.iter().flat_map(|list| self.variables.get(list).cloned().unwrap_or_default()).collect()
                }
                [inside, kind, items @ ..] if inside == "IN" && kind == "ITEMS" => items.to_vec(),
                items => items.to_vec(),
            };
            for item in items {
                self.left = self.left.saturating_sub(1);
                self.variables.insert(name.clone(), vec![item]);
                self.run(&all[at + 1..end.min(all.len())]);
            }
        }
        end + 1
    }

    fn one(&mut self, command: &Command) {
        let words = self.values(&command.arguments);
        let Some((first, rest)) = words.split_first() else { return };
        match command.name.as_str() {
            "set" => {
                let scope = rest.iter().position(|word| word == "CACHE" || word == "PARENT_SCOPE");
                self.variables.insert(first.clone(), rest[..scope.unwrap_or(rest.len())].to_vec());
            }
            "unset" => _ = self.variables.remove(first),
            "option" => {
                let value = rest.get(1).cloned().unwrap_or_else(|| "OFF".to_owned());
                self.variables.entry(first.clone()).or_insert_with(|| vec![value]);
            }
            "project" => _ = self.variables.insert("PROJECT_NAME".into(), vec![first.clone()]),
            "list" if first == "APPEND" => {
                if let Some((name, values)) = rest.split_first() {
                    self.variables.entry(name.clone()).or_default().extend(values.iter().cloned());
                }
            }
            "file" => self.globs |= first.starts_with("GLOB"),
            "aux_source_directory" => self.globs = true,
            "add_executable" | "add_library" => self.target(&command.name, first, rest),
            "target_sources" => {
                let units = self.units(rest);
                self.targets.entry(first.clone()).or_default().units.extend(units);
            }
            "target_link_libraries" => {
                let links = rest.iter().filter(|word| !is_keyword(word)).cloned();
                self.targets.entry(first.clone()).or_default().links.extend(links);
            }
            "target_include_directories" => {
                let paths = self.folders(rest);
                self.targets.entry(first.clone()).or_default().include_paths.extend(paths);
            }
            "target_compile_definitions" => {
                let defines = rest.iter().filter(|word| !is_keyword(word)).map(|word| bare(word));
                self.targets.entry(first.clone()).or_default().defines.extend(defines);
            }
            "target_compile_options" => {
                let defines = rest.iter().filter_map(|word| word.strip_prefix("-D")).map(str::to_owned);
                self.targets.entry(first.clone()).or_default().defines.extend(defines);
            }
            "include_directories" => {
                let paths = self.folders(&words);
                self.include_paths.extend(paths);
            }
            "add_definitions" | "add_compile_options" => {
                self.defines.extend(words.iter().filter_map(|word| word.strip_prefix("-D")).map(str::to_owned));
            }
            "add_compile_definitions" => self.defines.extend(words.iter().map(|word| bare(word))),
            "add_subdirectory" => self.inner(first),
            _ => {}
        }
    }

    fn target(&mut self, kind: &str, name: &str, rest: &[String]) {
        if rest.first().is_some_and(|word| word == "ALIAS" || word == "IMPORTED") {
            let links = rest.get(1).cloned().into_iter().collect();
            self.targets.insert(name.to_owned(), Target { links, ..Target::default() });
            return;
        }
        let units = self.units(rest);
        let target = self.targets.entry(name.to_owned()).or_default();
        target.program |= kind == "add_executable";
        target.units.extend(units);
        target.defines.extend(self.defines.iter().cloned());
        target.include_paths.extend(self.include_paths.iter().cloned());
    }

    /// Another folder's file, with what is known here; what it says for its own targets ends with it.
    fn inner(&mut self, folder: &str) {
        self.left = self.left.saturating_sub(1);
        let Some(path) = self.path(folder) else { return };
        let Some(file) = self.cx.open(&format!("{path}/CMakeLists.txt")) else { return };
        let Some(text) = file.text() else { return };
        let before = (self.folder.clone(), self.variables.clone(), self.defines.clone(), self.include_paths.clone());
        for name in ["CMAKE_CURRENT_SOURCE_DIR", "CMAKE_CURRENT_LIST_DIR"] {
            self.variables.insert(name.to_owned(), vec![place(&path)]);
        }
        self.folder = path;
        self.file(text);
        (self.folder, self.variables, self.defines, self.include_paths) = before;
    }

    /// The C files among words.
    fn units(&self, words: &[String]) -> Vec<String> {
        words.iter().filter(|word| word.ends_with(".c")).filter_map(|word| self.path(word)).collect()
    }

    fn folders(&self, words: &[String]) -> Vec<String> {
        let words = words.iter().filter(|word| !is_keyword(word) && *word != "BEFORE" && *word != "AFTER");
        words.filter_map(|word| self.path(word)).collect()
    }

    /// A path of the project: a value that names a folder of it, or one relative to the file's.
    fn path(&self, word: &str) -> Option<String> {
        match word.strip_prefix('/') {
            Some(from_root) => join("", from_root),
            None => join(&self.folder, word),
        }
    }

    /// What arguments stand for.
    fn values(&self, arguments: &[Argument]) -> Vec<String> {
        let mut out = vec![];
        for argument in arguments {
            let text = condition::expand(&argument.text, &self.variables);
            // `$<BUILD_INTERFACE:folder>` is the folder as long as nothing is installed; what else is decided later is unknown.
            let text = match text.strip_prefix("$<BUILD_INTERFACE:").and_then(|rest| rest.strip_suffix('>')) {
                Some(inner) => inner.to_owned(),
                None if text.contains("$<") => continue,
                None => text,
            };
            if argument.quoted {
                out.push(text);
            } else {
                out.extend(text.split(';').filter(|word| !word.is_empty()).map(str::to_owned));
            }
        }
        out
    }
}

fn is_keyword(word: &str) -> bool {
    matches!(word, "PUBLIC" | "PRIVATE" | "INTERFACE" | "SYSTEM" | "STATIC" | "SHARED" | "OBJECT" | "MODULE")
}

/// A definition with or without `-D`.
fn bare(word: &str) -> String {
    word.strip_prefix("-D").unwrap_or(word).to_owned()
}

/// Where the block that starts at `at` ends.
fn block_end(all: &[Command], at: usize) -> usize {
    let start = all[at].name.as_str();
    let end = format!("end{start}");
    let mut depth = 0usize;
    for (number, command) in all.iter().enumerate().skip(at) {
        if command.name == start {
            depth += 1;
        } else if command.name == end {
            depth -= 1;
            if depth == 0 {
                return number;
            }
        }
    }
    all.len()
}
