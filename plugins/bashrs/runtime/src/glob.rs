//! Pathname expansion.

use crate::{Str, pattern, text};

/// Options of bash that change what matches.
#[derive(Clone, Copy, Default)]
pub(crate) struct Rules {
    /// `dotglob`
    pub(crate) hidden: bool,
    /// `globstar`
    pub(crate) deep: bool,
    /// `nocaseglob`
    pub(crate) fold: bool,
}
use std::os::unix::ffi::OsStringExt;

/// Paths that match, sorted by bytes.
pub(crate) fn expand(word: &[u8], rules: Rules) -> Vec<Str> {
    let mut found = vec![];
    let (start, rest) = match word.iter().position(|byte| *byte != b'/') {
        Some(0) => (Str::new(), word),
        Some(at) => (word[..at].to_vec(), &word[at..]),
        None => return vec![],
    };
    walk(start, rest, rules, &mut found);
    found.sort();
    found.dedup();
    found
}

/// Continue `path` (which exists, or is empty) by the pattern `rest`.
fn walk(path: Str, rest: &[u8], rules: Rules, found: &mut Vec<Str>) {
    let (component, tail) = split_component(rest);
    let after = tail.iter().take_while(|byte| **byte == b'/').count();
    if rules.deep && component == b"**" {
        return walk_deep(path, &tail[after..], tail.is_empty(), rules, found);
    }
    if !pattern::is_pattern(component) {
        let next = [path, pattern::unquote(component)].concat();
        if tail.is_empty() {
            if component.is_empty() || std::fs::symlink_metadata(text::path(&next)).is_ok() {
                found.push(next);
            }
        } else {
            go_on(next, tail, after, rules, found);
        }
        return;
    }
    let folder = if path.is_empty() { b".".to_vec() } else { path.clone() };
    let Ok(entries) = std::fs::read_dir(text::path(&folder)) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().into_vec();
        if name.first() == Some(&b'.')
            && !rules.hidden
            && component.first() != Some(&b'.')
            && !component.starts_with(b"\\.")
        {
            continue;
        }
        let matches = if rules.fold {
            pattern::matches(name.to_ascii_lowercase(), component.to_ascii_lowercase())
        } else {
            pattern::matches(&name, component)
        };
        if matches {
            let next = [path.as_slice(), &name].concat();
            if tail.is_empty() {
                found.push(next);
            } else {
                go_on(next, tail, after, rules, found);
            }
        }
    }
    if component.first() == Some(&b'.') {
        for name in [b".".as_slice(), b".."] {
            if pattern::matches(name, component) {
                let next = [path.as_slice(), name].concat();
                if tail.is_empty() { found.push(next) } else { go_on(next, tail, after, rules, found) }
            }
        }
    }
}

/// `**`: everything below `path`, or what `rest` matches in it and in each folder below.
fn walk_deep(path: Str, rest: &[u8], last: bool, rules: Rules, found: &mut Vec<Str>) {
    if !path.is_empty() && rest.is_empty() {
        found.push(path.clone());
    }
    if !rest.is_empty() {
        walk(path.clone(), rest, rules, found);
    }
    let folder = if path.is_empty() { b".".to_vec() } else { path.clone() };
    let Ok(entries) = std::fs::read_dir(text::path(&folder)) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().into_vec();
        if name.first() == Some(&b'.') && !rules.hidden {
            continue;
        }
        let next = [path.as_slice(), &name].concat();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            if last {
                found.push(next.clone());
            }
            walk_below([next.as_slice(), b"/"].concat(), rest, last, rules, found);
        } else if last {
            found.push(next);
        }
    }
}

/// The same below a folder, which was counted already.
fn walk_below(path: Str, rest: &[u8], last: bool, rules: Rules, found: &mut Vec<Str>) {
    let mut inner = vec![];
    walk_deep(path.clone(), rest, last, rules, &mut inner);
    if last {
        inner.retain(|one| *one != path);
    }
    found.append(&mut inner);
}

fn go_on(mut next: Str, tail: &[u8], slashes: usize, rules: Rules, found: &mut Vec<Str>) {
    if !std::fs::metadata(text::path(&next)).is_ok_and(|data| data.is_dir()) {
        return;
    }
    next.extend_from_slice(&tail[..slashes]);
    if slashes == tail.len() {
        found.push(next);
    } else {
        walk(next, &tail[slashes..], rules, found);
    }
}

/// The pattern up to the next slash.
fn split_component(pattern: &[u8]) -> (&[u8], &[u8]) {
    let mut at = 0;
    while at < pattern.len() && pattern[at] != b'/' {
        at += if pattern[at] == b'\\' { 2 } else { 1 };
    }
    pattern.split_at(at.min(pattern.len()))
}
