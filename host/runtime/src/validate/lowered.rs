//! What transpilers give back: generated files, programs, operations.

use super::{Judged, Known, at_most, crate_name, paths, quoted, span};
use crate::model::*;
use crate::text::clean;
use std::collections::BTreeSet;

/// Files at the root of a package that cargo or rustup obey: the host writes them, or nobody.
const HOST_OWNED: &[&str] = &["cargo.toml", "cargo.lock", "build.rs", "rust-toolchain", "rust-toolchain.toml"];
/// Longest name of an operation: those of fused ones hold an expression.
const NAME: usize = 512;
/// Most origins of one file.
const ORIGINS: usize = 4_000_000;

/// The result of `lower`, judged.
pub(crate) fn lowered(mut lowered: Lowered, known: &Known, files: usize) -> Judged<Lowered> {
    crate_name(&lowered.package, "package")?;
    at_most(lowered.files.len(), files, "files")?;
    output_files(&lowered.files, known)?;
    if let Some(file) = lowered.files.iter().find(|file| is_host_owned(&file.path)) {
        return Err(format!("wants to write `{}`, which only the host writes", quoted(&file.path)));
    }
    at_most(lowered.binaries.len(), 1000, "programs")?;
    let mut names = BTreeSet::new();
    for binary in &mut lowered.binaries {
        self::binary(binary, known)?;
        if !names.insert(paths::folded(&binary.name)) {
            return Err(format!("gave two programs the name `{}`", quoted(&binary.name)));
        }
    }
    at_most(lowered.operations.len(), 100_000, "operations")?;
    lowered.operations.iter().try_for_each(|it| operation(it, known))?;
    at_most(lowered.supports.len(), 64, "support crates")?;
    for support in &lowered.supports {
        crate_name(&support.name, "support crate")?;
        features(&support.features)?;
    }
    at_most(lowered.dependencies.len(), 256, "dependencies")?;
    lowered.dependencies.iter().try_for_each(dependency)?;
    at_most(lowered.counts.len(), 1000, "counts")?;
    lowered.counts.iter_mut().for_each(|count| count.name = clean(&count.name, 64));
    Ok(lowered)
}

/// The files of a support crate, judged: here `Cargo.toml` is the plugin's, within limits.
pub(crate) fn support_crate(name: &str, files: Vec<OutputFile>, most: usize) -> Judged<Vec<OutputFile>> {
    at_most(files.len(), most, "files")?;
    output_files(&files, &Known::new())?;
    let is_manifest = |file: &&OutputFile| file.path == "Cargo.toml";
    if let Some(file) = files.iter().find(|file| is_host_owned(&file.path) && !is_manifest(file)) {
        return Err(format!("wants to write `{}` in a support crate, which is not allowed", quoted(&file.path)));
    }
    let Some(manifest) = files.iter().find(is_manifest) else {
        return Err(format!("gave a support crate `{}` without a Cargo.toml", quoted(name)));
    };
    super::cargo_toml::judge(&manifest.content)?;
    Ok(files)
}

/// The slices of `link`, in order and for files that took part.
pub(crate) fn link(slices: Vec<(FileId, Vec<u8>)>, files: &BTreeSet<FileId>) -> Judged<Vec<(FileId, Vec<u8>)>> {
    let mut seen = BTreeSet::new();
    for (id, _) in &slices {
        if !files.contains(id) {
            return Err(format!("linked facts for file {}, which it was not given", id.0));
        }
        if !seen.insert(*id) {
            return Err(format!("linked facts for file {} twice", id.0));
        }
    }
    let mut slices = slices;
    slices.sort_by_key(|(id, _)| *id);
    Ok(slices)
}

fn is_host_owned(path: &str) -> bool {
    HOST_OWNED.contains(&paths::folded(path).as_str()) || paths::folded(path).ends_with("/cargo.toml")
}

/// Paths are valid, and no two of them are one file, or one a folder of the other, on a file system that ignores case.
fn output_files(files: &[OutputFile], known: &Known) -> Judged {
    let mut seen = BTreeSet::new();
    for file in files {
        paths::output_path(&file.path)?;
        if !seen.insert(paths::folded(&file.path)) {
            return Err(format!("wants to write `{}` twice (case ignored)", quoted(&file.path)));
        }
        at_most(file.origins.len(), ORIGINS, "origins of one file")?;
        for origin in &file.origins {
            span(origin.at, known)?;
        }
        if file.origins.iter().any(|origin| origin.line == 0)
            || file.origins.windows(2).any(|pair| pair[0].line > pair[1].line)
        {
            return Err(format!("gave origins of `{}` that are not in order of lines from 1", quoted(&file.path)));
        }
    }
    for path in &seen {
        let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
        if let Some(folder) = folders.into_iter().find(|folder| seen.contains(*folder)) {
            return Err(format!("wants `{}` to be a file and a folder", quoted(folder)));
        }
    }
    Ok(())
}

fn binary(binary: &mut Binary, known: &Known) -> Judged {
    crate_name(&binary.name, "program")?;
    paths::output_path(&binary.path)?;
    if !binary.path.ends_with(".rs") {
        return Err(format!("gave `{}` as root of a program, which is no Rust file", quoted(&binary.path)));
    }
    if !known.contains_key(&binary.source) {
        return Err(format!("gave a program for file {}, which this step did not read", binary.source.0));
    }
    at_most(binary.reference.build.len(), 16, "build steps")?;
    binary.reference.build.iter().chain([&binary.reference.run]).try_for_each(command)
}

/// Programs are found by name; validation runs them in an OS sandbox.
fn command(command: &Command) -> Judged {
    let name = &command.program;
    let shape = |c: char| c.is_ascii_alphanumeric() || "_-+.".contains(c);
    let valid = name == "{out}"
        || (!name.is_empty() && name.len() <= 64 && !name.starts_with(['-', '.']) && name.chars().all(shape));
    if !valid {
        return Err(format!("wants to run `{}`, which is no name of a program", quoted(name)));
    }
    at_most(command.arguments.len(), 1000, "arguments")?;
    match command.arguments.iter().find(|it| it.len() > 32 << 10 || it.contains('\0')) {
        Some(argument) => Err(format!("gave an argument that no program can get: `{}`", quoted(argument))),
        None => Ok(()),
    }
}

fn operation(operation: &Operation, known: &Known) -> Judged {
    let shape = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    if operation.name.is_empty() || operation.name.len() > NAME || !operation.name.chars().all(shape) {
        return Err(format!("named an operation `{}`, which is no valid name", quoted(&operation.name)));
    }
    at_most(operation.operands.len() + operation.results.len(), 64, "operands")?;
    for operand in operation.operands.iter().chain(&operation.results) {
        at_most(operand.shape.len(), 16, "dimensions")?;
    }
    span(operation.at, known)
}

pub(super) fn dependency(dependency: &CrateDependency) -> Judged {
    crate_name(&dependency.name, "dependency")?;
    if dependency.version.len() > 64 || semver::VersionReq::parse(&dependency.version).is_err() {
        return Err(format!(
            "wants `{}` in version `{}`, which is no requirement",
            dependency.name,
            quoted(&dependency.version)
        ));
    }
    features(&dependency.features)
}

pub(super) fn features(features: &[String]) -> Judged {
    at_most(features.len(), 64, "features")?;
    let shape = |c: char| c.is_ascii_alphanumeric() || "_-+.".contains(c);
    match features.iter().find(|it| it.is_empty() || it.len() > 64 || !it.chars().all(shape)) {
        Some(feature) => Err(format!("named a feature `{}`, which is no valid name", quoted(feature))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_files(paths: &[&str]) -> Judged<Lowered> {
        let files =
            paths.iter().map(|path| OutputFile { path: (*path).into(), content: vec![], origins: vec![] }).collect();
        lowered(Lowered { package: "demo".into(), files, ..Lowered::default() }, &Known::new(), 100)
    }

    #[test]
    fn files_are_kept_apart() {
        assert!(with_files(&["src/main.rs", "src/build.rs"]).is_ok());
        for bad in [
            &["src/a.rs", "src/A.rs"][..],
            &["src/a", "src/a/b.rs"],
            &["Cargo.toml"],
            &["cargo.TOML"],
            &["sub/Cargo.toml"],
            &["build.rs"],
            &["Build.rs"],
            &["rust-toolchain.toml"],
            &["../../.git/hooks/x"],
        ] {
            assert!(with_files(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn commands_have_names() {
        let judge = |program: &str| command(&Command { program: program.into(), arguments: vec![] }).is_ok();
        assert!(judge("python3") && judge("{out}") && judge("g++") && judge("gcc-12"));
        assert!(!judge("/bin/sh") && !judge("../x") && !judge("") && !judge("a b") && !judge("-x") && !judge("{out}x"));
    }

    #[test]
    fn links_are_in_order_and_unique() {
        let files = BTreeSet::from([FileId(1), FileId(2)]);
        let sorted = link(vec![(FileId(2), vec![]), (FileId(1), vec![1])], &files).unwrap();
        assert_eq!(sorted[0].0, FileId(1));
        assert!(link(vec![(FileId(3), vec![])], &files).is_err());
        assert!(link(vec![(FileId(1), vec![]), (FileId(1), vec![])], &files).is_err());
    }
}
