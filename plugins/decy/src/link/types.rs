//! The modules that types of headers are written in: one per header, for all units of a package.

use super::Package;
use crate::index::Known;
use batuta_rust_ir::names::identifier;
use std::collections::{BTreeMap, BTreeSet};

/// A module with types of a header.
pub(super) struct Types {
    pub(super) header: String,
    pub(super) owner: usize,
    pub(super) module: String,
    pub(super) names: BTreeSet<String>,
    pub(super) rest: bool,
}

/// Types that are written where one header's are.
#[derive(Default)]
pub(super) struct Moved {
    /// The header, by Rust name.
    pub(super) to: BTreeMap<String, String>,
    /// Those that units which write them themselves take from there too.
    pub(super) own: BTreeSet<String>,
}

/// Where a type is found.
#[derive(Default)]
struct Seen<'a> {
    headers: BTreeMap<&'a str, usize>,
    shapes: BTreeSet<&'a str>,
    /// A header has its members.
    complete: bool,
    /// A unit's own file has it, and no more of it than a header.
    pub(super) own: bool,
}

/// How many types a unit knows with their members, and how many at all.
fn known(types: &BTreeMap<String, &Known>) -> (usize, usize) {
    (types.values().filter(|known| known.complete).count(), types.len())
}

impl Package<'_> {
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
    pub(super) fn moved(&self, members: &BTreeSet<usize>) -> Moved {
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
    pub(super) fn types(
        &self,
        members: &BTreeSet<usize>,
        modules: &BTreeMap<usize, String>,
        moved: &Moved,
    ) -> Vec<Types> {
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
    pub(super) fn elsewhere(
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
}
