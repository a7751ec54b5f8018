//! Names of packages and programs.

use std::collections::BTreeMap;

/// Strict and reserved keywords of edition 2024.
const KEYWORDS: [&str; 52] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "test",
];

/// Names that cargo keeps for folders of its own below `target/release`.
const CARGO: [&str; 4] = ["build", "deps", "examples", "incremental"];

/// A name by the rule of the output: anything but letters, digits and `_` becomes `_`, a leading digit gets `p`, a keyword
/// or `test` gets `_`.
pub(crate) fn sanitise(name: &str) -> String {
    let mut clean: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    if clean.is_empty() {
        clean.push('_');
    }
    if clean.starts_with(|c: char| c.is_ascii_digit()) {
        clean.insert(0, 'p');
    }
    if KEYWORDS.contains(&clean.as_str()) {
        clean.push('_');
    }
    clean
}

/// As [`sanitise`], for the name of an executable.
pub(crate) fn sanitise_binary(name: &str) -> String {
    let clean = sanitise(name);
    if CARGO.contains(&clean.as_str()) { clean + "_" } else { clean }
}

/// What is put behind a name to tell languages apart.
pub(crate) fn suffix(language: &str) -> String {
    match language {
        "python" => "py".to_owned(),
        "shell" | "bash" => "sh".to_owned(),
        other => sanitise(other),
    }
}

/// A name that somebody wants.
pub(crate) struct Wish {
    /// Already clean.
    pub(crate) name: String,
    /// Tried in order, each behind `_`, when others wish the same name.
    pub(crate) suffixes: Vec<String>,
}

/// One name per wish, all different, also where case does not count. Wishes that collide are all renamed, so that the
/// outcome does not depend on their order; numbers come last.
pub(crate) fn distinct(wishes: &[Wish], taken: &[&str]) -> Vec<String> {
    let most = wishes.iter().map(|wish| wish.suffixes.len()).max().unwrap_or(0);
    let mut names: Vec<String> = wishes.iter().map(|wish| wish.name.clone()).collect();
    for round in 0..most {
        let clashes = clashes(&names, taken);
        for (at, wish) in wishes.iter().enumerate().filter(|(at, _)| clashes[*at]) {
            if let Some(suffix) = wish.suffixes.get(round) {
                names[at] = format!("{}_{suffix}", names[at]);
            }
        }
    }
    number(&mut names, taken);
    names
}

fn clashes(names: &[String], taken: &[&str]) -> Vec<bool> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let all = names.iter().map(String::as_str).chain(taken.iter().copied());
    all.for_each(|name| *counts.entry(name.to_lowercase()).or_default() += 1);
    names.iter().map(|name| counts[&name.to_lowercase()] > 1).collect()
}

fn number(names: &mut [String], taken: &[&str]) {
    let mut used: Vec<String> = taken.iter().map(|name| name.to_lowercase()).collect();
    for name in names {
        let wanted = name.clone();
        let mut n = 2;
        while used.contains(&name.to_lowercase()) {
            *name = format!("{wanted}_{n}");
            n += 1;
        }
        used.push(name.to_lowercase());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_contract() {
        for (name, clean) in [
            ("a-b.c", "a_b_c"),
            ("1st", "p1st"),
            ("match", "match_"),
            ("test", "test_"),
            ("ok_1", "ok_1"),
            ("", "_"),
            ("ä", "_"),
        ] {
            assert_eq!(sanitise(name), clean);
        }
        assert_eq!((sanitise_binary("deps"), sanitise("deps")), ("deps_".into(), "deps".into()));
    }

    #[test]
    fn colliding_names_are_all_told_apart() {
        let wish = |name: &str, suffix: &str| Wish { name: name.into(), suffixes: vec![suffix.into()] };
        let names = distinct(
            &[wish("tool", "py"), wish("Tool", "sh"), wish("other", "py"), wish("support", "c")],
            &["support"],
        );
        assert_eq!(names, ["tool_py", "Tool_sh", "other", "support_c"]);
        assert_eq!(distinct(&[wish("a", "py"), wish("a", "py")], &[]), ["a_py", "a_py_2"]);
    }
}
