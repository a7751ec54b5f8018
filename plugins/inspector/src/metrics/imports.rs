//! What a file takes from others, as it is written there.

/// The modules or files that a file names, in order, without repetition. Python: dotted modules, leading dots for relative ones,
/// and for `from a import b` both `a` and `a.b`. C: what `#include` names in quotes. Shell: what `.` and `source` name.
pub(super) fn of(language: &str, text: &str, code: &str) -> Vec<String> {
    let mut found: Vec<String> = match language {
        "python" => python(code),
        "c" | "cpp" => text.lines().filter_map(include).collect(),
        "shell" => text.lines().zip(code.lines()).filter_map(|(line, code)| sourced(line, code)).collect(),
        _ => Vec::new(),
    };
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|name| seen.insert(name.clone()));
    found
}

fn python(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        let line = line.trim();
        if let Some(rest) = line.strip_prefix("import ") {
            found.extend(rest.split(',').filter_map(|part| part.split_whitespace().next()).map(str::to_string));
        } else if let Some(rest) = line.strip_prefix("from ") {
            let Some((module, names)) = rest.split_once("import") else { continue };
            let module: String = module.split_whitespace().collect();
            let mut names = names.to_string();
            while names.contains('(') && !names.contains(')') {
                let Some(more) = lines.next() else { break };
                names.push_str(more);
            }
            found.push(module.clone());
            let joint = if module.ends_with('.') { "" } else { "." };
            let names =
                names.split([',', '(', ')']).filter_map(|name| name.split_whitespace().next().map(str::to_string));
            found.extend(names.filter(|name| name != "*").map(|name| format!("{module}{joint}{name}")));
        }
    }
    found
}

fn include(line: &str) -> Option<String> {
    let rest =
        line.trim_start().strip_prefix('#')?.trim_start().strip_prefix("include")?.trim_start().strip_prefix('"')?;
    Some(rest.split_once('"')?.0.to_string())
}

/// Quotes around the name are blank in `code` and stand in `line`.
fn sourced(line: &str, code: &str) -> Option<String> {
    let trimmed = code.trim_start();
    let rest = trimmed.strip_prefix(". ").or_else(|| trimmed.strip_prefix("source "))?;
    let start = line.len().checked_sub(rest.len())?;
    let name = line.get(start..)?.split_whitespace().next()?.trim_matches(['"', '\'']);
    (!name.is_empty()).then(|| name.to_string())
}
