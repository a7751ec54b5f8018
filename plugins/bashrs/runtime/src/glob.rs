//! Pathname expansion.

use crate::{Str, pattern, text};
use std::os::unix::ffi::OsStringExt;

/// Paths that match, sorted by bytes.
pub(crate) fn expand(word: &[u8], hidden: bool) -> Vec<Str> {
    let mut found = vec![];
    let (start, rest) = match word.iter().position(|byte| *byte != b'/') {
        Some(0) => (Str::new(), word),
        Some(at) => (word[..at].to_vec(), &word[at..]),
        None => return vec![],
    };
    walk(start, rest, hidden, &mut found);
    found.sort();
    found
}

/// Continue `path` (which exists, or is empty) by the pattern `rest`.
fn walk(path: Str, rest: &[u8], hidden: bool, found: &mut Vec<Str>) {
    let (component, tail) = split_component(rest);
    let after = tail.iter().take_while(|byte| **byte == b'/').count();
    if !pattern::is_pattern(component) {
        let next = [path, pattern::unquote(component)].concat();
        if tail.is_empty() {
            if component.is_empty() || std::fs::symlink_metadata(text::path(&next)).is_ok() {
                found.push(next);
            }
        } else {
            go_on(next, tail, after, hidden, found);
        }
        return;
    }
    let folder = if path.is_empty() { b".".to_vec() } else { path.clone() };
    let Ok(entries) = std::fs::read_dir(text::path(&folder)) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().into_vec();
        if name.first() == Some(&b'.') && !hidden && component.first() != Some(&b'.') && !component.starts_with(b"\\.")
        {
            continue;
        }
        if pattern::matches(&name, component) {
            let next = [path.as_slice(), &name].concat();
            if tail.is_empty() {
                found.push(next);
            } else {
                go_on(next, tail, after, hidden, found);
            }
        }
    }
    if component.first() == Some(&b'.') {
        for name in [b".".as_slice(), b".."] {
            if pattern::matches(name, component) {
                let next = [path.as_slice(), name].concat();
                if tail.is_empty() { found.push(next) } else { go_on(next, tail, after, hidden, found) }
            }
        }
    }
}

fn go_on(mut next: Str, tail: &[u8], slashes: usize, hidden: bool, found: &mut Vec<Str>) {
    if !std::fs::metadata(text::path(&next)).is_ok_and(|data| data.is_dir()) {
        return;
    }
    next.extend_from_slice(&tail[..slashes]);
    if slashes == tail.len() {
        found.push(next);
    } else {
        walk(next, &tail[slashes..], hidden, found);
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
