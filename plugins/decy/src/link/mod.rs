//! Groups units into programs and packages, and tells each unit what it needs to know of the others.

mod programs;
mod types;

use crate::index::Index;
use crate::lower::{Links, Why, closure};
use batuta_rust_ir::names::package;
use batuta_text::FileId;
use programs::{groups, programs, with_homes};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use types::{Moved, Types};

/// What one unit has to know.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Facts {
    /// Package that it belongs to.
    pub package: String,
    /// Its Rust file.
    pub path: String,
    /// When a program starts in it.
    pub root: Option<Root>,
    /// Where things of other units are.
    pub links: Links,
    /// Paths of functions elsewhere that need `unsafe`.
    pub dangerous: BTreeSet<String>,
    /// Functions of this unit whose address is taken elsewhere.
    pub pointed: BTreeSet<String>,
    /// Headers whose types this unit writes: the header, its file, the names of its types.
    pub headers: Vec<Written>,
    /// Types that a header only declares, by that header: where a unit defines them.
    pub elsewhere: BTreeMap<String, BTreeSet<String>>,
}

/// Types of a header that a unit writes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Written {
    /// The header.
    pub header: String,
    /// The Rust file.
    pub path: String,
    /// The types.
    pub names: BTreeSet<String>,
    /// They are those that the unit which writes the others does not know.
    pub rest: bool,
}

/// The start of a program.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Root {
    /// The program's name; none for a library.
    pub binary: Option<String>,
    /// Modules with the path that `#[path]` says, when it is not the usual one.
    pub modules: Vec<(String, Option<String>)>,
    /// Arguments of the C compiler.
    pub compile: Vec<String>,
    /// A unit of the program could not be understood.
    pub broken: bool,
}

type Units<'a> = BTreeMap<usize, (FileId, &'a Index)>;

/// A program: its name, the unit that it starts in, all its units.
struct Program {
    name: String,
    root: Option<usize>,
    units: BTreeSet<usize>,
}

/// One slice of facts per unit.
pub(crate) fn link(indexes: &[(FileId, Index)]) -> Vec<(FileId, Facts)> {
    let units: Units<'_> = indexes
        .iter()
        .enumerate()
        .filter(|(_, (_, index))| !index.header && !is_part(index, indexes))
        .map(|(at, (id, index))| (at, (*id, index)))
        .collect();
    let programs = programs(&units);
    let mut out = vec![];
    let mut names = BTreeSet::new();
    for mut group in groups(programs) {
        with_homes(&mut group, &units);
        let mut name = match group.as_slice() {
            [single] => package(&single.name),
            many => {
                many[0].root.map_or_else(|| package(&many[0].name), |root| package(folder_name(&units[&root].1.path)))
            }
        };
        while !names.insert(name.clone()) {
            name.push('_');
        }
        out.extend(Package { units: &units, programs: &group, name }.facts());
    }
    out.sort_by_key(|(id, _)| *id);
    out
}

/// A source that only has a meaning where another includes it.
fn is_part(index: &Index, all: &[(FileId, Index)]) -> bool {
    let included = |other: &Index| other.path != index.path && other.sources.contains(&index.path);
    index.broken && all.iter().any(|(_, other)| included(other))
}

fn folder_name(path: &str) -> &str {
    match path.rsplit_once('/') {
        Some((folder, _)) => folder.rsplit('/').next().unwrap_or(folder),
        None => "programs",
    }
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".c").unwrap_or(name)
}

struct Package<'a> {
    units: &'a Units<'a>,
    programs: &'a [Program],
    name: String,
}

impl Package<'_> {
    fn facts(&self) -> Vec<(FileId, Facts)> {
        let members: BTreeSet<usize> = self.programs.iter().flat_map(|program| program.units.iter().copied()).collect();
        let modules = self.modules(&members);
        let moved = if members.len() > 1 { self.moved(&members) } else { Moved::default() };
        let types = if members.len() > 1 { self.types(&members, &modules, &moved) } else { vec![] };
        let elsewhere = self.elsewhere(&members, &modules, &types, &moved);
        let dangerous = self.dangerous(&members, &modules);
        let mut out = vec![];
        for at in &members {
            let id = self.units[at].0;
            let mut facts = Facts { package: self.name.clone(), dangerous: dangerous.clone(), ..Facts::default() };
            facts.links = self.links(*at, &members, &modules);
            let main = types.iter().filter(|types| !types.rest);
            facts.links.headers =
                main.map(|types| (types.header.clone(), format!("crate::{}", types.module))).collect();
            facts.links.moved = moved.to.clone();
            facts.links.moved_own = moved.own.clone();
            facts.elsewhere = elsewhere.clone();
            let own = types.iter().filter(|types| types.owner == *at);
            facts.headers = own
                .map(|types| Written {
                    header: types.header.clone(),
                    path: format!("src/{}.rs", types.module),
                    names: types.names.clone(),
                    rest: types.rest,
                })
                .collect();
            facts.pointed = members
                .iter()
                .filter(|other| *other != at)
                .flat_map(|other| self.units[other].1.pointed.iter().cloned())
                .collect();
            facts.path = self.path(*at, &modules);
            facts.root = self.root(*at, &members, &modules, &types);
            out.push((id, facts));
        }
        out
    }

    fn is_root(&self, at: usize) -> bool {
        self.programs.iter().any(|program| program.root == Some(at))
    }

    /// A library of one unit is that unit.
    fn is_single_library(&self, members: &BTreeSet<usize>) -> bool {
        members.len() == 1 && self.programs.iter().all(|program| program.root.is_none())
    }

    /// Module names of the units that are not the start of a program.
    fn modules(&self, members: &BTreeSet<usize>) -> BTreeMap<usize, String> {
        let mut names = batuta_rust_ir::names::Scope::new();
        ["std", "core", "alloc", "c_rt", "main", "lib"].iter().for_each(|name| {
            names.take(name);
        });
        let library_root = self.library_root(members);
        let inner = members.iter().filter(|at| !self.is_root(**at) && Some(**at) != library_root);
        inner.map(|at| (*at, names.fresh(stem(&self.units[at].1.path)))).collect()
    }

    /// A library's first unit stands at its root.
    fn library_root(&self, members: &BTreeSet<usize>) -> Option<usize> {
        let library = self.programs.iter().all(|program| program.root.is_none());
        library.then(|| members.first().copied()).flatten().filter(|_| self.is_single_library(members) || library)
    }

    fn rust_path(&self, at: usize, modules: &BTreeMap<usize, String>, name: &str) -> String {
        match modules.get(&at) {
            Some(module) => format!("crate::{module}::{name}"),
            None => format!("crate::{name}"),
        }
    }

    fn path(&self, at: usize, modules: &BTreeMap<usize, String>) -> String {
        if let Some(module) = modules.get(&at) {
            return format!("src/{module}.rs");
        }
        let roots = self.programs.iter().filter(|program| program.root.is_some()).count();
        match self.programs.iter().find(|program| program.root == Some(at)) {
            None => "src/lib.rs".into(),
            Some(_) if roots == 1 => "src/main.rs".into(),
            Some(program) => format!("src/bin/{}.rs", package(&program.name)),
        }
    }

    /// Where the things are that other units of its programs define.
    fn links(&self, at: usize, members: &BTreeSet<usize>, modules: &BTreeMap<usize, String>) -> Links {
        let rust_output = members.iter().all(|at| self.units[at].1.rust_output);
        let mut links =
            Links { alone: members.len() == 1 && !self.is_single_library(members), rust_output, ..Links::default() };
        links.shares = members.iter().any(|at| self.units[at].1.shares);
        links.unwinds = members.iter().any(|at| self.units[at].1.unwinds);
        if self.programs.iter().all(|program| program.root.is_some()) {
            let index = self.units[&at].1;
            let own = index.functions.keys().chain(index.objects.keys());
            let uses = |index: &Index, name: &str| index.wants.contains(name) || index.weak.contains(name);
            let wanted = |name: &str| members.iter().any(|other| *other != at && uses(self.units[other].1, name));
            links.private = own.filter(|name| !wanted(name)).cloned().collect();
        }
        for program in self.programs.iter().filter(|program| program.units.contains(&at)) {
            let weak = self.units[&at].1.weak.iter().filter(|name| self.is_replaced(at, name, &program.units));
            links.replaced.extend(weak.cloned());
            for other in program.units.iter().filter(|other| **other != at) {
                let index = self.units[other].1;
                for (name, rust) in &index.functions {
                    if !self.is_replaced(*other, name, &program.units) {
                        links.functions.entry(name.clone()).or_insert_with(|| self.rust_path(*other, modules, rust));
                    }
                }
                for (name, rust) in &index.objects {
                    links.objects.entry(name.clone()).or_insert_with(|| self.rust_path(*other, modules, rust));
                }
            }
        }
        links
    }

    /// Paths of all functions of the package that need `unsafe`.
    fn dangerous(&self, members: &BTreeSet<usize>, modules: &BTreeMap<usize, String>) -> BTreeSet<String> {
        let mut summaries = vec![];
        let mixed = members.iter().any(|at| !self.units[at].1.rust_output);
        let shared = members.iter().any(|at| self.units[at].1.shares);
        for at in members {
            let links = self.links(*at, members, modules);
            let index = self.units[at].1;
            let own: BTreeSet<&str> = index.summaries.iter().map(|summary| summary.name.as_str()).collect();
            for summary in &index.summaries {
                let mut out = summary.clone();
                out.name = self.rust_path(*at, modules, &summary.name);
                // What was proved to print through Rust does not, when another unit cannot.
                if mixed && index.rust_output {
                    out.reasons.insert(Why::Output);
                }
                if shared && index.cells {
                    out.reasons.insert(Why::Global);
                }
                out.callees = BTreeSet::new();
                for callee in &summary.callees {
                    if own.contains(callee.as_str()) {
                        out.callees.insert(self.rust_path(*at, modules, callee));
                    } else {
                        match links.functions.get(callee) {
                            Some(path) => {
                                out.callees.insert(path.clone());
                            }
                            None => {
                                out.reasons.insert(Why::Unknown);
                            }
                        }
                    }
                }
                summaries.push(out);
            }
        }
        closure(&summaries, &BTreeSet::new())
    }

    /// Two of the units define a function that each defines only if no other does.
    fn compete(&self, units: &BTreeSet<usize>) -> bool {
        let mut names = BTreeSet::new();
        units.iter().flat_map(|unit| &self.units[unit].1.weak).any(|name| !names.insert(name))
    }

    /// Another of the units defines this function for good.
    fn is_replaced(&self, at: usize, name: &str, units: &BTreeSet<usize>) -> bool {
        let strong = |index: &Index| index.functions.contains_key(name) && !index.weak.contains(name);
        self.units[&at].1.weak.contains(name) && units.iter().any(|other| *other != at && strong(self.units[other].1))
    }

    /// Units see a type differently that they share: one of a header that was read for different machines, or one that a header only declares
    /// and that has its members in more than one place.
    fn disagree(&self, units: &BTreeSet<usize>) -> bool {
        let mixed = units.iter().any(|unit| self.units[unit].1.portable);
        let mut of_header: BTreeMap<(&str, &str), &str> = BTreeMap::new();
        let (mut shapes, mut declared): (BTreeMap<&str, BTreeSet<&str>>, BTreeSet<&str>) = Default::default();
        for (header, types) in units.iter().flat_map(|unit| &self.units[unit].1.headers) {
            for (name, known) in types {
                if !known.complete {
                    declared.extend(known.used.then_some(name.as_str()));
                    continue;
                }
                shapes.entry(name).or_default().insert(&known.shape);
                if mixed && *of_header.entry((header, name)).or_insert(&known.shape) != known.shape {
                    return true;
                }
            }
        }
        declared.iter().any(|name| shapes.get(name).is_some_and(|shapes| shapes.len() > 1))
    }

    fn root(
        &self,
        at: usize,
        members: &BTreeSet<usize>,
        modules: &BTreeMap<usize, String>,
        types: &[Types],
    ) -> Option<Root> {
        let program = self.programs.iter().find(|program| program.root == Some(at));
        if program.is_none() && self.library_root(members) != Some(at) {
            return None;
        }
        let units = program.map_or(members, |program| &program.units);
        let many = self.programs.iter().filter(|program| program.root.is_some()).count() > 1;
        let place = |module: &String| (module.clone(), many.then(|| format!("../{module}.rs")));
        let mut out = Root { binary: program.map(|program| package(&program.name)), ..Root::default() };
        out.modules = types.iter().map(|types| place(&types.module)).collect();
        out.modules.extend(units.iter().filter_map(|unit| modules.get(unit)).map(place));
        out.broken = units.iter().any(|unit| self.units[unit].1.broken) || self.disagree(units) || self.compete(units);
        let settings = &self.units[&at].1.settings;
        let flags = settings.flags(&self.units[&at].1.path);
        out.compile = vec!["-O1".into(), "-w".into()];
        out.compile.extend(flags.defines.iter().map(|define| format!("-D{define}")));
        // What one unit needs to find its headers does not hide those of another.
        let others = units.iter().flat_map(|unit| self.units[unit].1.settings.include_paths.iter());
        let mut paths: Vec<&str> = vec![];
        for path in flags.include_paths.iter().chain(others) {
            let path = if path.is_empty() { "." } else { path };
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
        out.compile.extend(paths.iter().map(|path| format!("-I{path}")));
        out.compile.extend(["-o".into(), "{out}".into()]);
        out.compile.extend(units.iter().map(|unit| self.units[unit].1.path.clone()));
        out.compile.push("-lm".into());
        Some(out)
    }
}
