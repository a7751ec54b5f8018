//! The project: which modules there are, what they import, which programs and packages they make.

use crate::facts::{Facts, ModuleFacts};
use crate::hir::{Import, Module, Stmt, StmtKind};
use crate::scope;
use crate::visit::{self, Visit};
use batuta_rust_ir::names;
use std::collections::{BTreeMap, BTreeSet};

/// What `index` keeps of a file.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Project-relative path.
    pub path: String,
    /// Imported modules: leading dots, module, names.
    pub imports: Vec<(u32, String, Vec<String>)>,
    /// Names bound at the top level.
    pub names: BTreeSet<String>,
    /// Whether it tests `__name__` against `"__main__"`.
    pub guard: bool,
}

/// Reads a module's part of the graph.
pub fn entry(path: &str, text: &str, m: &Module) -> Entry {
    #[derive(Default)]
    struct Finder(Vec<Import>);
    impl Visit for Finder {
        fn stmt(&mut self, s: &Stmt) {
            if let StmtKind::Import(all) = &s.kind {
                self.0.extend(all.iter().cloned());
            }
            visit::stmt(self, s);
        }
    }
    let mut finder = Finder::default();
    m.body.iter().for_each(|s| finder.stmt(s));
    let imports = finder
        .0
        .into_iter()
        .map(|i| (i.level, i.module, i.names.unwrap_or_default().into_iter().map(|n| n.0).collect()));
    let guard = text.contains("__name__") && text.contains("__main__");
    Entry { path: path.to_string(), imports: imports.collect(), names: scope::module(m).bound, guard }
}

impl Entry {
    /// As lines of text.
    pub fn write(&self) -> Vec<u8> {
        let mut out = format!("path\t{}\n", self.path);
        if self.guard {
            out.push_str("guard\n");
        }
        for (level, module, names) in &self.imports {
            out.push_str(&format!("import\t{level}\t{module}\t{}\n", names.join(" ")));
        }
        for name in &self.names {
            out.push_str(&format!("name\t{name}\n"));
        }
        out.into_bytes()
    }

    /// Reads what [`Entry::write`] wrote.
    pub fn read(bytes: &[u8]) -> Entry {
        let mut entry = Entry::default();
        for line in String::from_utf8_lossy(bytes).lines() {
            let parts: Vec<&str> = line.split('\t').collect();
            match parts[..] {
                ["path", path] => entry.path = path.to_string(),
                ["guard"] => entry.guard = true,
                ["import", level, module, list] => {
                    let names = list.split(' ').filter(|n| !n.is_empty()).map(String::from).collect();
                    entry.imports.push((level.parse().unwrap_or(0), module.to_string(), names));
                }
                ["name", name] => {
                    entry.names.insert(name.to_string());
                }
                _ => {}
            }
        }
        entry
    }

    /// The dotted name of the module in the project, and whether it is a package's `__init__`.
    fn dotted(&self) -> (String, bool) {
        let stem = self.path.strip_suffix(".py").unwrap_or(&self.path);
        let dotted = stem.replace('/', ".");
        match dotted.strip_suffix(".__init__") {
            Some(package) => (package.to_string(), true),
            None => (dotted, false),
        }
    }

    fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.strip_suffix(".py").unwrap_or(name)
    }

    fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

/// The facts of every file, in the order of `entries`.
pub fn link(entries: &[Entry]) -> Vec<Facts> {
    let names: Vec<(String, bool)> = entries.iter().map(Entry::dotted).collect();
    let mut all = Facts::default();
    let mut rust_names = BTreeSet::new();
    for (entry, (name, _)) in entries.iter().zip(&names) {
        let mut rust = names::identifier(&names::snake_case(&name.replace('.', "_")));
        while matches!(rust.as_str(), "main" | "global" | "module" | "py" | "py_rt" | "core" | "std" | "alloc")
            || !rust_names.insert(rust.clone())
        {
            rust.push('_');
        }
        all.modules.insert(name.clone(), ModuleFacts { rust, names: entry.names.clone() });
    }
    pass_stars_on(entries, &names, &mut all);
    let edges: Vec<BTreeSet<usize>> =
        entries.iter().zip(&names).map(|(e, (name, init))| targets(e, name, *init, &all, &names)).collect();
    let parts = components(&edges);
    let mut exported: Vec<BTreeSet<String>> = vec![BTreeSet::new(); entries.len()];
    for (from, entry) in entries.iter().enumerate() {
        for to in &edges[from] {
            // Any name may be reached through the module; names in `from` imports surely are.
            let bound = all.modules.get(&names[*to].0).map(|m| m.names.clone());
            exported[*to].extend(bound.unwrap_or_default());
            let _ = entry;
        }
    }
    let imported: BTreeSet<usize> =
        edges.iter().enumerate().flat_map(|(from, to)| to.iter().copied().filter(move |t| *t != from)).collect();
    let programs: Vec<bool> =
        (0..entries.len()).map(|n| !names[n].1 && (!imported.contains(&n) || entries[n].guard)).collect();
    let mut packages = BTreeSet::new();
    let mut out = vec![Facts::default(); entries.len()];
    for part in parts {
        let starts: Vec<usize> = part.iter().copied().filter(|n| programs[*n]).collect();
        let wanted = match &starts[..] {
            [one] => entries[*one].stem().to_string(),
            _ => match entries[part[0]].folder() {
                "" => "python".to_string(),
                folder => folder.to_string(),
            },
        };
        let mut package = names::package(&wanted);
        if !packages.insert(package.clone()) {
            package = names::package(&entries[part[0]].path.trim_end_matches(".py").replace('/', "_"));
            while !packages.insert(package.clone()) {
                package.push('_');
            }
        }
        fill(&mut out, &part, &starts, &package, entries, &names, &all, &imported, &exported);
    }
    out
}

/// What a module takes with a star, others can take from it.
fn pass_stars_on(entries: &[Entry], names: &[(String, bool)], all: &mut Facts) {
    loop {
        let mut changed = false;
        for (entry, (name, init)) in entries.iter().zip(names) {
            let view = Facts { module: name.clone(), init: *init, modules: all.modules.clone(), ..Facts::default() };
            for (level, module, _) in entry.imports.iter().filter(|(_, _, list)| list.iter().any(|n| n == "*")) {
                let Some(from) = all.modules.get(&view.absolute(module, *level)) else { continue };
                let new: Vec<String> = from.names.iter().filter(|n| !n.starts_with('_')).cloned().collect();
                if let Some(own) = all.modules.get_mut(name) {
                    let before = own.names.len();
                    own.names.extend(new);
                    changed |= own.names.len() > before;
                }
            }
        }
        if !changed {
            return;
        }
    }
}

#[allow(clippy::too_many_arguments, reason = "one call, all of it computed above")]
fn fill(
    out: &mut [Facts],
    part: &[usize],
    starts: &[usize],
    package: &str,
    entries: &[Entry],
    names: &[(String, bool)],
    all: &Facts,
    imported: &BTreeSet<usize>,
    exported: &[BTreeSet<String>],
) {
    let modules: BTreeMap<String, ModuleFacts> =
        part.iter().filter_map(|n| Some((names[*n].0.clone(), all.modules.get(&names[*n].0)?.clone()))).collect();
    let mut binaries = BTreeSet::new();
    for n in part {
        let facts = &mut out[*n];
        facts.package = package.to_string();
        (facts.module, facts.init) = names[*n].clone();
        facts.modules = modules.clone();
        facts.exported = exported[*n].clone();
        let rust = |n: usize| modules.get(&names[n].0).map_or(String::new(), |m| m.rust.clone());
        let is_library = imported.contains(n) || names[*n].1;
        facts.library = is_library.then(|| format!("src/{}.rs", rust(*n)));
        if starts.contains(n) {
            let mut binary = names::package(entries[*n].stem());
            while !binaries.insert(binary.clone()) {
                binary = format!("{}_{binary}", names::package(entries[*n].folder().rsplit('/').next().unwrap_or("")));
            }
            let alone = starts.len() == 1;
            facts.program = Some(if alone { "src/main.rs".to_string() } else { format!("src/bin/{binary}.rs") });
            facts.binary = binary;
            for other in part {
                let library = imported.contains(other) || names[*other].1;
                if library {
                    let path = if alone { String::new() } else { format!("../{}.rs", rust(*other)) };
                    facts.parts.push((rust(*other), path));
                }
            }
        }
    }
}

/// Files that a file imports.
fn targets(entry: &Entry, name: &str, init: bool, all: &Facts, names: &[(String, bool)]) -> BTreeSet<usize> {
    let view = Facts { module: name.to_string(), init, modules: all.modules.clone(), ..Facts::default() };
    let mut out = BTreeSet::new();
    for (level, module, list) in &entry.imports {
        let absolute = view.absolute(module, *level);
        let mut wanted = vec![];
        let mut path = String::new();
        for part in absolute.split('.') {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(part);
            wanted.push(path.clone());
        }
        wanted.extend(list.iter().map(|n| format!("{absolute}.{n}")));
        out.extend(names.iter().enumerate().filter(|(_, (n, _))| wanted.contains(n)).map(|(at, _)| at));
    }
    out
}

/// Connected groups, each in order.
fn components(edges: &[BTreeSet<usize>]) -> Vec<Vec<usize>> {
    let mut group: Vec<usize> = (0..edges.len()).collect();
    for (from, to) in edges.iter().enumerate() {
        for to in to {
            let (a, b) = (group[from], group[*to]);
            group.iter_mut().filter(|g| **g == b.max(a)).for_each(|g| *g = a.min(b));
        }
    }
    let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    group.iter().enumerate().for_each(|(n, g)| out.entry(*g).or_default().push(n));
    out.into_values().collect()
}
