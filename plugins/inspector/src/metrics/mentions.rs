//! Which names a file mentions, and which of its functions could be dead when nobody mentions them.

use super::tokens::{Token, tokens};
use crate::facts::{Function, Reach};
use crate::language::Detected;
use crate::source::{Class, scan};
use std::collections::BTreeMap;

/// The names of a file, as [`hash`]es in order, that stand anywhere but where a function of that name is defined or declared, or inside of
/// it. Words of strings count: a program may look a name up.
pub(super) fn of(language: &Detected, bytes: &[u8], code: &str, functions: &[Function]) -> Vec<u64> {
    let mut places: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let all = tokens(code);
    let mut depth = 0usize;
    for (at, token) in all.iter().enumerate() {
        match token.text {
            "{" => depth += 1,
            "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if token.is_word() && !declares(language.name, &all, at, depth) {
            places.entry(token.text.to_owned()).or_default().push(token.line);
        }
    }
    scan(bytes, language.syntax, |class, range| {
        if class == Class::Text {
            let text = String::from_utf8_lossy(&bytes[range]);
            let words = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
            words.for_each(|word| places.entry(word.to_owned()).or_default().push(0));
        }
    });
    let mut mentions: Vec<u64> = places
        .iter()
        .filter(|(name, lines)| {
            let own: Vec<&Function> = functions.iter().filter(|function| function.name == **name).collect();
            let inside = |line: &u32| own.iter().any(|function| (function.line..=function.last_line).contains(line));
            lines.iter().any(|line| !inside(line))
        })
        .map(|(name, _)| hash(name))
        .collect();
    mentions.sort_unstable();
    mentions.dedup();
    mentions
}

/// Whether a word is the name in a definition or declaration of a function.
fn declares(language: &str, all: &[Token<'_>], at: usize, depth: usize) -> bool {
    let text = |at: Option<usize>| at.and_then(|at| all.get(at)).map_or("", |token| token.text);
    let (before, after, second) = (text(at.checked_sub(1)), text(Some(at + 1)), text(Some(at + 2)));
    match language {
        "python" => before == "def",
        "shell" => before == "function" || after == "(" && second == ")",
        "c" | "cpp" => depth == 0 && after == "(",
        _ => false,
    }
}

/// What is known of a function's use from outside. Methods and functions in functions are not judged: what calls them has no name for it.
pub(super) fn reach(language: &str, code: &str, functions: &mut [Function]) {
    let lines: Vec<&str> = code.lines().collect();
    let line = |number: u32| lines.get((number as usize).wrapping_sub(1)).map_or("", |line| line.trim());
    for function in functions {
        let name = function.name.as_str();
        let decorated = language == "python" && line(function.line.saturating_sub(1)).starts_with(['@', ')'])
            || line(function.line).starts_with('@');
        let special = name.contains(['.', ':']) || name.starts_with("__") || name == "main" || is_test(name);
        let above = line(function.line.saturating_sub(1));
        let begun = if above.ends_with([';', '}', '{']) { function.line } else { function.line.saturating_sub(1) };
        let head = (begun..function.body_line.max(function.line + 1)).map(line).collect::<Vec<_>>().join(" ");
        let own = match language {
            "python" => name.starts_with('_'),
            "c" | "cpp" => head.split(|c: char| !c.is_alphanumeric()).any(|word| word == "static"),
            _ => false,
        };
        let attributed = matches!(language, "c" | "cpp") && (head.contains("__attribute__") || head.contains("[["));
        function.reach = match (special || decorated || attributed, own) {
            (true, _) => Reach::Anywhere,
            (false, true) => Reach::File,
            (false, false) => Reach::Project,
        };
    }
}

/// Test runners find these by their names.
fn is_test(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    lower.starts_with("test") || lower.starts_with("pytest") || matches!(name, "setup" | "teardown" | "load_tests")
}

/// FNV-1a (Fowler, Noll and Vo): names are compared across files by it.
pub(crate) fn hash(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
