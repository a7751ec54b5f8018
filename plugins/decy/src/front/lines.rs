//! What the lines of a source say before the preprocessor reads them.

use super::splice::join;
use super::words::Words;
use std::collections::BTreeSet;

/// Sources, not headers, that a file includes.
pub(crate) fn included_sources(path: &str, text: &str) -> BTreeSet<String> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut words = Words::default();
    let mut out = BTreeSet::new();
    for (word, rest) in text.lines().filter_map(directive) {
        match word {
            "define" => words.define(rest),
            "include" => {
                let found = included_name(rest).or_else(|| included_name(words.header(rest)?));
                let source = found.map(|(name, _)| name).filter(|name| name.ends_with(".c"));
                out.extend(source.and_then(|name| join(folder, name)));
            }
            _ => {}
        }
    }
    out
}

/// The word after `#` and what follows it.
pub(super) fn directive(line: &str) -> Option<(&str, &str)> {
    let rest = line.trim_start().strip_prefix('#')?.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
    Some((&rest[..end], &rest[end..]))
}

/// The name in `"…"` or `<…>`, and whether it is quoted.
pub(super) fn included_name(rest: &str) -> Option<(&str, bool)> {
    let rest = rest.trim_start();
    if let Some(rest) = rest.strip_prefix('"') {
        return rest.split_once('"').map(|(name, _)| (name, true));
    }
    rest.strip_prefix('<')?.split_once('>').map(|(name, _)| (name.trim(), false))
}

/// The line, from 1, of the `#ifndef` that guards a whole header.
pub(super) fn guard_line(text: &str) -> Option<usize> {
    let mut first = None;
    let mut depth = 0;
    let mut closed = false;
    let mut comment = false;
    let mut defined = false;
    for (number, line) in text.lines().enumerate() {
        let found = if comment { None } else { directive(line) };
        let blank = comment || is_blank(line);
        comment = ends_in_comment(line, comment);
        match found {
            Some(("ifndef", _)) if first.is_none() => {
                first = Some(number + 1);
                depth = 1;
            }
            Some(("if" | "ifdef" | "ifndef", _)) => depth += 1,
            Some(("else" | "elif", _)) if depth == 1 => return None,
            Some(("endif", _)) => {
                depth -= 1;
                closed = depth == 0;
            }
            Some(("define", _)) if depth == 1 && first.is_some() => defined = true,
            _ if closed && !blank => return None,
            None if !blank && first.is_none() => return None,
            Some(_) if first.is_none() => return None,
            _ => {}
        }
    }
    if closed && defined { first } else { None }
}

fn is_blank(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with("//") || line.starts_with("/*")
}

/// Whether a block comment is open after `line`.
pub(super) fn ends_in_comment(line: &str, mut inside: bool) -> bool {
    let bytes = line.as_bytes();
    let (mut at, mut quote) = (0, None);
    while at < bytes.len() {
        let pair = bytes.get(at..at + 2).unwrap_or_default();
        if inside {
            if pair == b"*/" {
                inside = false;
                at += 1;
            }
        } else if let Some(end) = quote {
            if bytes[at] == b'\\' {
                at += 1;
            } else if bytes[at] == end {
                quote = None;
            }
        } else if pair == b"//" {
            return false;
        } else if pair == b"/*" {
            inside = true;
            at += 1;
        } else if matches!(bytes[at], b'"' | b'\'') {
            quote = Some(bytes[at]);
        }
        at += 1;
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guard_is_found_behind_a_comment() {
        assert_eq!(guard_line("/* a\n b */\n#ifndef A\n#define A\nint x;\n#endif /* A */\n"), Some(3));
        assert_eq!(guard_line("int y;\n#ifndef A\n#define A\n#endif\n"), None);
        assert_eq!(guard_line("#ifndef A\n#define A\n#endif\nint y;\n"), None);
    }

    #[test]
    fn a_path_stays_inside() {
        assert_eq!(join("src/a", "../b.h").as_deref(), Some("src/b.h"));
        assert_eq!(join("", "../b.h"), None);
    }

    #[test]
    fn comments_are_followed_over_lines() {
        assert!(ends_in_comment("x = 1; /* open", false));
        assert!(!ends_in_comment("\"/*\"", false));
        assert!(!ends_in_comment("end */", true));
    }
}
