//! Which units make which programs.

use super::{Program, Units, folder_name, stem};
use crate::index::{Index, Known};
use std::collections::{BTreeMap, BTreeSet};

/// Every unit with `main` is a program; the rest, as far as no program uses it, is a library.
pub(super) fn programs(units: &Units<'_>) -> Vec<Program> {
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
pub(super) fn with_homes(group: &mut [Program], units: &Units<'_>) {
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
pub(super) fn groups(programs: Vec<Program>) -> Vec<Vec<Program>> {
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
