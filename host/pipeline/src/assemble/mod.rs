//! From lowered files to a workspace: packages, names, manifests, support crates.

pub(crate) mod guard;
pub(crate) mod manifests;
mod names;
mod supports;

use crate::codes;
use crate::finding::HostFinding;
use crate::options::Options;
use crate::project::Project;
use crate::report::FileStatus;
use crate::steps::Steps;
use crate::transpilation::{Transpilation, Unit};
use crate::tree::{Generated, Tree};
use batuta_runtime::model::{FileId, Lowered, Reference, Severity};
use manifests::{Package, Pins};
use names::Wish;
use std::collections::{BTreeMap, BTreeSet};

/// A converted program.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    /// The source file.
    pub(crate) source: FileId,
    /// Its path.
    pub(crate) path: String,
    /// The package.
    pub(crate) package: String,
    /// The executable.
    pub(crate) binary: String,
    /// How the original runs.
    pub(crate) reference: Reference,
    /// The plugin.
    pub(crate) plugin: usize,
}

/// The workspace before it is optimised and written.
#[derive(Debug, Default)]
pub(crate) struct Assembly {
    /// All files, `Cargo.toml`s included.
    pub(crate) tree: Tree,
    /// In order of their sources.
    pub(crate) programs: Vec<Program>,
    /// Generated files by index of the source file.
    pub(crate) rust: BTreeMap<usize, Vec<String>>,
    /// What went wrong.
    pub(crate) findings: Vec<HostFinding>,
    /// Packages and support crates, as the workspace lists them.
    pub(crate) members: Vec<String>,
    /// Whether a crate of the registry is used, so that cargo has to make the lock file.
    pub(crate) registry: bool,
}

/// Files of one plugin that go into one package.
struct Group<'a> {
    plugin: usize,
    wished: String,
    units: Vec<(usize, &'a Lowered)>,
}

/// Put everything together. Units whose output is not let in become failed.
pub(crate) fn assemble(
    steps: &Steps,
    project: &Project,
    transpilation: &mut Transpilation,
    options: &Options,
) -> Assembly {
    let mut assembly = Assembly::default();
    refuse_units(project, transpilation, steps, &mut assembly.findings);
    let depends = |unit: &Unit| unit.lowered.as_ref().is_some_and(|lowered| !lowered.dependencies.is_empty());
    let lock = options.pins.as_deref().filter(|_| transpilation.units.iter().any(depends));
    let pins = manifests::pins(lock);
    let groups = groups(&transpilation.units);
    let wanted = wanted_supports(&groups);
    let supports = supports::add(steps, &options.host_supports, wanted, &mut assembly.tree, &mut assembly.findings);
    let names = package_names(steps, &groups);
    let mut packages: Vec<Package> = groups
        .iter()
        .zip(&names)
        .map(|(group, name)| package(group, name, &transpilation.units, project, &pins, &mut assembly))
        .collect();
    name_binaries(steps, &mut packages, &mut assembly.programs);
    write_manifests(&packages, &supports, &mut assembly);
    assembly.programs.sort_by(|a, b| (a.source, &a.binary).cmp(&(b.source, &b.binary)));
    assembly
}

/// Fail every unit with a file that may not be written, or that another unit writes differently.
fn refuse_units(project: &Project, transpilation: &mut Transpilation, steps: &Steps, findings: &mut Vec<HostFinding>) {
    let mut written: BTreeMap<(usize, String, String), (Vec<u8>, String)> = BTreeMap::new();
    for unit in &mut transpilation.units {
        let Some(lowered) = &unit.lowered else { continue };
        let path = &project.files[unit.file].path;
        let refusal = refuse(lowered, unit.plugin, &written);
        if let Some((code, why)) = refusal {
            let finding =
                HostFinding::new(Severity::Error, code, why.clone()).in_file(path).of_plugin(steps.name(unit.plugin));
            findings.push(finding);
            unit.failure = Some((FileStatus::Failed, why));
            unit.lowered = None;
            continue;
        }
        for file in &lowered.files {
            let key = (unit.plugin, names::sanitise(&lowered.package), file.path.clone());
            written.insert(key, (file.content.clone(), path.clone()));
        }
    }
}

fn refuse(
    lowered: &Lowered,
    plugin: usize,
    written: &BTreeMap<(usize, String, String), (Vec<u8>, String)>,
) -> Option<(&'static str, String)> {
    let not_allowed = |why: String| (codes::NOT_ALLOWED, why);
    if let Some(why) = lowered.files.iter().find_map(|file| guard::refuse_file(file, false)) {
        return Some(not_allowed(why));
    }
    if let Some(why) = lowered.dependencies.iter().find_map(guard::refuse_dependency) {
        return Some(not_allowed(why));
    }
    for support in &lowered.supports {
        if let Some(feature) = support.features.iter().find(|feature| !guard::is_feature(feature)) {
            return Some(not_allowed(format!("`{feature}` is not a feature of `{}`", support.name)));
        }
    }
    let package = names::sanitise(&lowered.package);
    for file in &lowered.files {
        match written.get(&(plugin, package.clone(), file.path.clone())) {
            Some((content, other)) if *content != file.content => {
                return Some((
                    codes::COLLISION,
                    format!("generates `{}` of package `{package}` otherwise than {other}", file.path),
                ));
            }
            _ => {}
        }
    }
    let has = |path: &String| lowered.files.iter().any(|file| file.path == *path);
    let missing = lowered
        .binaries
        .iter()
        .find(|binary| !has(&binary.path) && !written.contains_key(&(plugin, package.clone(), binary.path.clone())));
    missing.map(|binary| not_allowed(format!("program `{}` has no file `{}`", binary.name, binary.path)))
}

fn groups(units: &[Unit]) -> Vec<Group<'_>> {
    let mut groups: BTreeMap<(usize, String), Vec<(usize, &Lowered)>> = BTreeMap::new();
    for (index, unit) in units.iter().enumerate() {
        if let Some(lowered) = unit.lowered.as_ref().filter(|lowered| !lowered.files.is_empty()) {
            groups.entry((unit.plugin, names::sanitise(&lowered.package))).or_default().push((index, lowered));
        }
    }
    groups.into_iter().map(|((plugin, wished), units)| Group { plugin, wished, units }).collect()
}

fn wanted_supports(groups: &[Group<'_>]) -> BTreeMap<String, usize> {
    let mut wanted = BTreeMap::new();
    for group in groups {
        for support in group.units.iter().flat_map(|(_, lowered)| &lowered.supports) {
            wanted.entry(support.name.clone()).or_insert(group.plugin);
        }
    }
    wanted
}

fn language_suffix(steps: &Steps, plugin: usize) -> String {
    let manifest = &steps.plugins.plugins()[plugin].manifest;
    names::suffix(manifest.languages.first().unwrap_or(&manifest.name))
}

fn package_names(steps: &Steps, groups: &[Group<'_>]) -> Vec<String> {
    let mut taken: Vec<&str> = vec!["support", "target"];
    taken.extend(
        groups
            .iter()
            .flat_map(|group| &group.units)
            .flat_map(|(_, lowered)| &lowered.supports)
            .map(|s| s.name.as_str()),
    );
    taken.sort_unstable();
    taken.dedup();
    let wish =
        |group: &Group<'_>| Wish { name: group.wished.clone(), suffixes: vec![language_suffix(steps, group.plugin)] };
    names::distinct(&groups.iter().map(wish).collect::<Vec<_>>(), &taken)
}

fn package(
    group: &Group<'_>,
    name: &str,
    units: &[Unit],
    project: &Project,
    pins: &Pins,
    assembly: &mut Assembly,
) -> Package {
    let mut package = Package { name: name.to_owned(), ..Package::default() };
    for (index, lowered) in &group.units {
        let unit = &units[*index];
        for file in &lowered.files {
            let path = format!("{name}/{}", file.path);
            package.library |= file.path == "src/lib.rs";
            assembly.rust.entry(unit.file).or_default().push(path.clone());
            assembly.tree.files.insert(path, Generated { bytes: file.content.clone(), origins: file.origins.clone() });
        }
        for support in &lowered.supports {
            package.supports.entry(support.name.clone()).or_default().extend(support.features.iter().cloned());
        }
        lowered.dependencies.iter().for_each(|dependency| package.depend(dependency, pins));
        for binary in &lowered.binaries {
            package.binaries.push((names::sanitise_binary(&binary.name), binary.path.clone()));
            assembly.programs.push(Program {
                source: binary.source,
                path: project.files.get(binary.source.0 as usize).map(|file| file.path.clone()).unwrap_or_default(),
                package: name.to_owned(),
                binary: String::new(),
                reference: binary.reference.clone(),
                plugin: group.plugin,
            });
        }
    }
    package
}

/// Give every program a name that no other program of the workspace has; `programs` are in the order of the packages.
fn name_binaries(steps: &Steps, packages: &mut [Package], programs: &mut [Program]) {
    let binaries = packages.iter().flat_map(|package| &package.binaries);
    let wish = |(program, (name, _)): (&Program, &(String, String))| Wish {
        name: name.clone(),
        suffixes: vec![language_suffix(steps, program.plugin), program.package.clone()],
    };
    let wishes: Vec<Wish> = programs.iter().zip(binaries).map(wish).collect();
    let names = names::distinct(&wishes, &[]);
    let binaries = packages.iter_mut().flat_map(|package| &mut package.binaries);
    for ((binary, program), name) in binaries.zip(programs.iter_mut()).zip(names) {
        binary.0.clone_from(&name);
        program.binary = name;
    }
}

fn write_manifests(packages: &[Package], supports: &BTreeMap<String, supports::Support>, assembly: &mut Assembly) {
    let mut locked: BTreeMap<String, (String, BTreeSet<String>)> = BTreeMap::new();
    for package in packages.iter().filter(|package| package.has_target()) {
        let path = format!("{}/Cargo.toml", package.name);
        assembly.tree.files.insert(path, Generated::text(package.manifest()));
        assembly.members.push(package.name.clone());
        assembly.registry |= !package.dependencies.is_empty();
        locked.insert(package.name.clone(), ("0.1.0".to_owned(), package.supports.keys().cloned().collect()));
    }
    for (name, support) in supports {
        assembly.members.push(format!("support/{name}"));
        assembly.registry |= support.registry;
        locked.insert(name.clone(), (support.version.clone(), support.uses.clone()));
    }
    for package in packages.iter().filter(|package| !package.has_target()) {
        let message =
            format!("package `{}` has neither a program nor `src/lib.rs`: cargo does not build it", package.name);
        assembly.findings.push(HostFinding::new(Severity::Warning, codes::NOT_ALLOWED, message));
    }
    let files = &mut assembly.tree.files;
    files.insert("Cargo.toml".to_owned(), Generated::text(manifests::workspace(&assembly.members, false)));
    files.insert(".gitignore".to_owned(), Generated::text("/target\n/.batuta\n"));
    if !assembly.registry {
        files.insert("Cargo.lock".to_owned(), Generated::text(manifests::lock(&locked)));
    }
}
