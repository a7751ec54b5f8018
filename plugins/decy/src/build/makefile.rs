//! Makefiles, as far as they say which units make a program.

use super::{Settings, flags_of};
use crate::front::join;
use std::collections::{BTreeMap, BTreeSet};

/// Nesting of variables beyond which nothing is expanded.
const DEPTH: usize = 8;

/// Read variables, rules and recipes.
pub(super) fn parse(text: &str, folder: &str) -> Settings {
    let mut variables: BTreeMap<String, String> = BTreeMap::new();
    let mut rules: Vec<(String, String, Vec<String>)> = vec![];
    for line in joined(text) {
        if let Some(recipe) = line.strip_prefix('\t') {
            if let Some((_, _, recipes)) = rules.last_mut() {
                recipes.push(recipe.trim().to_owned());
            }
            continue;
        }
        let line = line.split('#').next().unwrap_or("").trim().to_owned();
        if let Some((name, value, append)) = assignment(&line) {
            let entry = variables.entry(name).or_default();
            *entry = if append { format!("{entry} {value}") } else { value };
        } else if let Some((targets, needs)) = line.split_once(':') {
            for target in targets.split_whitespace() {
                rules.push((target.to_owned(), needs.trim().to_owned(), vec![]));
            }
        }
    }
    let flags =
        ["CPPFLAGS", "CFLAGS"].iter().filter_map(|name| variables.get(*name)).cloned().collect::<Vec<_>>().join(" ");
    let flags = expand(&flags, &variables, 0);
    let (defines, include_paths) = flags_of(flags.split_whitespace(), folder);
    let mut settings = Settings { defines, include_paths, ..Settings::default() };
    for (target, needs, recipes) in &rules {
        let target = expand(target, &variables, 0);
        if target.contains('%') || target.ends_with(".o") || target.starts_with('.') {
            continue;
        }
        let mut units = units_in(&expand(needs, &variables, 0), folder);
        for recipe in recipes {
            let recipe = recipe.replace("$^", needs).replace("$@", &target);
            units.extend(units_in(&expand(&recipe, &variables, 0), folder));
        }
        let name = target.rsplit('/').next().unwrap_or(&target).to_owned();
        if !units.is_empty() {
            settings.programs.entry(name).or_default().extend(units);
        }
    }
    settings
}

/// Lines with continuations joined.
fn joined(text: &str) -> Vec<String> {
    let mut out: Vec<String> = vec![];
    let mut open = false;
    for line in text.lines() {
        let (part, more) = match line.strip_suffix('\\') {
            Some(part) => (part, true),
            None => (line, false),
        };
        match out.last_mut() {
            Some(last) if open => {
                last.push(' ');
                last.push_str(part.trim());
            }
            _ => out.push(part.to_owned()),
        }
        open = more;
    }
    out
}

fn assignment(line: &str) -> Option<(String, String, bool)> {
    let (left, value) = line.split_once('=')?;
    let append = left.ends_with('+');
    let name = left.trim_end_matches(['+', ':', '?']).trim();
    let plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    plain.then(|| (name.to_owned(), value.trim().to_owned(), append))
}

/// Replace `$(NAME)`, `${NAME}` and `$(NAME:.c=.o)`.
fn expand(text: &str, variables: &BTreeMap<String, String>, depth: usize) -> String {
    if depth > DEPTH {
        return String::new();
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        let close = match tail.chars().next() {
            Some('(') => ')',
            Some('{') => '}',
            _ => {
                rest = tail.get(1..).unwrap_or("");
                continue;
            }
        };
        let Some(end) = tail.find(close) else { return out };
        let inner = &tail[1..end];
        let (name, change) = inner.split_once(':').unwrap_or((inner, ""));
        let value = expand(variables.get(name).map_or("", String::as_str), variables, depth + 1);
        match change.split_once('=') {
            Some((from, to)) => {
                let words = value
                    .split_whitespace()
                    .map(|word| word.strip_suffix(from).map_or(word.to_owned(), |stem| format!("{stem}{to}")));
                out.push_str(&words.collect::<Vec<_>>().join(" "));
            }
            None => out.push_str(&value),
        }
        rest = &tail[end + 1..];
    }
    out.push_str(rest);
    out
}

/// Units named in a list of prerequisites or a command: `.c` files, and `.o` files for theirs.
fn units_in(text: &str, folder: &str) -> BTreeSet<String> {
    let sources = text.split_whitespace().filter_map(|word| {
        let stem = word.strip_suffix(".c").or_else(|| word.strip_suffix(".o"))?;
        join(folder, &format!("{stem}.c"))
    });
    sources.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_and_flags_are_found() {
        let text = "CFLAGS = -O2 -DLIMIT=3 -Iinc\nOBJS = main.o \\\n  list.o\nall: tool\ntool: $(OBJS)\n\t$(CC) -o $@ $^\nclean:\n\trm -f *.o\n";
        let settings = parse(text, "c");
        assert_eq!(settings.defines, ["LIMIT=3"]);
        assert_eq!(settings.include_paths, ["c/inc"]);
        let units: Vec<_> = settings.programs["tool"].iter().map(String::as_str).collect();
        assert_eq!(units, ["c/list.c", "c/main.c"]);
    }
}
