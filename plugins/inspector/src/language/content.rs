//! What the content of a file says of its language.

use crate::source::{code_only, syntax};

/// The language that the text says it is in, for markup with a name that means something else.
pub(super) fn markup(head: &str) -> Option<&'static str> {
    let start = head.trim_start_matches('\u{feff}').trim_start();
    let begins = |token: &str| start.get(..token.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(token));
    match () {
        () if begins("<!doctype html") || begins("<html") => Some("html"),
        () if begins("<?xml") => Some("xml"),
        () => None,
    }
}

/// The language of a file whose name says nothing.
pub(super) fn guess(head: &str) -> Option<&'static str> {
    if let Some(found) = markup(head) {
        return Some(found);
    }
    if head.starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(head).is_ok() {
        return Some("json");
    }
    let lines = || head.lines().map(str::trim_end);
    if lines().any(|line| line.starts_with("#include <") || line.starts_with("#include \"")) {
        return Some(if is_cpp(head.as_bytes()) { "cpp" } else { "c" });
    }
    let import = |line: &str| {
        let mut words = line.split_whitespace();
        matches!(
            (words.next(), words.next(), words.next()),
            (Some("import"), Some(_), None | Some("as")) | (Some("from"), Some(_), Some("import"))
        )
    };
    let define = |line: &str| (line.starts_with("def ") || line.starts_with("class ")) && line.ends_with(':');
    (lines().any(import) && (lines().any(define) || lines().filter(|line| import(line)).count() > 1))
        .then_some("python")
}

/// Tell languages that share an extension apart.
pub(super) fn refine(language: &'static str, name: &str, head: &str, bytes: &[u8]) -> &'static str {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match (language, extension) {
        ("c", "h" | "H") if is_objective_c(head) => "objective-c",
        ("c", "h" | "H") if is_cpp(bytes) => "cpp",
        // GNU's convention: a capital letter is C++.
        ("c", "C") => "cpp",
        ("typescript", "ts") => markup(head).unwrap_or(language),
        _ => language,
    }
}

/// The mode that a line for Emacs or Vim names.
pub(super) fn modeline(head: &str) -> Option<&str> {
    let word = |text: &str| text.split(|c: char| !(c.is_alphanumeric() || "+-_".contains(c))).next().map(str::len);
    for line in head.lines().take(3) {
        if let Some(between) = line.split("-*-").nth(1) {
            let mode = between.split_once("mode:").map_or(between, |(_, mode)| mode).trim();
            // `coding: utf-8` is no mode.
            if !mode.contains(':') || between.contains("mode:") {
                return mode.get(..word(mode)?).filter(|mode| !mode.is_empty());
            }
        }
    }
    let mut last = head.lines().rev().take(5).chain(head.lines().take(5));
    let line = last.find(|line| line.contains("vim:") || line.contains(" vi:"))?;
    let mode = ["filetype=", "syntax=", "ft="].iter().find_map(|key| line.split_once(key))?.1;
    mode.get(..word(mode)?).filter(|mode| !mode.is_empty())
}

fn is_objective_c(head: &str) -> bool {
    head.lines()
        .any(|line| ["#import ", "@interface ", "@protocol ", "@class "].iter().any(|word| line.starts_with(word)))
}

/// Whether code is C++ rather than C: words and headers that C has not, outside of `#ifdef __cplusplus`.
fn is_cpp(bytes: &[u8]) -> bool {
    let code = code_only(bytes, &syntax::C);
    let code = String::from_utf8_lossy(&code);
    // How many conditional blocks are open inside one that only C++ sees.
    let mut hidden = 0usize;
    for line in code.lines().map(str::trim) {
        let directive = line.strip_prefix('#').map(str::trim_start);
        match directive {
            Some(text) if hidden > 0 && text.starts_with("if") => hidden += 1,
            Some(text) if hidden == 1 && text.starts_with("else") => hidden = 0,
            Some(text) if hidden > 0 && text.starts_with("endif") => hidden -= 1,
            Some(text)
                if hidden == 0
                    && text.starts_with("if")
                    && text.contains("__cplusplus")
                    && !text.starts_with("ifndef") =>
            {
                hidden = 1;
            }
            _ if hidden > 0 => {}
            Some(text) if cpp_header(text) => return true,
            Some(_) => {}
            None if cpp_words(line) => return true,
            None => {}
        }
    }
    false
}

fn cpp_header(directive: &str) -> bool {
    const HEADERS: [&str; 24] = [
        "algorithm",
        "array",
        "atomic",
        "chrono",
        "cstdint",
        "cstdio",
        "cstdlib",
        "cstring",
        "cmath",
        "cstddef",
        "functional",
        "iostream",
        "istream",
        "map",
        "memory",
        "mutex",
        "optional",
        "ostream",
        "set",
        "sstream",
        "string",
        "utility",
        "vector",
        "fstream",
    ];
    let name = directive.strip_prefix("include").map(str::trim_start).and_then(|rest| rest.strip_prefix('<'));
    name.and_then(|rest| rest.split_once('>'))
        .is_some_and(|(name, _)| HEADERS.contains(&name) || name.ends_with(".hpp"))
}

fn cpp_words(line: &str) -> bool {
    let name = |c: char| c.is_alphanumeric() || c == '_';
    let mut words = line.split(|c| !name(c)).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let starts = match first {
        "class" => !second.is_empty() && !line.contains('=') && line.starts_with("class"),
        "namespace" | "template" => line.starts_with(first),
        "using" => line.starts_with("using ") && !second.is_empty(),
        "public" | "private" | "protected" => line[first.len()..].trim_start().starts_with(':'),
        "virtual" | "constexpr" | "explicit" | "friend" => line.starts_with(first) && !second.is_empty(),
        _ => false,
    };
    starts
        || line.contains("std::")
        || line.split(|c| !name(c)).any(|word| matches!(word, "nullptr" | "static_cast" | "noexcept"))
}
