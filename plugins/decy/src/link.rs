//! Groups units into programs and packages, and tells each unit what it needs to know of the others.

use crate::index::{Index, Known};
use crate::lower::{Links, Why, closure};
use batuta_rust_ir::names::{identifier, package};
use batuta_text::FileId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

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

/// A module with types of a header.
struct Types {
    header: String,
    owner: usize,
    module: String,
    names: BTreeSet<String>,
    rest: bool,
}

/// Types that are written where one header's are.
#[derive(Default)]
struct Moved {
    /// The header, by Rust name.
    to: BTreeMap<String, String>,
    /// Those that units which write them themselves take from there too.
    own: BTreeSet<String>,
}

/// Where a type is found.
#[derive(Default)]
struct Seen<'a> {
    headers: BTreeMap<&'a str, usize>,
    shapes: BTreeSet<&'a str>,
    /// A header has its members.
    complete: bool,
    /// A unit's own file has it, and no more of it than a header.
    own: bool,
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

/// Every unit with `main` is a program; the rest, as far as no program uses it, is a library.
fn programs(units: &Units<'_>) -> Vec<Program> {
    let mut out: Vec<Program> = vec![];
    let mut used = BTreeSet::new();
    for (at, (_, index)) in units.iter().filter(|(_, (_, index))| index.main) {
        let rule = index
            .settings
            .programs
            .iter()
            .find(|(_, members)| members.contains(&index.path) && mains(units, members) == 1);
        let members: Option<BTreeSet<usize>> = rule.map(|(_, members)| {
            units.iter().filter(|(_, (_, other))| members.contains(&other.path)).map(|(at, _)| *at).collect()
        });
        let single = units.values().filter(|(_, other)| other.main).count() == 1;
        let name = match rule {
            Some((name, _)) if units.len() > 1 || !single => name.clone(),
            _ => stem(&index.path).to_owned(),
        };
        // A rule may name what is not read here, such as the objects of a folder: what is missing then is found by its names.
        let members = needed(*at, members.unwrap_or_default(), units);
        used.extend(members.iter().copied());
        out.push(Program { name, root: Some(*at), units: members });
    }
    let left: BTreeSet<usize> = units.keys().copied().filter(|at| !used.contains(at)).collect();
    let mut folders: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for at in left {
        let path = &units[&at].1.path;
        folders.entry(path.rsplit_once('/').map_or("", |(folder, _)| folder)).or_default().insert(at);
    }
    for members in folders.into_values() {
        let Some(first) = members.first().copied() else { continue };
        let path = &units[&first].1.path;
        let name = if members.len() == 1 { stem(path) } else { folder_name(path) };
        out.push(Program { name: name.to_owned(), root: None, units: members });
    }
    out
}

fn mains(units: &Units<'_>, members: &BTreeSet<String>) -> usize {
    units.values().filter(|(_, index)| index.main && members.contains(&index.path)).count()
}

/// The units that a program needs: some that are known, and those that define what is used, near ones first.
fn needed(root: usize, mut members: BTreeSet<usize>, units: &Units<'_>) -> BTreeSet<usize> {
    members.insert(root);
    let mut work: Vec<usize> = members.iter().copied().collect();
    while let Some(at) = work.pop() {
        let index = units[&at].1;
        for name in index.wants.iter().chain(&index.weak) {
            let defines = |index: &Index| {
                let strong = index.functions.contains_key(name) && !index.weak.contains(name);
                strong || index.objects.contains_key(name)
            };
            if members.iter().any(|member| defines(units[member].1)) {
                continue;
            }
            let near = |path: &str| common(path, &units[&root].1.path);
            let best = |wanted: &dyn Fn(&Index) -> bool| {
                let found = units.iter().filter(|(_, (_, index))| !index.main && wanted(index));
                found.max_by_key(|(at, (_, index))| (near(&index.path), std::cmp::Reverse(**at))).map(|(at, _)| *at)
            };
            let weak = |index: &Index| index.weak.contains(name);
            let held = members.iter().any(|member| weak(units[member].1));
            if let Some(at) = best(&defines).or_else(|| if held { None } else { best(&weak) }) {
                members.insert(at);
                work.push(at);
            }
        }
    }
    members
}

/// Programs of one package share the modules of headers. A type that a header only declares is taken from the unit that has its members: every
/// program needs that unit.
fn with_homes(group: &mut [Program], units: &Units<'_>) {
    let members: BTreeSet<usize> = group.iter().flat_map(|program| program.units.iter().copied()).collect();
    if group.len() < 2 {
        return;
    }
    let declared = |at: &usize| units[at].1.headers.values().flat_map(BTreeMap::iter).collect::<Vec<_>>();
    let all: Vec<(&String, &Known)> = members.iter().flat_map(declared).collect();
    let complete: BTreeSet<&String> = all.iter().filter(|(_, known)| known.complete).map(|(name, _)| *name).collect();
    let mut homes = BTreeSet::new();
    for name in all.iter().map(|(name, _)| *name).filter(|name| !complete.contains(*name)) {
        let mut owners = members.iter().filter(|at| units[*at].1.types.contains(name));
        if let (Some(owner), None) = (owners.next(), owners.next()) {
            homes.insert(*owner);
        }
    }
    homes.retain(|at| !units[at].1.main);
    for program in group {
        if let Some(root) = program.root {
            program.units.extend(&homes);
            program.units = needed(root, std::mem::take(&mut program.units), units);
        }
    }
}

/// How many leading folders two paths share.
fn common(a: &str, b: &str) -> usize {
    a.split('/').zip(b.split('/')).take_while(|(a, b)| a == b).count()
}

/// Programs that share units belong to one package.
fn groups(programs: Vec<Program>) -> Vec<Vec<Program>> {
    let mut groups: Vec<Vec<Program>> = vec![];
    for program in programs {
        let (mut joined, apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.iter().any(|other| !other.units.is_disjoint(&program.units)));
        let mut merged: Vec<Program> = joined.drain(..).flatten().collect();
        merged.push(program);
        groups = apart;
        groups.push(merged);
    }
    groups
}

/// How many types a unit knows with their members, and how many at all.
fn known(types: &BTreeMap<String, &Known>) -> (usize, usize) {
    (types.values().filter(|known| known.complete).count(), types.len())
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

    /// The types that a unit knows of a header.
    fn known_of<'k>(&'k self, at: usize, header: &str, moved: &Moved) -> BTreeMap<String, &'k Known> {
        let index = self.units[&at].1;
        let mut out = BTreeMap::new();
        for (name, known) in &index.named {
            if moved.own.contains(name) && moved.to.get(name).is_some_and(|to| to == header) {
                out.insert(name.clone(), known);
            }
        }
        for (from, types) in &index.headers {
            for (name, known) in types {
                if moved.to.get(name).unwrap_or(from) == header {
                    out.insert(name.clone(), known);
                }
            }
        }
        out
    }

    /// Types that some units find in one header and some in another, or write themselves, and that look the same: the header that counts.
    fn moved(&self, members: &BTreeSet<usize>) -> Moved {
        let mut seen: BTreeMap<&str, Seen<'_>> = BTreeMap::new();
        for at in members {
            for (header, types) in &self.units[at].1.headers {
                for (name, known) in types {
                    let seen = seen.entry(name).or_default();
                    *seen.headers.entry(header).or_default() += 1;
                    seen.complete |= known.complete;
                    seen.shapes.extend(known.complete.then_some(known.shape.as_str()));
                }
            }
        }
        for (name, known) in members.iter().flat_map(|at| &self.units[at].1.named) {
            if let Some(seen) = seen.get_mut(name.as_str()) {
                seen.own |= !known.complete || seen.complete;
                seen.shapes.extend(known.complete.then_some(known.shape.as_str()));
            }
        }
        let mut out = Moved::default();
        for (name, seen) in seen.iter().filter(|(_, seen)| seen.shapes.len() <= 1) {
            let most = seen.headers.iter().max_by_key(|(header, count)| (**count, std::cmp::Reverse(**header)));
            if let (true, Some((header, _))) = (seen.headers.len() > 1 || seen.own, most) {
                out.to.insert((*name).to_owned(), (*header).to_owned());
                out.own.extend(seen.own.then(|| (*name).to_owned()));
            }
        }
        out
    }

    /// The modules with types of headers that more than one unit may use.
    fn types(&self, members: &BTreeSet<usize>, modules: &BTreeMap<usize, String>, moved: &Moved) -> Vec<Types> {
        let mut taken = batuta_rust_ir::names::Scope::new();
        modules.values().for_each(|name| {
            taken.take(name);
        });
        let mut headers: BTreeSet<&String> = members.iter().flat_map(|at| self.units[at].1.headers.keys()).collect();
        headers.extend(moved.to.values());
        let mut out = vec![];
        for header in headers {
            let mut names = BTreeSet::new();
            let mut owner: Option<(usize, (usize, usize))> = None;
            for at in members {
                let types = self.known_of(*at, header, moved);
                names.extend(types.iter().filter(|(_, known)| known.used).map(|(name, _)| name.clone()));
                if !types.is_empty() && owner.is_none_or(|(_, best)| known(&types) > best) {
                    owner = Some((*at, known(&types)));
                }
            }
            let Some((owner, _)) = owner.filter(|_| !names.is_empty()) else { continue };
            let end = header.trim_matches(['<', '>']).rsplit(['/', ':']).next().unwrap_or(header);
            let base = identifier(&format!("{}_h", end.trim_end_matches(".h")));
            let known = self.known_of(owner, header, moved);
            let unknown = |name: &&String| !known.get(*name).is_some_and(|known| known.complete);
            let rest: BTreeSet<String> = names.iter().filter(unknown).cloned().collect();
            out.push(Types { header: header.clone(), owner, module: taken.fresh(&base), names, rest: false });
            for at in members {
                let types = self.known_of(*at, header, moved);
                let first = |name: &&String| {
                    let by =
                        |at: &usize| self.known_of(*at, header, moved).get(*name).is_some_and(|known| known.complete);
                    members.iter().find(|at| by(at)) == Some(at)
                };
                let names: BTreeSet<String> =
                    rest.iter().filter(|name| types.contains_key(*name)).filter(first).cloned().collect();
                if !names.is_empty() {
                    let module = taken.fresh(&base);
                    out.push(Types { header: header.clone(), owner: *at, module, names, rest: true });
                }
            }
        }
        out
    }

    /// Types that the module of a header takes from other modules, by header.
    fn elsewhere(
        &self,
        members: &BTreeSet<usize>,
        modules: &BTreeMap<usize, String>,
        types: &[Types],
        moved: &Moved,
    ) -> BTreeMap<String, BTreeSet<String>> {
        let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for part in types.iter().filter(|part| part.rest) {
            let paths = part.names.iter().map(|name| format!("crate::{}::{name}", part.module));
            out.entry(part.header.clone()).or_default().extend(paths);
        }
        for main in types.iter().filter(|part| !part.rest) {
            // What the module names need not be used itself: its types may point to it.
            let named = self.known_of(main.owner, &main.header, moved);
            for name in main.names.iter().chain(named.keys().filter(|name| !main.names.contains(*name))) {
                let complete =
                    |at: &usize| self.known_of(*at, &main.header, moved).get(name).is_some_and(|known| known.complete);
                let mut owners = members.iter().filter(|at| self.units[at].1.types.contains(name));
                if let (false, Some(owner), None) = (members.iter().any(complete), owners.next(), owners.next()) {
                    let path = self.rust_path(*owner, modules, name);
                    out.entry(main.header.clone()).or_default().insert(path);
                }
            }
        }
        out
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

    /// Units that were read for different machines see a type of a header differently.
    fn disagree(&self, units: &BTreeSet<usize>) -> bool {
        let mut shapes: BTreeMap<(&str, &str), &str> = BTreeMap::new();
        let mixed = units.iter().any(|unit| self.units[unit].1.portable);
        let types = units.iter().flat_map(|unit| &self.units[unit].1.headers);
        mixed
            && types.flat_map(|(header, types)| types.iter().map(move |(name, known)| (header, name, known))).any(
                |(header, name, known)| {
                    known.complete && *shapes.entry((header, name)).or_insert(&known.shape) != known.shape
                },
            )
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
