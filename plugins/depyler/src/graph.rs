//! The project: which modules there are, what they import, which programs and packages they make.

use crate::facts::{Facts, ModuleFacts};
use crate::hir::{Expr, ExprKind, Import, Module, Stmt, StmtKind};
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
    /// Modules of which it may need the object: leading dots, module, and the attribute that is asked for, if any.
    pub objects: BTreeSet<(u32, String, String)>,
    /// Names that imports bind.
    pub borrowed: BTreeSet<String>,
    /// Whether it asks for its own names.
    pub looks: bool,
    /// Whether it may ask for annotations of functions.
    pub noted: bool,
    /// What `__all__` lists, as [`ModuleFacts::all`] has it.
    pub all: Option<Vec<String>>,
    /// Names that one import binds and nothing else: leading dots, module, and the name in it or none.
    pub sources: BTreeMap<String, (u32, String, String)>,
}

/// Finds where names that imports bind stand for modules as objects.
struct Objects<'a> {
    aliases: &'a BTreeMap<String, (u32, String)>,
    found: BTreeSet<(u32, String, String)>,
    looks: bool,
    depth: usize,
}

impl Objects<'_> {
    fn note(&mut self, alias: &str, attribute: &str) {
        if let Some((level, module)) = self.aliases.get(alias) {
            self.found.insert((*level, module.clone(), attribute.to_string()));
        }
    }
}

impl Visit for Objects<'_> {
    fn expr(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Attr(base, name) => {
                if let ExprKind::Name(alias) = &base.kind {
                    return self.note(alias, name);
                }
            }
            ExprKind::Name(alias) => self.note(alias, ""),
            ExprKind::Call(f, args) if args.is_empty() => {
                let ExprKind::Name(name) = &f.kind else { return visit::expr(self, e) };
                self.looks |= match name.as_str() {
                    "dir" | "globals" => true,
                    "locals" | "vars" => self.depth == 0,
                    _ => false,
                };
            }
            _ => {}
        }
        visit::expr(self, e);
    }
    fn stmt(&mut self, s: &Stmt) {
        let inside = usize::from(matches!(&s.kind, StmtKind::Function(_)));
        self.depth += inside;
        visit::stmt(self, s);
        self.depth -= inside;
    }
}

/// What the names that imports bind may stand for.
fn aliases(imports: &[Import]) -> BTreeMap<String, (u32, String)> {
    let mut out = BTreeMap::new();
    for i in imports {
        match (&i.names, &i.alias) {
            (None, Some(alias)) => drop(out.insert(alias.clone(), (i.level, i.module.clone()))),
            (None, None) => {
                let first = i.module.split('.').next().unwrap_or_default().to_string();
                out.insert(first.clone(), (i.level, first));
            }
            (Some(names), _) => {
                for (name, alias) in names {
                    let inner = if i.module.is_empty() { name.clone() } else { format!("{}.{name}", i.module) };
                    out.insert(alias.clone(), (i.level, inner));
                }
            }
        }
    }
    out
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
    let aliases = aliases(&finder.0);
    let mut objects = Objects { aliases: &aliases, found: BTreeSet::new(), looks: false, depth: 0 };
    m.body.iter().for_each(|s| objects.stmt(s));
    let Objects { found, looks, .. } = objects;
    let borrowed = aliases.into_keys().collect();
    let imports = finder
        .0
        .into_iter()
        .map(|i| (i.level, i.module, i.names.unwrap_or_default().into_iter().map(|n| n.0).collect()));
    let (all, sources) = (crate::star::listed(&m.body), sources(m));
    let guard = text.contains("__name__") && text.contains("__main__");
    let (path, imports, names) = (path.to_string(), imports.collect(), scope::module(m).bound);
    Entry {
        path,
        imports,
        names,
        guard,
        objects: found,
        borrowed,
        looks,
        noted: crate::annotations::asked_for(text),
        all,
        sources,
    }
}

/// Names of a module that one import binds and nothing else.
fn sources(m: &Module) -> BTreeMap<String, (u32, String, String)> {
    let other = crate::star::bound_otherwise(&m.body);
    let globals = crate::lower::module::global_targets(m);
    let mut out: BTreeMap<String, Option<(u32, String, String)>> = BTreeMap::new();
    for import in crate::star::imports_of(&m.body) {
        let mut note = |name: &str, source: (u32, String, String)| {
            let known = out.entry(name.to_string()).or_insert_with(|| Some(source.clone()));
            if known.as_ref() != Some(&source) {
                *known = None;
            }
        };
        let first = import.module.split('.').next().unwrap_or_default();
        match (&import.names, &import.alias) {
            (None, Some(alias)) => note(alias, (import.level, import.module.clone(), String::new())),
            (None, None) => note(first, (import.level, first.to_string(), String::new())),
            (Some(names), _) => names.iter().filter(|(name, _)| name != "*").for_each(|(name, alias)| {
                note(alias, (import.level, import.module.clone(), name.clone()));
            }),
        }
    }
    let known = out.into_iter().filter(|(name, _)| !other.contains(name) && !globals.contains(name));
    known.filter_map(|(name, source)| Some((name, source?))).collect()
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
        for (level, module, attribute) in &self.objects {
            out.push_str(&format!("object\t{level}\t{module}\t{attribute}\n"));
        }
        for name in &self.borrowed {
            out.push_str(&format!("borrowed\t{name}\n"));
        }
        if self.looks {
            out.push_str("looks\n");
        }
        if self.noted {
            out.push_str("noted\n");
        }
        if let Some(all) = &self.all {
            out.push_str(&format!("all\t{}\n", all.join(" ")));
        }
        for (name, (level, module, inner)) in &self.sources {
            out.push_str(&format!("source\t{name}\t{level}\t{module}\t{inner}\n"));
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
                ["object", level, module, attribute] => {
                    let level = level.parse().unwrap_or(0);
                    entry.objects.insert((level, module.to_string(), attribute.to_string()));
                }
                ["borrowed", name] => {
                    entry.borrowed.insert(name.to_string());
                }
                ["looks"] => entry.looks = true,
                ["noted"] => entry.noted = true,
                ["all", list] => entry.all = Some(list.split(' ').map(String::from).collect()),
                ["source", name, level, module, inner] => {
                    let level = level.parse().unwrap_or(0);
                    entry.sources.insert(name.to_string(), (level, module.to_string(), inner.to_string()));
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
    for (entry, (name, package)) in entries.iter().zip(&names) {
        let mut rust = names::identifier(&names::snake_case(&name.replace('.', "_")));
        while matches!(rust.as_str(), "main" | "global" | "module" | "py" | "py_rt" | "core" | "std" | "alloc")
            || !rust_names.insert(rust.clone())
        {
            rust.push('_');
        }
        all.modules.insert(
            name.clone(),
            ModuleFacts {
                rust,
                names: entry.names.clone(),
                borrowed: entry.borrowed.clone(),
                object: entry.looks,
                package: *package,
                all: entry.all.clone(),
                sources: BTreeMap::new(),
            },
        );
    }
    find_sources(entries, &names, &mut all);
    pass_stars_on(entries, &names, &mut all);
    find_objects(entries, &names, &mut all);
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
    for (n, (name, _)) in names.iter().enumerate() {
        // Its own object needs all of its names, too.
        let own = all.modules.get(name).filter(|m| m.object).map(|m| m.names.clone());
        exported[n].extend(own.unwrap_or_default());
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

/// Marks the modules whose objects something needs.
fn find_objects(entries: &[Entry], names: &[(String, bool)], all: &mut Facts) {
    let borrowed: BTreeMap<&str, &BTreeSet<String>> =
        entries.iter().zip(names).map(|(entry, (name, _))| (name.as_str(), &entry.borrowed)).collect();
    for (entry, (name, init)) in entries.iter().zip(names) {
        let view = Facts { module: name.clone(), init: *init, modules: all.modules.clone(), ..Facts::default() };
        for (level, module, attribute) in &entry.objects {
            let module = view.absolute(module, *level);
            let needed = attribute.is_empty() || borrowed.get(module.as_str()).is_some_and(|b| b.contains(attribute));
            if let Some(found) = all.modules.get_mut(&module).filter(|_| needed) {
                found.object = true;
            }
        }
    }
}

/// Makes where names come from absolute.
fn find_sources(entries: &[Entry], names: &[(String, bool)], all: &mut Facts) {
    for (entry, (name, init)) in entries.iter().zip(names) {
        let view = Facts { module: name.clone(), init: *init, modules: all.modules.clone(), ..Facts::default() };
        let absolute = |(level, module, inner): &(u32, String, String)| (view.absolute(module, *level), inner.clone());
        let found = entry.sources.iter().map(|(n, source)| (n.clone(), absolute(source))).collect();
        if let Some(own) = all.modules.get_mut(name) {
            own.sources = found;
        }
    }
}

/// What a module takes with a star, others can take from it.
fn pass_stars_on(entries: &[Entry], names: &[(String, bool)], all: &mut Facts) {
    loop {
        let mut changed = false;
        for (entry, (name, init)) in entries.iter().zip(names) {
            let view = Facts { module: name.clone(), init: *init, modules: all.modules.clone(), ..Facts::default() };
            for (level, module, _) in entry.imports.iter().filter(|(_, _, list)| list.iter().any(|n| n == "*")) {
                let module = view.absolute(module, *level);
                let Some(new) = all.modules.get(&module).and_then(ModuleFacts::public) else { continue };
                if let Some(own) = all.modules.get_mut(name) {
                    let before = own.names.len();
                    for name in new {
                        if own.names.insert(name.clone()) {
                            own.sources.insert(name.clone(), (module.clone(), name));
                        }
                    }
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
    let folder = starts.iter().map(|n| entries[*n].folder()).min_by_key(|f| f.len()).unwrap_or_default();
    let root = if folder.is_empty() { String::new() } else { format!("{}.", folder.replace('/', ".")) };
    for n in part {
        let facts = &mut out[*n];
        facts.package = package.to_string();
        facts.noted = part.iter().any(|n| entries[*n].noted);
        facts.root = root.clone();
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
