//! Names: keywords, sanitising, case, uniqueness.

use std::collections::{BTreeMap, BTreeSet};

/// Strict and reserved keywords of edition 2024, and names that cannot be raw identifiers.
const KEYWORDS: &[&str] = &[
    "Self", "_", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do",
    "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Whether `name` is a keyword of Rust.
pub fn is_keyword(name: &str) -> bool {
    KEYWORDS.binary_search(&name).is_ok()
}

/// A valid identifier close to `name`: characters that Rust does not allow become `_`, a leading digit gets `p` in front, a
/// keyword gets `_` behind. Not injective: use a [`Scope`] where names must stay apart.
pub fn identifier(name: &str) -> String {
    let mut out: String = name.chars().map(|c| if c == '_' || c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    if out.is_empty() || out.starts_with(|c: char| c.is_ascii_digit()) {
        out.insert(0, 'p');
    }
    if is_keyword(&out) {
        out.push('_');
    }
    out
}

/// The name of a package or binary, as the contract says: as [`identifier`], and `test` gets `_` behind.
pub fn package(name: &str) -> String {
    let out = identifier(name);
    if out == "test" { "test_".into() } else { out }
}

/// `CamelCase` or `mixedCase` to `snake_case`; leading underscores stay.
pub fn snake_case(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    let chars: Vec<char> = name.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        let after_lower = at > 0 && (chars[at - 1].is_lowercase() || chars[at - 1].is_ascii_digit());
        let starts_word =
            at > 0 && chars[at - 1].is_uppercase() && chars.get(at + 1).is_some_and(|next| next.is_lowercase());
        if c.is_uppercase() && (after_lower || starts_word) {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}

/// `snake_case` to `CamelCase`; leading underscores stay.
pub fn camel_case(name: &str) -> String {
    let body = name.trim_start_matches('_');
    let mut out = "_".repeat(name.len() - body.len());
    for word in body.split('_').filter(|word| !word.is_empty()) {
        let mut chars = word.chars();
        out.extend(chars.next().into_iter().flat_map(char::to_uppercase));
        out.extend(chars);
    }
    out
}

/// Gives out names that are not taken yet.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    taken: BTreeSet<String>,
    /// Per name, the number that was given out last: all below are taken, so a long function does not count up each time.
    last: BTreeMap<String, u32>,
}

impl Scope {
    /// Nothing is taken.
    pub fn new() -> Scope {
        Scope::default()
    }

    /// Mark `name` as taken; whether it was free.
    pub fn take(&mut self, name: &str) -> bool {
        self.taken.insert(name.to_owned())
    }

    /// Whether `name` is taken.
    pub fn is_taken(&self, name: &str) -> bool {
        self.taken.contains(name)
    }

    /// An identifier close to `wanted` that is free, now taken: `x`, then `x_2`, `x_3` …
    pub fn fresh(&mut self, wanted: &str) -> String {
        let base = identifier(wanted);
        if self.taken.insert(base.clone()) {
            return base;
        }
        let mut number = self.last.get(&base).copied().unwrap_or(1);
        loop {
            number += 1;
            let name = format!("{base}_{number}");
            if self.taken.insert(name.clone()) {
                self.last.insert(base, number);
                return name;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_identifiers() {
        let out: Vec<_> =
            ["foo-bar", "3d", "type", "test", "", "naïve", "gen"].iter().map(|name| package(name)).collect();
        assert_eq!(out, ["foo_bar", "p3d", "type_", "test_", "p", "na_ve", "gen_"]);
    }

    #[test]
    fn cases_change() {
        assert_eq!(snake_case("HTTPServerName2x"), "http_server_name2x");
        assert_eq!(camel_case("_my_type"), "_MyType");
    }

    #[test]
    fn keywords_are_sorted() {
        assert!(KEYWORDS.is_sorted());
    }

    #[test]
    fn fresh_names_differ() {
        let mut scope = Scope::new();
        assert_eq!([scope.fresh("x"), scope.fresh("x"), scope.fresh("fn")], ["x", "x_2", "fn_"]);
    }
}
