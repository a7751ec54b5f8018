//! Walking a folder with `.gitignore` respected.

use super::files;
use crate::error::{Action, Result, SystemError};
use crate::stat::{Kind, NEVER, Walk, WalkEntry, WalkOptions, WalkProblem};
use ignore::{DirEntry, WalkBuilder};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

pub(super) fn walk(root: &Path, options: &WalkOptions) -> Result<Walk> {
    std::fs::read_dir(root).map_err(|e| SystemError::new(Action::List, root, e))?;
    let mut found = Walk::default();
    let outside = Outside::default();
    for entry in builder(root, options, &outside).build() {
        if options.most_files > 0 && found.entries.len() >= options.most_files {
            let message = format!("more than {} files: the rest is left out", options.most_files);
            found.problems.push(WalkProblem { path: String::new(), message });
            break;
        }
        match entry {
            Ok(entry) => take(root, &entry, options.everything, &mut found),
            Err(e) => found.problems.push(problem(root, &e)),
        }
    }
    found.problems.append(&mut outside.lock().unwrap_or_else(PoisonError::into_inner));
    found.entries.sort_by(|a, b| a.path.cmp(&b.path));
    found.problems.sort();
    found.problems.dedup();
    Ok(found)
}

/// Links to folders outside of the project, found while walking.
type Outside = Arc<Mutex<Vec<WalkProblem>>>;

fn builder(root: &Path, options: &WalkOptions, outside: &Outside) -> WalkBuilder {
    let mut builder = WalkBuilder::new(root);
    // Only what lies in the project decides, so that the same project gives the same files on every machine.
    builder.hidden(false).parents(false).git_global(false).require_git(false).follow_links(true);
    if options.everything {
        builder.standard_filters(false).follow_links(false);
        let exclude = options.exclude.clone();
        builder.filter_entry(move |entry| !exclude.iter().any(|path| path == entry.path()));
        return builder;
    }
    let (exclude, root, outside) = (options.exclude.clone(), root.to_path_buf(), Arc::clone(outside));
    builder.filter_entry(move |entry| {
        if entry.depth() == 0 {
            return true;
        }
        if entry.path_is_symlink() && leads_outside(&root, entry.path()) {
            outside.lock().unwrap_or_else(PoisonError::into_inner).push(WalkProblem {
                path: entry.path().strip_prefix(&root).unwrap_or(entry.path()).to_string_lossy().into_owned(),
                message: "is a link that leads outside the project".to_owned(),
            });
            return false;
        }
        !is_left_out(entry, &exclude)
    });
    builder
}

fn is_left_out(entry: &DirEntry, exclude: &[std::path::PathBuf]) -> bool {
    let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
    is_folder
        && (entry.file_name().to_str().is_some_and(|name| NEVER.contains(&name))
            || exclude.iter().any(|path| path == entry.path())
            || ["CACHEDIR.TAG", "pyvenv.cfg"].iter().any(|mark| entry.path().join(mark).exists()))
}

fn take(root: &Path, entry: &DirEntry, everything: bool, found: &mut Walk) {
    let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
    let shown = relative.to_string_lossy().into_owned();
    let mut refuse = |message: String| found.problems.push(WalkProblem { path: shown.clone(), message });
    let metadata = match entry.metadata() {
        Ok(metadata) => metadata,
        Err(e) => return refuse(e.to_string()),
    };
    let stat = files::stat(&metadata);
    match (stat.kind, relative.to_str()) {
        (_, Some("")) => {}
        (_, Some(path)) if everything => found.entries.push(WalkEntry { path: path.to_owned(), stat }),
        (Kind::Folder, _) => {}
        (Kind::Other, _) => refuse("is neither a file nor a folder".to_owned()),
        (Kind::File, None) => refuse("its name is not UTF-8".to_owned()),
        (Kind::File, Some(path)) => found.entries.push(WalkEntry { path: path.to_owned(), stat }),
    }
}

fn leads_outside(root: &Path, link: &Path) -> bool {
    match (root.canonicalize(), link.canonicalize()) {
        (Ok(root), Ok(target)) => !target.starts_with(root),
        _ => true,
    }
}

fn problem(root: &Path, error: &ignore::Error) -> WalkProblem {
    let path = path_of(error).unwrap_or(root);
    let path = path.strip_prefix(root).unwrap_or(path).to_string_lossy().into_owned();
    let message = match cause(error) {
        ignore::Error::Loop { .. } => "is a link to a folder above itself".to_owned(),
        ignore::Error::Io(e) => text(e),
        other => other.to_string(),
    };
    WalkProblem { path, message }
}

/// The innermost error.
fn cause(error: &ignore::Error) -> &ignore::Error {
    match error {
        ignore::Error::WithPath { err, .. }
        | ignore::Error::WithDepth { err, .. }
        | ignore::Error::WithLineNumber { err, .. } => cause(err),
        other => other,
    }
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::Loop { child, .. } => Some(child),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

/// The text of an I/O error without the path, which a problem names anyway.
fn text(error: &std::io::Error) -> String {
    match error.raw_os_error() {
        Some(code) => std::io::Error::from_raw_os_error(code).to_string(),
        None => error.kind().to_string(),
    }
}
