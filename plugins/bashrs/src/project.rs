//! What files of a project know of each other: which are programs, which are sourced, and what everything is called.

use crate::ast::{Command, CommandKind, Dialect, Word};
use crate::parse::parse;
use crate::source::constant_path;
use batuta_rust_ir::names::{Scope, identifier, package};
use batuta_sdk::SourceFile;
use batuta_sdk::text::FileId;
use std::collections::{BTreeMap, BTreeSet};

/// What other files need to know of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Index {
    /// Its path.
    path: String,
    /// None: for another shell.
    dialect: Option<Dialect>,
    /// Per sourced file, the paths that it could have.
    sources: Vec<Vec<String>>,
}

/// What lowering a file needs to know of the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    /// None: for another shell.
    pub(crate) dialect: Option<Dialect>,
    /// It is sourced rather than run.
    pub(crate) module: bool,
    /// The package.
    pub(crate) package: String,
    /// The executable.
    pub(crate) binary: String,
    /// The Rust file.
    pub(crate) output: String,
    /// Sourced files: path and module.
    pub(crate) modules: Vec<(String, String)>,
    /// The same modules: module and path from this file's folder.
    pub(crate) module_paths: Vec<(String, String)>,
}

fn dialect_name(dialect: Option<Dialect>) -> &'static str {
    match dialect {
        Some(Dialect::Posix) => "posix",
        Some(Dialect::Bash) => "bash",
        None => "other",
    }
}

fn dialect_of_name(name: &str) -> Option<Dialect> {
    match name {
        "posix" => Some(Dialect::Posix),
        "bash" => Some(Dialect::Bash),
        _ => None,
    }
}

/// The dialect by the first line, else by the name.
fn dialect_of(text: &str, path: &str) -> Option<Dialect> {
    let first = text.lines().next().unwrap_or("");
    let Some(line) = first.strip_prefix("#!") else {
        return Some(if path.ends_with(".bash") { Dialect::Bash } else { Dialect::Posix });
    };
    let mut words = line.split_whitespace().filter_map(|word| word.rsplit('/').next());
    let mut interpreter = words.next().unwrap_or("sh");
    if interpreter == "env" {
        interpreter = words.find(|word| !word.starts_with('-') && !word.contains('=')).unwrap_or("sh");
    }
    match interpreter {
        "sh" | "dash" | "ash" => Some(Dialect::Posix),
        "bash" => Some(Dialect::Bash),
        _ => None,
    }
}

/// The options that the first line gives to the shell, as `#!/bin/sh -e` does: the kernel hands over all that follows as one.
pub(crate) fn first_line_options(text: &str) -> Option<&str> {
    let line = text.lines().next()?.strip_prefix("#!")?.trim();
    let (program, options) = line.split_once(char::is_whitespace)?;
    let options = match program.rsplit('/').next()? {
        "env" => line.split_once(" -S ")?.1.trim().split_once(char::is_whitespace)?.1,
        _ => options,
    };
    let options = options.trim();
    let letters = options.strip_prefix('-')?;
    (!letters.is_empty() && letters.chars().all(|letter| "aCefuvxhB".contains(letter))).then_some(options)
}

impl Index {
    /// Look at a file.
    pub(crate) fn of(file: &SourceFile) -> Index {
        let text = &String::from_utf8_lossy(&file.bytes);
        let dialect = dialect_of(text, &file.path);
        let mut sources = Sources(vec![]);
        if let Some(dialect) = dialect {
            let script = parse(text, dialect);
            crate::lower::visit_commands(&script.body, &mut |command| sources.command(command, &file.path));
        }
        Index { path: file.path.clone(), dialect, sources: sources.0 }
    }

    /// As bytes.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut lines = vec![self.path.clone(), dialect_name(self.dialect).to_string()];
        lines.extend(self.sources.iter().map(|candidates| candidates.join("\t")));
        lines.join("\n").into_bytes()
    }

    /// From bytes.
    pub(crate) fn decode(bytes: &[u8]) -> Index {
        let text = String::from_utf8_lossy(bytes);
        let mut lines = text.split('\n');
        let path = lines.next().unwrap_or("").to_string();
        let dialect = dialect_of_name(lines.next().unwrap_or(""));
        let sources = lines.map(|line| line.split('\t').map(str::to_string).collect()).collect();
        Index { path, dialect, sources }
    }
}

struct Sources(Vec<Vec<String>>);

impl Sources {
    fn command(&mut self, command: &Command, script: &str) {
        let CommandKind::Simple(simple) = &command.kind else { return };
        if !matches!(simple.words.first().and_then(Word::bare), Some("." | "source")) {
            return;
        }
        if let Some(path) = simple.words.get(1).and_then(constant_path) {
            self.0.push(path.resolve(script));
        }
    }
}

impl Facts {
    /// As bytes.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let kind = if self.module { "module" } else { "program" };
        let mut lines = vec![
            dialect_name(self.dialect).to_string(),
            kind.into(),
            self.package.clone(),
            self.binary.clone(),
            self.output.clone(),
        ];
        for ((path, module), (_, relative)) in self.modules.iter().zip(&self.module_paths) {
            lines.push(format!("{path}\t{module}\t{relative}"));
        }
        lines.join("\n").into_bytes()
    }

    /// From bytes.
    pub(crate) fn decode(bytes: &[u8]) -> Facts {
        let text = String::from_utf8_lossy(bytes);
        let mut lines = text.split('\n');
        let mut next = || lines.next().unwrap_or("").to_string();
        let mut facts = Facts {
            dialect: dialect_of_name(&next()),
            module: next() == "module",
            package: next(),
            binary: next(),
            output: next(),
            ..Facts::default()
        };
        for line in lines {
            let fields: Vec<&str> = line.split('\t').collect();
            if let [path, module, relative] = fields.as_slice() {
                facts.modules.push(((*path).to_string(), (*module).to_string()));
                facts.module_paths.push(((*module).to_string(), (*relative).to_string()));
            }
        }
        facts
    }
}

/// Which files each file sources, without circles: an edge that would close one is left out, and refused when lowered.
fn edges(indexes: &[(FileId, Index)]) -> BTreeMap<usize, Vec<usize>> {
    let places: BTreeMap<&str, usize> =
        indexes.iter().enumerate().map(|(at, (_, index))| (index.path.as_str(), at)).collect();
    let mut edges: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, (_, index)) in indexes.iter().enumerate() {
        for candidates in &index.sources {
            let Some(target) = candidates.iter().find_map(|path| places.get(path.as_str()).copied()) else { continue };
            if target != at && !reaches(&edges, target, at) {
                let targets = edges.entry(at).or_default();
                if !targets.contains(&target) {
                    targets.push(target);
                }
            }
        }
    }
    edges
}

fn reaches(edges: &BTreeMap<usize, Vec<usize>>, from: usize, to: usize) -> bool {
    let mut seen = BTreeSet::new();
    let mut todo = vec![from];
    while let Some(at) = todo.pop() {
        if at == to {
            return true;
        }
        if seen.insert(at) {
            todo.extend(edges.get(&at).into_iter().flatten());
        }
    }
    false
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}

/// Facts per file.
pub(crate) fn link(indexes: Vec<(FileId, Index)>) -> Vec<(FileId, Facts)> {
    let edges = edges(&indexes);
    let sourced: BTreeSet<usize> = edges.values().flatten().copied().collect();
    let programs: Vec<usize> = (0..indexes.len()).filter(|at| !sourced.contains(at)).collect();
    let single = programs.len() == 1;
    let package_name = match programs.first() {
        Some(first) if single => package(stem(&indexes[*first].1.path)),
        _ => "scripts".to_string(),
    };
    let mut names = Scope::new();
    names.take("main");
    let binaries: BTreeMap<usize, String> =
        programs.iter().map(|at| (*at, names.fresh(&package(stem(&indexes[*at].1.path))))).collect();
    let modules: BTreeMap<usize, String> = sourced
        .iter()
        .map(|at| (*at, names.fresh(&format!("{}_sh", identifier(stem(&indexes[*at].1.path))))))
        .collect();
    let mut out = vec![];
    for (at, (id, index)) in indexes.iter().enumerate() {
        let module = modules.get(&at);
        let output = match (module, single) {
            (Some(module), _) => format!("src/{module}.rs"),
            (None, true) => "src/main.rs".to_string(),
            (None, false) => format!("src/bin/{}.rs", binaries[&at]),
        };
        let prefix = if module.is_none() && !single { "../" } else { "" };
        let mut facts = Facts {
            dialect: if module.is_some() { shared_dialect(at, &indexes, &edges) } else { index.dialect },
            module: module.is_some(),
            package: package_name.clone(),
            binary: binaries.get(&at).cloned().unwrap_or_default(),
            output,
            ..Facts::default()
        };
        for target in edges.get(&at).into_iter().flatten() {
            let name = &modules[target];
            facts.modules.push((indexes[*target].1.path.clone(), name.clone()));
            facts.module_paths.push((name.clone(), format!("{prefix}{name}.rs")));
        }
        out.push((*id, facts));
    }
    out
}

/// A sourced file is read by the shell that sources it: bash when any of them is bash.
fn shared_dialect(at: usize, indexes: &[(FileId, Index)], edges: &BTreeMap<usize, Vec<usize>>) -> Option<Dialect> {
    let mut dialects =
        (0..indexes.len()).filter(|from| *from != at && reaches(edges, *from, at)).map(|from| indexes[from].1.dialect);
    if dialects.clone().any(|dialect| dialect == Some(Dialect::Bash)) {
        Some(Dialect::Bash)
    } else {
        dialects.next().flatten()
    }
}
