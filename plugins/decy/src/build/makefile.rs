//! Makefiles, as far as they say which units make a program.

use super::{Settings, UNKNOWN, flags_of, shell_words};
use crate::front::join;
use std::collections::{BTreeMap, BTreeSet};

/// Nesting of variables beyond which nothing is expanded.
const DEPTH: usize = 8;

/// Read variables, rules and recipes.
pub(super) fn parse(text: &str, folder: &str) -> Settings {
    // What make knows by itself.
    let known = [("RM", "rm -f"), ("CC", "cc"), ("AR", "ar"), ("MAKE", "make")];
    let mut variables: BTreeMap<String, String> = known.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
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
    let words = shell_words(&flags);
    let (defines, include_paths) = flags_of(words.iter().map(String::as_str), folder);
    let mut settings = Settings { defines, include_paths, ..Settings::default() };
    for (target, needs, recipes) in &rules {
        let target = expand(target, &variables, 0);
        if target.contains('%') || target.ends_with(".o") || target.starts_with('.') {
            continue;
        }
        let mut units = units_in(&expand(needs, &variables, 0), folder);
        for recipe in recipes {
            let recipe = expand(&recipe.replace("$^", needs).replace("$@", &target), &variables, 0);
            if !only_tidies(&recipe) {
                units.extend(units_in(&recipe, folder));
            }
        }
        let name = target.rsplit('/').next().unwrap_or(&target).to_owned();
        if !units.is_empty() {
            settings.programs.entry(name).or_default().extend(units);
        }
    }
    settings
}

/// A command that names files and makes no program of them.
fn only_tidies(recipe: &str) -> bool {
    let command = recipe.trim_start_matches(['@', '-', '+', ' ']).split_whitespace().next().unwrap_or_default();
    let name = command.rsplit('/').next().unwrap_or_default();
    [
        "rm",
        "echo",
        "printf",
        "touch",
        "mkdir",
        "cp",
        "mv",
        "install",
        "tar",
        "zip",
        "indent",
        "clang-format",
        "cppcheck",
        "ctags",
        "etags",
        "wc",
        "cat",
        "ls",
        "git",
        "splint",
        "makedepend",
    ]
    .contains(&name)
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

/// Replace `$(NAME)`, `${NAME}`, `$(NAME:.c=.o)` and calls of the functions that work on lists of names; nothing is run or looked up,
/// so that `wildcard` gives nothing and `shell` something unknown.
fn expand(text: &str, variables: &BTreeMap<String, String>, depth: usize) -> String {
    if depth > DEPTH {
        return String::new();
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        let (open, close) = match tail.chars().next() {
            Some('(') => ('(', ')'),
            Some('{') => ('{', '}'),
            Some(other) => {
                rest = &tail[other.len_utf8()..];
                continue;
            }
            None => return out,
        };
        let Some(end) = closing(tail, open, close) else { return out };
        out.push_str(&reference(&tail[1..end], variables, depth + 1));
        rest = &tail[end + 1..];
    }
    out.push_str(rest);
    out
}

/// Where the parenthesis that `text` begins with is closed.
fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        depth += usize::from(c == open);
        if c == close {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// The value of what stands between the parentheses.
fn reference(inner: &str, variables: &BTreeMap<String, String>, depth: usize) -> String {
    if let Some((function, arguments)) = inner.split_once([' ', '\t']) {
        let arguments: Vec<String> =
            arguments_of(arguments).iter().map(|text| expand(text.trim(), variables, depth)).collect();
        return call(function, &arguments);
    }
    let (name, change) = inner.split_once(':').unwrap_or((inner, ""));
    let value = expand(variables.get(name).map_or("", String::as_str), variables, depth);
    match change.split_once('=') {
        Some((from, to)) if from.contains('%') => words(&value, |word| substituted(word, from, to)),
        Some((from, to)) => {
            words(&value, |word| word.strip_suffix(from).map_or(word.to_owned(), |stem| format!("{stem}{to}")))
        }
        None => value,
    }
}

/// Arguments between commas that stand in no parentheses.
fn arguments_of(text: &str) -> Vec<&str> {
    let (mut out, mut depth, mut start) = (vec![], 0usize, 0);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '{' => depth += 1,
            ')' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                out.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    out.push(&text[start..]);
    out
}

/// A function on lists of names.
fn call(function: &str, arguments: &[String]) -> String {
    let argument = |at: usize| arguments.get(at).map_or("", String::as_str);
    match function {
        "patsubst" => words(argument(2), |word| substituted(word, argument(0), argument(1))),
        "subst" if !argument(0).is_empty() => argument(2).replace(argument(0), argument(1)),
        "addprefix" => words(argument(1), |word| format!("{}{word}", argument(0))),
        "addsuffix" => words(argument(1), |word| format!("{word}{}", argument(0))),
        "notdir" => words(argument(0), |word| word.rsplit('/').next().unwrap_or(word).to_owned()),
        "basename" => words(argument(0), |word| {
            let name = word.rsplit('/').next().unwrap_or(word);
            let suffix = name.rfind('.').map_or(0, |dot| name.len() - dot);
            word[..word.len() - suffix].to_owned()
        }),
        "filter" | "filter-out" => {
            let listed = |word: &&str| argument(0).split_whitespace().any(|pattern| stem_of(word, pattern).is_some());
            let kept = argument(1).split_whitespace().filter(|word| listed(word) == (function == "filter"));
            kept.collect::<Vec<_>>().join(" ")
        }
        "sort" => {
            let sorted: BTreeSet<&str> = argument(0).split_whitespace().collect();
            sorted.into_iter().collect::<Vec<_>>().join(" ")
        }
        "strip" => words(argument(0), str::to_owned),
        "shell" => UNKNOWN.to_string(),
        _ => String::new(),
    }
}

/// The same for every word.
fn words(text: &str, change: impl Fn(&str) -> String) -> String {
    text.split_whitespace().map(change).collect::<Vec<_>>().join(" ")
}

/// What `%` stands for in a pattern that a word fits; an empty text where the pattern has none.
fn stem_of<'w>(word: &'w str, pattern: &str) -> Option<&'w str> {
    match pattern.split_once('%') {
        Some((before, after)) => word.strip_prefix(before)?.strip_suffix(after),
        None => (word == pattern).then_some(""),
    }
}

/// A word that fits `from` as `to` has it, another one as it is.
fn substituted(word: &str, from: &str, to: &str) -> String {
    stem_of(word, from).map_or_else(|| word.to_owned(), |stem| to.replacen('%', stem, 1))
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
        assert_eq!(settings.programs.len(), 1, "{:?}", settings.programs);
    }

    #[test]
    fn who_removes_objects_makes_no_program() {
        let text = "OBJS = a.o b.o\ntool: $(OBJS)\n\tcc -o tool $(OBJS)\nclean:\n\t-@$(RM) $(OBJS) tool\n";
        let names: Vec<_> = parse(text, "").programs.into_keys().collect();
        assert_eq!(names, ["tool"]);
    }

    #[test]
    fn objects_are_named_by_patterns() {
        let text = "SRC := src/a.c src/b.c\nOBJ = $(SRC:src/%.c=build/%.o) $(patsubst %.c, obj/%.o, $(SRC))\nDIR = $(addprefix src/, c.c d.c) $(notdir x/e.c)\nt: $(SRC) $(DIR)\n\t$(CC) $^\n";
        let settings = parse(text, "");
        let units: Vec<_> = settings.programs["t"].iter().map(String::as_str).collect();
        assert_eq!(units, ["e.c", "src/a.c", "src/b.c", "src/c.c", "src/d.c"]);
        let variables = BTreeMap::from([("SRC".to_owned(), "src/a.c src/b.c".to_owned())]);
        assert_eq!(expand("$(SRC:src/%.c=build/%.o)", &variables, 0), "build/a.o build/b.o");
        assert_eq!(expand("$(patsubst %.c, obj/%.o, $(SRC))", &variables, 0), "obj/src/a.o obj/src/b.o");
        assert_eq!(
            expand("$(filter-out src/a.c, $(SRC)) $(sort z.c $(SRC))", &variables, 0),
            "src/b.c src/a.c src/b.c z.c"
        );
        assert_eq!(expand("$(wildcard src/*.c)|$(shell ls)|$(NONE", &variables, 0), "|\u{1}|");
    }
}
