//! Shell: a script that does something; one that only defines is there to be sourced.

/// Commands that prepare for others.
const PREPARES: [&str; 16] = [
    "set", "shopt", "export", "readonly", "declare", "typeset", "local", "alias", "source", ".", "umask", "trap",
    "unset", "fi", "done", "esac",
];

/// Whether `code`, with comments and strings blanked, runs a command outside of functions and never returns there.
pub(super) fn does_something(name: &str, code: &str) -> bool {
    if name.starts_with('.') {
        return false;
    }
    let (mut depth, mut acts) = (0usize, false);
    let mut carried = false;
    for line in code.lines() {
        let line = line.trim();
        if depth == 0 && !carried {
            if returns(line) {
                return false;
            }
            acts |= is_command(line);
        }
        carried = line.ends_with('\\');
        for word in line.split_whitespace() {
            match word.trim_end_matches(';') {
                "{" => depth += 1,
                "}" => depth = depth.saturating_sub(1),
                word if word.ends_with("(){") => depth += 1,
                _ => {}
            }
        }
    }
    acts
}

fn returns(line: &str) -> bool {
    line.split(|c: char| c.is_whitespace() || c == ';').any(|word| word == "return")
        && !line.contains("()")
        && !is_function(line)
}

fn is_function(line: &str) -> bool {
    let name = line.split_once("()").map(|(name, _)| name.trim_end());
    line.starts_with("function ") || name.is_some_and(|name| !name.is_empty() && !name.contains(char::is_whitespace))
}

fn is_command(line: &str) -> bool {
    let assigns = |word: &str| {
        word.split_once('=').is_some_and(|(name, _)| {
            let name = name.trim_end_matches('+').split('[').next().unwrap_or_default();
            !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_')
        })
    };
    // Strings are blanked, so that what follows an assignment on its line may be a part of it: not a command.
    let Some(first) = line.split_whitespace().next() else { return false };
    let word = first.trim_end_matches(';');
    !is_function(line) && !assigns(word) && !word.starts_with(['{', '}', ')', '#', '(']) && !PREPARES.contains(&word)
}
