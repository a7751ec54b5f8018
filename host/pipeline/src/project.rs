//! Which files a project has.

use crate::codes;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::finding::HostFinding;
use crate::stamp::{Stamp, Stamps};
use batuta_runtime::model::{Digest, FileId, Severity};
use batuta_system::{Kind, Stat, System, WalkEntry, WalkOptions};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Where a run reads from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Input {
    /// The folder that paths are relative to.
    pub(crate) root: PathBuf,
    /// The only file to convert, when the input is a file.
    pub(crate) only: Option<String>,
    /// Name for people and for folders.
    pub(crate) name: String,
}

impl Input {
    /// The input at `path`, which must exist.
    pub(crate) fn find(system: &dyn System, path: &Path) -> Result<Self> {
        let path = system.absolute(path)?;
        let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
        match system.stat(&path)?.map(|stat| stat.kind) {
            Some(Kind::Folder) => {
                Ok(Input { name: name(&path).unwrap_or_else(|| "project".to_owned()), root: path, only: None })
            }
            Some(Kind::File) => {
                let only = path.file_name().and_then(|name| name.to_str());
                let only =
                    only.ok_or_else(|| Error::blocked(format!("the name of {} is not UTF-8", path.display())))?;
                let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
                let root = path.parent().unwrap_or(Path::new("/")).to_path_buf();
                Ok(Input { root, only: Some(only.to_owned()), name: stem })
            }
            Some(Kind::Other) => Err(Error::blocked(format!("{} is neither a file nor a folder", path.display()))),
            None => Err(Error::blocked(format!("{} does not exist", path.display()))),
        }
    }

    /// The input as it was given, absolute.
    pub(crate) fn path(&self) -> PathBuf {
        match &self.only {
            Some(file) => self.root.join(file),
            None => self.root.clone(),
        }
    }
}

/// A file of the project.
#[derive(Clone, Debug)]
pub(crate) struct ProjectFile {
    /// Its number.
    pub(crate) id: FileId,
    /// Relative to the root.
    pub(crate) path: String,
    /// Its metadata when it was found.
    pub(crate) stat: Stat,
    /// Of its content; none when it cannot be read or is too long.
    pub(crate) digest: Option<Digest>,
    /// Why there is no digest.
    pub(crate) problem: Option<String>,
}

/// The files of a project in byte order of their paths.
#[derive(Debug, Default)]
pub(crate) struct Project {
    /// Numbered from 0 without gaps.
    pub(crate) files: Vec<ProjectFile>,
    /// What could not be walked or read.
    pub(crate) findings: Vec<HostFinding>,
}

/// The list of files with their metadata, without looking into them.
pub(crate) fn walk(
    system: &dyn System,
    input: &Input,
    out: Option<&Path>,
    config: &Config,
) -> Result<(Vec<WalkEntry>, Vec<HostFinding>)> {
    if let Some(only) = &input.only {
        let stat = system.stat(&input.root.join(only))?;
        let stat = stat.ok_or_else(|| Error::blocked(format!("{} is gone", input.path().display())))?;
        return Ok((vec![WalkEntry { path: only.clone(), stat }], Vec::new()));
    }
    let exclude = out.map(Path::to_path_buf).into_iter().collect();
    let walk = system.walk(&input.root, &WalkOptions { exclude, most_files: config.files, everything: false })?;
    let finding = |problem: batuta_system::WalkProblem| {
        let message =
            if problem.path.is_empty() { problem.message } else { format!("{}: {}", problem.path, problem.message) };
        HostFinding::new(Severity::Warning, codes::NOT_WALKED, message)
    };
    Ok((walk.entries, walk.problems.into_iter().map(finding).collect()))
}

/// Number the files and find the digest of each: from `stamps` where the metadata says that nothing changed, else by reading.
pub(crate) fn digest(
    system: &dyn System,
    input: &Input,
    entries: Vec<WalkEntry>,
    config: &Config,
    stamps: &Stamps,
) -> Project {
    let file = |(number, entry): (usize, WalkEntry)| {
        let (digest, problem) = match digest_one(system, input, &entry, config, stamps) {
            Ok(digest) => (Some(digest), None),
            Err(problem) => (None, Some(problem)),
        };
        ProjectFile { id: FileId(number as u32), path: entry.path, stat: entry.stat, digest, problem }
    };
    let files: Vec<ProjectFile> = entries.into_par_iter().enumerate().map(file).collect();
    Project { files, findings: Vec::new() }
}

fn digest_one(
    system: &dyn System,
    input: &Input,
    entry: &WalkEntry,
    config: &Config,
    stamps: &Stamps,
) -> std::result::Result<Digest, String> {
    if entry.stat.size > config.file_size {
        return Err(too_large(entry.stat.size, config.file_size));
    }
    if let Some(digest) = stamps.digest(&entry.path, &entry.stat) {
        return Ok(digest);
    }
    match system.read(&input.root.join(&entry.path), config.file_size) {
        Ok(bytes) => Ok(Digest::of(&bytes)),
        Err(e) if e.is_too_large() => Err(too_large(entry.stat.size, config.file_size)),
        Err(e) => Err(format!("cannot be read: {}", e.source)),
    }
}

fn too_large(size: u64, limit: u64) -> String {
    format!("has {size} bytes, more than `limits.file-size` allows ({limit})")
}

impl Project {
    /// What the state remembers of these files.
    pub(crate) fn stamps(&self) -> BTreeMap<String, Stamp> {
        let stamp = |file: &ProjectFile| (file.path.clone(), Stamp::new(&file.stat, file.digest));
        self.files.iter().map(stamp).collect()
    }
}
